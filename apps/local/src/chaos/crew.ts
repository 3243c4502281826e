import type { CrashPoint } from '@radslag/outreach';
import type { Child, Nursery, Start } from './children';
import { pause } from './clockwork';
import { Frost } from './frost';

/** The clock's own call brings both forward, so between its moves a worker need not look often. */
const PACE = { planMs: 350, sweepMs: 900, patienceWithRedisMs: 150 };
/** The operator is given up on this soon: a hanging call costs a seed a quarter of a second. */
const CALL_TIMEOUT_MS = 250;
/**
 * A gate is good for this long, and the clock stands still for longer while a call is under way (`clockwork.ts`): as in
 * production, where it is half the lease.
 */
const GATE_HOLDS_MS = 450;
/** The last thing a process in farewell may need. */
const FAREWELL_MS = 20_000;
/** At these points it is the API that dies. */
const AT_HOOKS: readonly CrashPoint[] = ['receiptStored'];

export type Deaths = Partial<Record<CrashPoint | 'callAccepted' | 'now', number>>;

/** The workers of a seed and the process that takes receipts, kept at their number as an orchestrator would. */
export class Crew {
  private readonly workers = new Set<Child>();
  /** Also those that are just leaving. */
  private readonly mine = new Set<Child>();
  readonly frost = new Frost(() => this.mine);
  private hooks: Child | undefined;
  /** Where receipts and replies are taken just now. */
  hooksPort: number | undefined;
  private supervising = true;
  private readonly starting = new Set<Promise<void>>();
  private shiftMs = 0;
  readonly deaths: Deaths = {};
  readonly complaints: string[] = [];
  /** Somebody reads why a process refuses to start, and mends it: a Redis that drops keys. */
  mendRedis: (() => Promise<unknown>) | undefined;

  constructor(
    private readonly nursery: Nursery,
    private readonly env: () => Record<string, string>,
  ) {}

  async begin(workers: number): Promise<void> {
    this.keepUp(() => this.startHooks());
    for (let i = 0; i < workers; i++) this.keepUp(() => this.startWorker());
    await this.ready();
  }

  get isThere(): boolean {
    return this.starting.size === 0;
  }

  /** Every process that should be there is. */
  async ready(): Promise<void> {
    while (this.starting.size > 0) await Promise.all(this.starting);
  }

  /** The nth time one of them comes there it dies; with `callAccepted` the caller tells when. */
  async arm(point: CrashPoint, nth: number): Promise<void> {
    await this.tell(point, 'armed', { point, nth });
    this.lastArmed = point;
  }

  /** The nth time one of them comes there it stands still for longer than anything it holds is good for. */
  async freeze(point: CrashPoint, nth: number): Promise<void> {
    await this.tell(point, 'freeze', { point, nth });
    this.frost.watch();
  }

  /** Each of them waits there, once. */
  hold(point: CrashPoint, ms: number): Promise<void> {
    return this.tell(point, 'hold', { point, ms });
  }

  private async tell(point: CrashPoint, verb: 'armed' | 'hold' | 'freeze', task: object): Promise<void> {
    const targets = AT_HOOKS.includes(point) ? [this.hooks] : point === 'receiptApplied' ? [this.hooks, ...this.workers] : [...this.workers];
    await Promise.all(targets.map((child) => child?.ask(verb, task).catch(() => undefined)));
  }
  private lastArmed: CrashPoint | undefined;

  kill(which: 'one' | 'all', why: 'now' | 'callAccepted' = 'now'): void {
    const targets = [...this.workers].slice(0, which === 'one' ? 1 : undefined);
    for (const child of targets) {
      this.deaths[why] = (this.deaths[why] ?? 0) + 1;
      this.workers.delete(child);
      child.signal('SIGKILL');
      this.keepUp(() => this.startWorker());
    }
  }

  /** One after the other, each asked to finish what it does; another takes its place first. */
  async rollingRestart(): Promise<void> {
    await this.ready();
    for (const child of [...this.workers]) {
      const successor = this.keepUp(() => this.startWorker());
      this.workers.delete(child);
      child.signal('SIGTERM');
      const end = await Promise.race([child.ended, pause(FAREWELL_MS).then(() => undefined)]);
      if (end === undefined) {
        this.complaints.push('a worker did not leave within 20 s of SIGTERM');
        child.signal('SIGKILL');
      } else if (end.signal !== 'SIGTERM' && end.signal !== 'SIGKILL' && end.code !== 0) {
        this.complaints.push(`a worker left a rolling restart with code ${end.code}: ${child.said.slice(-300)}`);
      }
      await successor;
    }
  }

