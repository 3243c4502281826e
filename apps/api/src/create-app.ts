import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@radslag/db';
import { env, loggablePath, newId, type Logger } from '@radslag/platform';
import { AppModule } from './app.module';
import { toProblem } from './problems/problem-filter';

export const LIMITS = { body: 512 * 1024 } as const;

/** Nothing inline, nothing from elsewhere. */
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

export async function createApp(logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: LIMITS.body, genReqId: () => newId(), trustProxy: env().mode === 'production', forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(logger), adapter, { logger: false, abortOnError: false });
  const fastify = adapter.getInstance();
  await app.register(cookie);
  listServedRoutes(fastify);

  const db = app.get(Database);
  const now = () => db.now().catch(() => new Date());
  fastify.addHook('onSend', async (request, reply) => {
    void reply.headers({
      'content-security-policy': CSP,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'x-request-id': request.id,
    });
    if (env().mode === 'production') void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    if (!request.url.startsWith('/api/')) return;
    void reply.header('cache-control', 'no-store');
    // In local and test mode the clock can be moved, and every screen follows.
    if (env().mode !== 'production') void reply.header('radslag-now', (await now()).toISOString());
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/health/')) return;
    logger.info({ method: request.method, path: loggablePath(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime), requestId: request.id }, 'request');
  });

  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'api/openapi.json'] });
  await serveWeb(app, env().api.webRoot);
  app.enableShutdownHooks();
  return app;
}

/** In local mode the API also hands out the built staff web; in production the proxy does. */
async function serveWeb(app: NestFastifyApplication, root: string | undefined): Promise<void> {
  if (!root || !existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => void reply.header('cache-control', /-[A-Z0-9]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  // Every other address is a page of the web: it finds its own way, or says that there is nothing.
  app.getHttpAdapter().getInstance().get('/*', (request, reply) => {
    const page = !request.url.startsWith('/api/') && !/\.\w{2,5}$/.test(request.url.split('?')[0]!);
    if (page) return reply.header('cache-control', 'no-cache').sendFile('index.html', root);
    const problem = toProblem({ code: 'not-found', status: 404, params: {}, unexpected: false }, undefined, 'sv', request.id);
    return reply.status(404).type('application/problem+json').send(JSON.stringify(problem));
  });
}

/** Every route that is really served, for the test that holds them against the contract. */
function listServedRoutes(fastify: FastifyInstance): void {
  const served: string[] = [];
  fastify.decorate('servedRoutes', served);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) if (verb !== 'HEAD' && verb !== 'OPTIONS' && !url.includes('*')) served.push(`${verb} ${url}`);
  });
}
