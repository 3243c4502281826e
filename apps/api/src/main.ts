import 'reflect-metadata';
import { createLogger, env } from '@radslag/platform';
import { createApp } from './create-app';

const settings = env();
const logger = createLogger('api', settings.logLevel);
const app = await createApp(logger);
await app.listen(settings.api.port, settings.bind);
logger.info({ port: settings.api.port }, 'api is up');