  /** Nobody is there; and then everybody again. */
  async outage(while_: () => Promise<void>): Promise<void> {
    await this.ready();
    const number = this.workers.size;
    const leaving = [...this.workers];
    this.workers.clear();
    for (const child of leaving) child.signal('SIGKILL');
    await Promise.all(leaving.map((child) => child.ended));
    await while_();
    for (let i = 0; i < number; i++) this.keepUp(() => this.startWorker());
    await this.ready();
  }

  /** Half of the workers get a wrong clock, so that they also disagree with each other. */
  async shiftClocks(ms: number): Promise<void> {
    this.shiftMs = ms;
    await Promise.all([...this.workers].filter((_, i) => i % 2 === 0).map((child) => child.ask('shift', { ms }).catch(() => undefined)));
  }

  /** What a fresh worker answers to a Redis that drops keys. */
  async tryToStart(): Promise<{ refused: string } | 'started'> {
    const child = this.nursery.take();
    const outcome = await child.ask('start', this.workerStart()).then(
      () => 'started' as const,
      (error: Error) => ({ refused: error.message }),
    );
    // It may have opened something before it refused: in production the process would be gone.
    child.signal('SIGKILL');
    await child.ended;
    return outcome;
  }

  /** Whoever still lives goes back to the nursery, fit for another seed. */
  async dismiss(): Promise<void> {
    await this.ready();
    this.supervising = false;
    this.frost.end();
    this.mine.clear();
    await Promise.all(
      [...this.workers, ...(this.hooks ? [this.hooks] : [])].map(async (child) => {
        try {
          await child.ask('stop');
          this.nursery.giveBack(child);
        } catch {
          child.signal('SIGKILL');
        }
      }),
    );
    this.workers.clear();
  }

  private keepUp(start: () => Promise<void>): Promise<void> {
    const starting: Promise<void> = start()
      .catch((error: Error) => void this.complaints.push(`a process did not start: ${error.message}`))
      .finally(() => this.starting.delete(starting));
    this.starting.add(starting);
    return starting;
  }

  private workerStart(): Start {
    return { role: 'worker', env: this.env(), pace: PACE, callTimeoutMs: CALL_TIMEOUT_MS, gateHoldsMs: GATE_HOLDS_MS, shift: this.shiftMs };
  }

  private async startWorker(): Promise<void> {
    const { child } = await this.startUntilUp(this.workerStart());
    this.workers.add(child);
    void child.ended.then(({ code }) => {
      if (!this.workers.delete(child) || !this.supervising) return;
      this.noteDeath(child, code);
      this.keepUp(() => this.startWorker());
    });
  }

  private async startHooks(): Promise<void> {
    const { child, port } = await this.startUntilUp({ role: 'hooks', env: this.env(), shift: 0 });
    this.hooks = child;
    this.hooksPort = port;
    void child.ended.then(({ code }) => {
      if (this.hooks !== child || !this.supervising) return;
      this.noteDeath(child, code);
      this.keepUp(() => this.startHooks());
    });
  }

  /** Postgres may be away just now: the orchestrator tries again. */
  private async startUntilUp(start: Start): Promise<{ child: Child; port: number | undefined }> {
    for (let attempt = 1; ; attempt++) {
      const child = this.nursery.take();
      try {
        const { port } = await child.ask('start', start);
        this.mine.add(child);
        void child.ended.then(() => this.mine.delete(child));
        return { child, port };
      } catch (error) {
        child.signal('SIGKILL');
        await child.ended;
        if (/noeviction/.test((error as Error).message)) await this.mendRedis?.();
        if (attempt === 20 || !this.supervising) throw error;
        await pause(100);
      }
    }
  }

  private noteDeath(child: Child, code: number | null): void {
    if (code !== null) this.complaints.push(`a process died by itself with code ${code}: ${child.said.slice(-400)}`);
    else if (this.lastArmed) this.deaths[this.lastArmed] = (this.deaths[this.lastArmed] ?? 0) + 1;
  }
}
