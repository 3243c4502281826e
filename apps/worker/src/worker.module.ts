import { Module, type DynamicModule } from '@nestjs/common';
import { Housekeeping } from '@radslag/access';
import { createDataSource, Database } from '@radslag/db';
import { Bells, ringingConnection } from '@radslag/jobs';
import { onlyWay, Pipeline } from '@radslag/outreach';
import { LOGGER, type Env, type Logger } from '@radslag/platform';
import { ElksOperator } from '@radslag/sms';
import { ClockListener } from './clock-listener';
import { HealthController } from './health.controller';
import { HousekeepingRounds } from './housekeeping-rounds';
import { PACE, PACE_OF_THIS_WORKER, SETTINGS, type Trial } from './pace';
import { OutreachWorker } from './outreach-worker';

@Module({})
export class WorkerModule {
  static with(settings: Env, logger: Logger, { pace = PACE[settings.mode], at }: Trial = {}): DynamicModule {
    return {
      module: WorkerModule,
      controllers: [HealthController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        { provide: PACE_OF_THIS_WORKER, useValue: pace },
        { provide: Database, useFactory: () => connect(settings) },
        { provide: ElksOperator, useFactory: () => new ElksOperator(settings.sms) },
        { provide: Bells, useFactory: () => new Bells(ringingConnection(settings.redis.url, () => undefined), settings.redis.queuePrefix, () => undefined) },
        { provide: Pipeline, useFactory: (db: Database, operator: ElksOperator) => buildPipeline(settings, logger, db, operator, { pace, at }), inject: [Database, ElksOperator] },
        { provide: ClockListener, useFactory: () => new ClockListener(settings.database.url, logger) },
        OutreachWorker,
        Housekeeping,
        HousekeepingRounds,
      ],
    };
  }
}

async function connect(settings: Env): Promise<Database> {
  const source = createDataSource(settings.database.url, settings.database.pool, 'radslag-worker');
  await source.initialize();
  return new Database(source, settings.keys.master);
}

function buildPipeline(settings: Env, logger: Logger, db: Database, operator: ElksOperator, { pace, at }: Required<Pick<Trial, 'pace'>> & Trial): Pipeline {
  return new Pipeline({
    db,
    ways: onlyWay(operator),
    settings: { linkKey: settings.keys.link, familyUrl: settings.family.url, callbackUrl: settings.callbackUrl, callbackKey: settings.keys.callback },
    claim: { limit: 500, horizonMs: pace.planMs, leaseMs: 60_000 },
    onError: (error) => logger.error({ err: error }, 'outreach'),
    at,
  });
}
