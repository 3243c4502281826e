import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { believedProxies, loggablePath, strictTransport, type Logger } from '@radslag/platform';
import { gzipPage } from '../document/compress';
import { Form, Unreadable } from '../forms/form';
import { SCRIPT_HASH } from '../script/script';
import { SHEET_HASH } from '../sheet/sheet';
import { WEATHER_ORIGIN } from '../routes/weather';

/** Ten thousand letters of any script in one field are still answered with the page and everything typed. */
export const BODY_LIMIT = 128 * 1024;

/** The sheet and the script by their hashes, the one request that ends a session, our own forms and pictures, nothing else. The weather page stands there because browsers hold a form's redirect to the list too. */
const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src '${SHEET_HASH}'; script-src '${SCRIPT_HASH}'; connect-src 'self'; img-src 'self' data:; form-action 'self' ${WEATHER_ORIGIN}; frame-ancestors 'none'; base-uri 'none'`,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

export function familyAdapter(proxyHops: number): FastifyAdapter {
  return new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: believedProxies(proxyHops), routerOptions: { maxParamLength: 200 }, forceCloseConnections: 'idle' });
}

export function dressHttp(fastify: FastifyInstance, logger: Logger, url: string): void {
  const hsts = strictTransport(url);
  const headers = hsts === null ? HEADERS : { ...HEADERS, 'strict-transport-security': hsts };
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      done(null, Form.parse(body as Buffer));
    } catch (error) {
      done(error instanceof Unreadable ? Object.assign(error, { statusCode: 400 }) : (error as Error));
    }
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || !payload.startsWith('<!doctype')) return done(null, payload);
    reply.header('vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return done(null, payload);
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    done(null, gzipPage(payload));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.info({ method: request.method, path: loggablePath(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}
