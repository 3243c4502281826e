import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@radslag/db';
import { Bells, listenForBells, listeningConnection, requireNoEviction, ringingConnection, UnsafeRedis, type Listening } from '@radslag/jobs';
import { OperatorWays, Pipeline, SendingPulse } from '@radslag/outreach';
import { LOGGER, type Env, type Logger } from '@radslag/platform';
import { DatabaseListener } from './database-listener';
import { CONCURRENCY, PACE_OF_THIS_WORKER, SETTINGS, type Pace } from './pace';
import { Repeating } from './repeating';

/** Together two seconds. */
const WITNESS_TRIES = 100;
const WITNESS_PAUSE_MS = 20;
const REDIS_STARTS_MS = 3_000;

/**
 * Rings for what is due, answers the bells, and sweeps. Redis may go and come as it likes: without it nothing is lost, and
 * after a minute nothing waits for it.
 */
@Injectable()
export class OutreachWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly planner: Repeating;
  private readonly sweeper: Repeating;
  private listening: Listening | undefined;
  private redisAwaySince: number | undefined;
  private readonly pulse: SendingPulse;

  constructor(
    private readonly db: Database,
    private readonly bells: Bells,
    private readonly pipeline: Pipeline,
    private readonly ways: OperatorWays,
    private readonly listener: DatabaseListener,
    @Inject(SETTINGS) private readonly settings: Env,
    @Inject(PACE_OF_THIS_WORKER) private readonly pace: Pace,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.pulse = new SendingPulse(db, bells, ways, (error) => logger.error({ err: error }, 'sending waits: an operator cannot be asked what it knows'));
    const failed = (what: string) => (error: unknown) => logger.error({ err: error }, what);
    this.planner = new Repeating(pace.planMs, () => this.plan(), failed('planner'));
    this.sweeper = new Repeating(pace.sweepMs, () => this.sweep(), failed('sweeper'));
  }

  get redis(): 'up' | 'down' {
    return this.redisAwaySince === undefined ? 'up' : 'down';
  }

  async onApplicationBootstrap(): Promise<void> {
    const redisIsThere = await this.refuseUnsafeRedis();
    if (redisIsThere) await this.witnessIsThere();
    // Before the first bell is answered: one that was rung before a restore finds the hold.
    await this.beat();
    const { url, queuePrefix } = this.settings.redis;
    this.listening = listenForBells(listeningConnection(url, () => undefined), queuePrefix, this.pipeline.handlers, {
      concurrency: CONCURRENCY,
      onError: (error) => this.logger.error({ err: error }, 'queue'),
      onDrained: () => this.planner.now(),
    });
    this.planner.start();
    this.sweeper.start();
    this.listener.start({
      clock: () => {
        this.planner.now();
        this.sweeper.now();
      },
      operators: (municipalityId) => this.ways.reread(municipalityId),
    });
  }

  /** Takes nothing new, finishes what it is doing. What is left is in the rows. */
  async onApplicationShutdown(): Promise<void> {
    await this.listener.stop();
    await Promise.all([this.planner.stop(), this.sweeper.stop()]);
    // With Redis away there is nothing to take leave of, and waiting for it would keep the process.
    await Promise.race([this.listening?.close(), new Promise((resolve) => setTimeout(resolve, this.redis === 'up' ? 15_000 : 500).unref())]);
    await Promise.race([this.bells.close(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    this.ways.close();
    await this.db.source.destroy();
  }

  /** Redis down at the start is no reason not to start; a Redis that drops jobs is. */
  private async refuseUnsafeRedis(): Promise<boolean> {
    const redis = ringingConnection(this.settings.redis.url, () => undefined);
    try {
      await new Promise<void>((resolve, reject) => {
        redis.once('ready', resolve);
        redis.once('error', reject);
        // Taken by the system, and never greeted: it hangs.
        setTimeout(reject, REDIS_STARTS_MS, new Error('Redis takes the connection and says nothing')).unref();
      });
      await requireNoEviction(redis);
      return true;
    } catch (error) {
      if (error instanceof UnsafeRedis) throw error;
      this.logger.warn({ err: error }, 'Redis does not answer; messages are sent without it until it does');
      return false;
    } finally {
      redis.disconnect();
    }
  }

  /** The connection that rings refuses at once until it is up, and what it says decides whether anything may be sent. */
  private async witnessIsThere(): Promise<void> {
    for (let tries = 0; tries < WITNESS_TRIES && !(await this.bells.healthy()); tries += 1) await new Promise((resolve) => setTimeout(resolve, WITNESS_PAUSE_MS));
  }

  private async plan(): Promise<void> {
    await this.pipeline.answerCries();
    if (await this.beat()) return;
    if (await this.bells.healthy()) {
      this.redisAwaySince = undefined;
      await this.pipeline.ring(this.bells);
      return;
    }
    this.redisAwaySince ??= performance.now();
    if (performance.now() - this.redisAwaySince > this.pace.patienceWithRedisMs) await this.pipeline.dispatchFromPostgres();
  }

  /** True: sending is held. */
  private async beat(): Promise<boolean> {
    const { held, because } = await this.pulse.beat();
    if (because !== null) this.logger.error({ because }, 'the database was put back from a backup: sending is held until it is released');
    return held;
  }

  private async sweep(): Promise<void> {
    const swept = await this.pipeline.sweep();
    if (swept && swept.expired > 0) this.logger.warn({ expired: swept.expired }, 'messages became too late');
    await this.pipeline.resolve();
    await this.pipeline.forget();
  }
}
