import type { FastifyRequest } from 'fastify';
import type { SignedWith } from '@radslag/outreach';
import { env } from '@radslag/platform';
import { signedByTwilio } from '@radslag/sms';

/** As it came, before anything was parsed or mended. */
export type HookRequest = FastifyRequest & { rawBody?: Buffer };

/**
 * Twilio signs the address that it was given: ours by the settings. What the Host header or a proxy says of it is anybody's word.
 */
export function signedWith(request: HookRequest): SignedWith {
  const body = request.rawBody ?? Buffer.alloc(0);
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');
  const signature = request.headers['x-twilio-signature'];
  const posted = { url: `${env().callbackUrl}${request.url}`, form: isForm ? body.toString('utf8') : null, body, signature: typeof signature === 'string' ? signature : undefined };
  return (tokens) => signedByTwilio(posted, tokens);
}
