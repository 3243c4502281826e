import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '@radslag/platform';
import { testRedisUrl, type TestDatabase } from '@radslag/testing';

/** The one key that is used for everything: what production refuses. */
const KEY = Buffer.alloc(32, 7).toString('base64');

/**
 * The staff API on the database of a spec, whose queues bear the spec's name. Settings are parsed once, when the API is loaded: so
 * they are set first, and one spec file has one API. Loading all of it takes longer on a busy machine than Jest waits by itself.
 */
export async function startApi(t: TestDatabase, name: string, { settings = {}, logger = createLogger('api', 'silent') }: { settings?: Record<string, string>; logger?: ReturnType<typeof createLogger> } = {}): Promise<NestFastifyApplication> {
  Object.assign(process.env, {
    RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: testRedisUrl(), RADSLAG_QUEUE_PREFIX: `${name}-${process.pid}`,
    RADSLAG_MASTER_KEY: KEY, RADSLAG_LINK_KEY: KEY, RADSLAG_CALLBACK_KEY: KEY, RADSLAG_LOG_LEVEL: 'silent', ...settings,
  });
  const { createApp } = await import('./create-app');
  const app = await createApp(logger);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
