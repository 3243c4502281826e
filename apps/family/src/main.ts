import 'reflect-metadata';
import { openDatabase } from '@radslag/db';
import { createLogger, env } from '@radslag/platform';
import { createFamilyApp } from './start-family';

const settings = env();
const logger = createLogger('family', settings.logLevel);
const database = await openDatabase({ url: settings.database.url, pool: settings.database.pool, masterKey: settings.keys.master, mode: settings.mode }, 'radslag-family', logger);

const app = await createFamilyApp({
  database,
  linkKey: settings.keys.link,
  url: settings.family.url,
  redis: { url: settings.redis.url, prefix: `${settings.redis.queuePrefix}:family` },
  logger,
  proxyHops: settings.proxyHops,
});
await app.listen(settings.family.port, settings.bind);
logger.info({ port: settings.family.port }, 'family site listening');

/** Requests under way are finished; then the connections close. */
let closing = false;
async function close(signal: string): Promise<void> {
  if (closing) return;
  closing = true;
  logger.info({ signal }, 'family site closing');
  await app.close();
  await database.source.destroy();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close(signal));
