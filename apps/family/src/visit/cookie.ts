import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: this host alone, only over TLS (a browser counts localhost), every path. Lax, so that the 303 after Continue carries it. */
export const SESSION_COOKIE = '__Host-moete';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function cookieOf(request: FastifyRequest): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === SESSION_COOKIE) return part.slice(at + 1).trim();
  }
  return undefined;
}
export const setCookie = (reply: FastifyReply, value: string) => reply.header('set-cookie', `${SESSION_COOKIE}=${value}; ${ATTRIBUTES}`);
export const dropCookie = (reply: FastifyReply) => reply.header('set-cookie', `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`);
