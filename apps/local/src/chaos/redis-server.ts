import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of one lane's own: it is stopped, emptied, started from an old file and misconfigured as the script says. */
export class RedisServer {
  private process: ChildProcess | undefined;
  private hasSnapshot = false;
  private waking: NodeJS.Timeout | undefined;
  /** How often it has hung. */
  hangs = 0;

  constructor(
    private readonly program: string,
    private readonly port: number,
    private readonly directory: string,
  ) {
    mkdirSync(directory, { recursive: true });
    // A run that is broken off leaves nobody behind: one that is stopped would not notice that we have gone.
    process.once('exit', this.kill);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get up(): boolean {
    return this.process !== undefined;
  }

  async start(snapshot: 'empty' | 'old' = 'empty'): Promise<void> {
    if (this.process) return;
    const file = join(this.directory, 'dump.rdb');
    rmSync(file, { force: true });
    if (snapshot === 'old' && this.hasSnapshot) copyFileSync(join(this.directory, 'kept.rdb'), file);
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.directory, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    const child = spawn(this.program, settings, { stdio: 'ignore' });
    this.process = child;
    child.once('exit', () => {
      if (this.process === child) this.process = undefined;
    });
    await this.command((redis) => redis.ping());
  }

  /** As a machine that loses power: nothing is written on the way. */
  async stop(): Promise<void> {
    const child = this.process;
    if (!child) return;
    this.wake();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** It takes connections and commands, and answers neither yes nor no, for so long at most. */
  hang(ms: number): void {
    if (!this.process || this.hanging) return;
    this.process.kill('SIGSTOP');
    this.hangs += 1;
    this.waking = setTimeout(() => this.wake(), ms);
  }

  get hanging(): boolean {
    return this.waking !== undefined;
  }

  /** What has been said to it meanwhile, it does now. */
  wake(): void {
    clearTimeout(this.waking);
    this.waking = undefined;
    this.process?.kill('SIGCONT');
  }

  private readonly kill = (): void => {
    this.process?.kill('SIGKILL');
  };

  /** For good. */
  async close(): Promise<void> {
    await this.stop();
    process.off('exit', this.kill);
  }

  async snapshot(): Promise<void> {
    await this.command((redis) => redis.save());
    copyFileSync(join(this.directory, 'dump.rdb'), join(this.directory, 'kept.rdb'));
    this.hasSnapshot = true;
  }

  flush(): Promise<unknown> {
    return this.command((redis) => redis.flushall());
  }

  setPolicy(policy: 'noeviction' | 'allkeys-lru'): Promise<unknown> {
    return this.command(async (redis) => {
      await redis.config('SET', 'maxmemory', '0');
      await redis.config('SET', 'maxmemory-policy', policy);
    });
  }

  /** Every key is one too many. */
  evict(): Promise<unknown> {
    return this.command(async (redis) => {
      await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
      await redis.config('SET', 'maxmemory', '1');
    });
  }

  /** Between seeds. */
  async refresh(): Promise<void> {
    this.hasSnapshot = false;
    this.wake();
    this.hangs = 0;
    await this.start();
    await this.setPolicy('noeviction');
    await this.flush();
  }

  private async command<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 10, connectTimeout: 5_000 });
    redis.on('error', () => undefined);
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }
}
