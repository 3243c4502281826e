import 'reflect-metadata';
import { createLogger, env } from '@radslag/platform';
import { auditCommand } from './audit-command';
import { sendingCommand } from './sending-command';
import { startWorker } from './start-worker';

const settings = env();
const logger = createLogger('worker', settings.logLevel);
const command = process.argv[2];
try {
  if (command === undefined) await startWorker(settings, logger);
  else if (command === 'audit') process.exitCode = (await auditCommand(settings, logger)) ? 0 : 1;
  else await sendingCommand(command, process.argv.slice(3), settings);
} catch (error) {
  logger.fatal({ err: error }, command === undefined ? 'the worker does not start' : 'the command failed');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
