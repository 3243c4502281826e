import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { toProblem } from './problems/problem-filter';

/** Nothing inline, nothing from elsewhere. */
export const CSP = policy("'self'");

/** Stands in the built index.html wherever the nonce of the request belongs. */
const NONCE_PLACE = /CSP_NONCE/g;
/** Built files carry a hash of their content in the name. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2)$/;
const FILE = /^(?:[\w-]+\/)*[\w.-]+\.\w{2,5}$/;

/**
 * In local mode the API also hands out the built staff web; in production the proxy does the same (docker/nginx.conf). What is
 * there is looked up for every request, so that a web built anew is found without a restart.
 */
export async function serveWeb(fastify: FastifyInstance, root: string | undefined): Promise<void> {
  if (!root) return;
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
    setHeaders: (reply, path) => void reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0]!.slice(1);
    if (path !== 'index.html' && FILE.test(path)) return (await isFile(join(root, path))) ? reply.sendFile(path) : notFound(reply);
    // Every other address is a page of the web: it finds its own way, or says that there is nothing.
    const index = path.startsWith('api/') ? null : await readFile(join(root, 'index.html'), 'utf8').catch(() => null);
    return index === null ? notFound(reply) : sendIndex(reply, index);
  });
}

/** A nonce lets the style elements of our own components in, and nobody else's; it holds for one answer, so nothing keeps a copy. */
function sendIndex(reply: FastifyReply, index: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .headers({ 'cache-control': 'no-store', 'content-security-policy': policy(`'self' 'nonce-${nonce}'`) })
    .type('text/html; charset=utf-8')
    .send(index.replace(NONCE_PLACE, nonce));
}

function notFound(reply: FastifyReply): FastifyReply {
  const problem = toProblem({ code: 'not-found', status: 404, params: {}, unexpected: false }, undefined, 'sv', reply.request.id);
  return reply.status(404).type('application/problem+json').send(JSON.stringify(problem));
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

function policy(styles: string): string {
  return `default-src 'none'; script-src 'self'; style-src ${styles}; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'`;
}
