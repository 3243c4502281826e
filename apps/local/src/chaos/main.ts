import { Cluster, type PostgresServer } from './cluster';
import { Nursery } from './children';
import { playFairness } from './fairness';
import { RedisServer } from './redis-server';
import type { Client } from 'pg';
import { runSeed, type Ground, type Lane, type Verdict } from './run-seed';
import { isFragile } from './script';
import type { Keys } from './stage';

export { writeScript } from './script';
export type { Verdict } from './run-seed';

export type ChaosSettings = {
  /** Never crashed, and one that is. */
  steady: PostgresServer;
  fragile: PostgresServer;
  redisProgram: string;
  directory: string;
  keys: Keys;
  lanes: number;
  ports: () => Promise<number>;
  onVerdict: (verdict: Verdict) => void;
  signal: AbortSignal;
};

export type Round = {
  seeds: readonly number[];
  bundle: string;
  plant?: { name: string; inDatabase: (superuser: Client) => Promise<void> };
  enough?: (verdict: Verdict) => boolean;
  onVerdict?: (verdict: Verdict) => void;
  /** Only these of the lanes: the others play another round. */
  lanes?: readonly number[];
};

/** The ground that several rounds of seeds are played on, each with its own bundle of the worker. */
export class ChaosGround {
  private constructor(
    private readonly settings: ChaosSettings,
    private readonly steady: Cluster,
    private readonly fragile: Cluster,
    private readonly redis: RedisServer[],
  ) {}

  static async prepare(settings: ChaosSettings): Promise<ChaosGround> {
    const [steady, fragile] = await Promise.all([Cluster.prepare(settings.steady, settings.keys.master), Cluster.prepare(settings.fragile, settings.keys.master)]);
    const redis: RedisServer[] = [];
    for (let lane = 0; lane < settings.lanes; lane++) {
      redis.push(new RedisServer(settings.redisProgram, await settings.ports(), `${settings.directory}/redis-${lane}`));
    }
    return new ChaosGround(settings, steady, fragile, redis);
  }

  /** All of them, or until `enough` says so. Seeds that crash Postgres take turns; the others go side by side. */
  async round({ seeds, bundle, plant, enough = () => false, onVerdict = this.settings.onVerdict, lanes }: Round): Promise<Verdict[]> {
    const ground = async (cluster: Cluster): Promise<Ground> => (plant ? { cluster, template: await cluster.variant(plant.name, plant.inDatabase), ending: `_${plant.name.toLowerCase()}` } : { cluster });
    const [steady, fragile] = await Promise.all([ground(this.steady), ground(this.fragile)]);
    const nursery = new Nursery(bundle, `${this.settings.directory}/compile-cache`);
    const waiting = [...seeds];
    const verdicts: Verdict[] = [];
    let done = false;
    let fragileTaken = false;
    const next = (): number | undefined => {
      const at = waiting.findIndex((seed) => !isFragile(seed) || !fragileTaken);
      return at < 0 ? undefined : waiting.splice(at, 1)[0];
    };
    const work = async (lane: Lane) => {
      while (!done && !this.settings.signal.aborted) {
        const seed = next();
        if (seed === undefined) return;
        if (isFragile(seed)) fragileTaken = true;
        const verdict = await runSeed(seed, isFragile(seed) ? fragile : steady, lane, this.settings.keys);
        if (isFragile(seed)) fragileTaken = false;
        verdicts.push(verdict);
        onVerdict(verdict);
        done ||= enough(verdict);
      }
    };
    try {
      const redis = lanes ? lanes.map((lane) => this.redis[lane]!) : this.redis;
      await Promise.all(redis.map((one) => work({ redis: one, nursery })));
      // A lane that found only seeds of the other kind has gone; what was held back for it is done here.
      if (!done) await work({ redis: redis[0]!, nursery });
    } finally {
      await nursery.close();
    }
    return verdicts.sort((a, b) => a.seed - b.seed);
  }

  /** I12, with the worker as it is: what it says when one municipality stands in another's way. */
  async fairness(bundle: string): Promise<string[]> {
    const nursery = new Nursery(bundle, `${this.settings.directory}/compile-cache`);
    try {
      return await playFairness(this.steady, { redis: this.redis[0]!, nursery }, this.settings.keys);
    } finally {
      await nursery.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.redis.map((redis) => redis.close()));
  }
}
