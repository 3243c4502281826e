import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Env, Logger } from '@radslag/platform';
import type { Trial } from './pace';
import { WorkerModule } from './worker.module';

/** Health only: whatever the worker does, it does because a row says so. */
export async function startWorker(settings: Env, logger: Logger, trial?: Trial): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.with(settings, logger, trial), adapter, { logger: false, abortOnError: false });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(settings.worker.port, settings.bind);
  logger.info({ port: settings.worker.port }, 'worker is up');
  return app;
}
