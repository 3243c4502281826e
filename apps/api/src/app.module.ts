import { Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, Reflector } from '@nestjs/core';
import type { Redis } from 'ioredis';
import { accessProviders, StaffSessions } from '@radslag/access';
import { Database, openDatabase } from '@radslag/db';
import { promptConnection } from '@radslag/jobs';
import { env, LOGGER, type Logger } from '@radslag/platform';
import { AccessGuard, ExchangeInterceptor } from './binding';
import { controllers, providers } from './areas';
import { Changes } from './events/changes';
import { EventsController } from './events/events.controller';
import { HealthController } from './health/health.controller';
import { OpenApiController } from './openapi/openapi.controller';
import { ProblemFilter } from './problems/problem-filter';
import { SessionController } from './session/session.controller';
import { REDIS, SignInThrottle } from './session/sign-in-throttle';


@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(
    private readonly db: Database,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  static with(logger: Logger): DynamicModule {
    return {
      module: AppModule,
      controllers: [SessionController, EventsController, OpenApiController, HealthController, ...controllers],
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: Database, useFactory: () => connect(logger) },
        { provide: REDIS, useFactory: () => connectRedis(logger) },
        { provide: Changes, useFactory: () => new Changes(logger) },
        { provide: APP_GUARD, useFactory: (reflector: Reflector, sessions: StaffSessions) => new AccessGuard(reflector, sessions), inject: [Reflector, StaffSessions] },
        { provide: APP_INTERCEPTOR, useFactory: (reflector: Reflector) => new ExchangeInterceptor(reflector), inject: [Reflector] },
        { provide: APP_FILTER, useFactory: (db: Database) => new ProblemFilter(logger, db), inject: [Database] },
        SignInThrottle,
        ...accessProviders,
        ...providers,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
    await this.db.source.destroy();
  }
}

const connect = (logger: Logger): Promise<Database> => {
  const { database, keys, mode } = env();
  return openDatabase({ url: database.url, pool: database.pool, masterKey: keys.master, mode }, 'radslag-api', logger);
};

/** Fails fast: a request never waits for Redis. */
function connectRedis(logger: Logger): Redis {
  return promptConnection(env().redis.url, (error) => logger.warn({ err: error }, 'redis'), { keyPrefix: `${env().redis.queuePrefix}:` });
}
