import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@radslag/db';
import { believedProxies, env, loggablePath, newId, strictTransport, type Logger } from '@radslag/platform';
import { AppModule } from './app.module';
import type { ApiRequest } from './binding';
import { CSP, serveWeb } from './serve-web';

export const LIMITS = { body: 512 * 1024 } as const;

export async function createApp(logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: LIMITS.body, genReqId: () => newId(), trustProxy: believedProxies(env().proxyHops), forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(logger), adapter, { logger: false, abortOnError: false, rawBody: true });
  const fastify = adapter.getInstance();
  await app.register(cookie);
  listServedRoutes(fastify);

  const db = app.get(Database);
  const now = () => db.now().catch(() => new Date());
  fastify.addHook('onSend', async (request, reply) => {
    void reply.headers({
      // A page of the staff web has said its own already.
      ...(reply.hasHeader('content-security-policy') ? {} : { 'content-security-policy': CSP }),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'x-request-id': request.id,
    });
    const hsts = strictTransport(env().staffUrl);
    if (hsts !== null) void reply.header('strict-transport-security', hsts);
    if (!request.url.startsWith('/api/')) return;
    void reply.header('cache-control', 'no-store');
    // In local and test mode the clock can be moved, and every screen follows.
    if (env().mode !== 'production') void reply.header('radslag-now', (await now()).toISOString());
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/health/')) return;
    logger.info({ method: request.method, path: loggablePath(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime), requestId: request.id, ...signedIn(request) }, 'request');
  });

  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'api/openapi.json'] });
  await serveWeb(fastify, env().api.webRoot);
  app.enableShutdownHooks();
  return app;
}

/** Who it was, for whoever has to find out later: an id, and no name. */
const signedIn = (request: ApiRequest): { userId?: string } => (request.session === undefined ? {} : { userId: request.session.staff.userId });

/** Every route that is really served, for the test that holds them against the contract. */
function listServedRoutes(fastify: FastifyInstance): void {
  const served: string[] = [];
  fastify.decorate('servedRoutes', served);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) if (verb !== 'HEAD' && verb !== 'OPTIONS' && !url.includes('*')) served.push(`${verb} ${url}`);
  });
}
