import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FamilyModule, type FamilySettings } from './family.module';
import { dressHttp, familyAdapter } from './wiring/http';

/** The app, not yet listening: `main` listens, specs inject. */
export async function createFamilyApp(settings: FamilySettings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(FamilyModule.with(settings), familyAdapter(settings.proxyHops), { bodyParser: false, logger: ['error', 'fatal'] });
  dressHttp(app.getHttpAdapter().getInstance() as never, settings.logger, settings.url);
  await app.init();
  return app;
}
