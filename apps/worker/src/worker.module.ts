import { Module, type DynamicModule } from '@nestjs/common';
import { Housekeeping } from '@radslag/access';
import { Database, openDatabase } from '@radslag/db';
import { Bells, ringingConnection } from '@radslag/jobs';
import { OperatorWays, Pipeline } from '@radslag/outreach';
import { LOGGER, type Env, type Logger } from '@radslag/platform';
import { CheckAuditChains, SendDigests, TellOfBreaks } from '@radslag/reporting';
import { anchorPlace } from './anchor-place';
import { DatabaseListener } from './database-listener';
import { DigestRounds } from './digest-rounds';
import { HealthController } from './health.controller';
import { HousekeepingRounds } from './housekeeping-rounds';
import { PACE, PACE_OF_THIS_WORKER, SETTINGS, type Trial } from './pace';
import { OutreachWorker } from './outreach-worker';
import { waysOut } from './ways-out';

@Module({})
export class WorkerModule {
  static with(settings: Env, logger: Logger, trial: Trial = {}): DynamicModule {
    const { pace = PACE[settings.mode] } = trial;
    return {
      module: WorkerModule,
      controllers: [HealthController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        { provide: PACE_OF_THIS_WORKER, useValue: pace },
        { provide: Database, useFactory: () => connect(settings, logger) },
        { provide: OperatorWays, useFactory: (db: Database) => waysOut(settings, db, trial), inject: [Database] },
        { provide: Bells, useFactory: () => new Bells(ringingConnection(settings.redis.url, () => undefined), settings.redis.queuePrefix, () => undefined) },
        { provide: Pipeline, useFactory: (db: Database, ways: OperatorWays) => buildPipeline(settings, logger, db, ways, { ...trial, pace }), inject: [Database, OperatorWays] },
        { provide: DatabaseListener, useFactory: () => new DatabaseListener(settings.database.url, logger) },
        OutreachWorker,
        Housekeeping,
        { provide: CheckAuditChains, useFactory: (db: Database) => new CheckAuditChains(db, anchorPlace(settings, logger), logger), inject: [Database] },
        { provide: TellOfBreaks, useFactory: (db: Database, ways: OperatorWays) => new TellOfBreaks(db, ways, settings.staffUrl), inject: [Database, OperatorWays] },
        HousekeepingRounds,
        { provide: SendDigests, useFactory: (db: Database, ways: OperatorWays) => new SendDigests(db, ways, settings.staffUrl), inject: [Database, OperatorWays] },
        DigestRounds,
      ],
    };
  }
}

const connect = ({ database, keys, mode }: Env, logger: Logger): Promise<Database> => openDatabase({ url: database.url, pool: database.pool, masterKey: keys.master, mode }, 'radslag-worker', logger);

function buildPipeline(settings: Env, logger: Logger, db: Database, ways: OperatorWays, { pace, at, gateHoldsMs }: Required<Pick<Trial, 'pace'>> & Trial): Pipeline {
  return new Pipeline({
    db,
    ways,
    settings: { linkKey: settings.keys.link, familyUrl: settings.family.url, callbackUrl: settings.callbackUrl, callbackKey: settings.keys.callback, gateHoldsMs },
    claim: { limit: 500, horizonMs: pace.planMs, leaseMs: 60_000 },
    onError: (error) => logger.error({ err: error }, 'outreach'),
    at,
  });
}
