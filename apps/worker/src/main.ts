import 'reflect-metadata';
import { createLogger, env } from '@radslag/platform';
import { startWorker } from './start-worker';

const settings = env();
const logger = createLogger('worker', settings.logLevel);
try {
  await startWorker(settings, logger);
} catch (error) {
  logger.fatal({ err: error }, 'the worker does not start');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
