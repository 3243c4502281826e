import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

type Answer = { id?: number; is: string; why?: string; /** Where it listens. */ port?: number };
export type Start = { role: 'worker' | 'hooks'; env: Record<string, string>; pace?: { planMs: number; sweepMs: number; patienceWithRedisMs: number }; callTimeoutMs?: number; gateHoldsMs?: number; shift: number };
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** No start or stop of a healthy process takes this long, even on a busy machine. */
const PATIENCE_MS = 30_000;

/** One process that may be killed at any time. What it was asked then stays unanswered, and the asker is told. */
export class Child {
  readonly ended: Promise<Ended>;
  end: Ended | undefined;
  said = '';
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  private readonly ready: Promise<void>;
  private asked = 0;

  constructor(bundle: string, cacheDirectory: string) {
    this.process = fork(bundle, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { TZ: 'UTC', NODE_COMPILE_CACHE: cacheDirectory } });
    for (const stream of [this.process.stdout!, this.process.stderr!]) stream.on('data', (data: Buffer) => (this.said = (this.said + data.toString()).slice(-8_000)));
    this.ended = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve({ code, signal })));
    void this.ended.then((end) => {
      this.end = end;
      for (const { reject } of this.waiting.values()) reject(new Error('the process has ended'));
      this.waiting.clear();
    });
    this.ready = new Promise((resolve) => this.process.once('message', () => resolve()));
    this.process.on('message', (answer: Answer) => {
      if (answer.id === undefined) return;
      this.waiting.get(answer.id)?.resolve(answer);
      this.waiting.delete(answer.id);
    });
    this.process.on('error', () => undefined);
  }

  get pid(): number {
    return this.process.pid!;
  }

  get alive(): boolean {
    return this.end === undefined;
  }

  /** Throws what the process said when it could not. */
  async ask(verb: 'start' | 'stop' | 'armed' | 'hold' | 'freeze' | 'shift', task: object = {}): Promise<Answer> {
    await Promise.race([this.ready, this.ended]);
    if (!this.alive) throw new Error('the process has ended');
    const id = (this.asked += 1);
    const answer = await new Promise<Answer>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`"${verb}" was not done within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
      this.waiting.set(id, { resolve: (a) => (clearTimeout(late), resolve(a)), reject: (e) => (clearTimeout(late), reject(e)) });
      this.process.send({ id, verb, ...task }, (error) => error && this.waiting.get(id)?.reject(error));
    });
    if (answer.is === 'failed') throw new Error(answer.why);
    return answer;
  }

  /** Stopped in the middle of what it did. */
  get frozen(): boolean {
    try {
      return this.alive && / T \d/.test(readFileSync(`/proc/${this.pid}/stat`, 'utf8').replace(/^.*\)/, ''));
    } catch {
      return false;
    }
  }

  signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGCONT'): void {
    if (this.alive) this.process.kill(name);
  }
}

/** Processes that have loaded everything and wait for work: starting one from nothing costs most of a second of a core. */
export class Nursery {
  private readonly spare: Child[] = [];
  private readonly all = new Set<Child>();
  started = 0;

  constructor(
    private readonly bundle: string,
    private readonly cacheDirectory: string,
  ) {
    // A run that is broken off leaves nobody behind: one that is frozen would not notice that we have gone.
    process.once('exit', this.killAll);
  }

  take(): Child {
    for (let child = this.spare.pop(); child; child = this.spare.pop()) if (child.alive) return child;
    const child = new Child(this.bundle, this.cacheDirectory);
    this.started += 1;
    this.all.add(child);
    void child.ended.then(() => this.all.delete(child));
    return child;
  }

  /** Stopped, alive, and as good as new. */
  giveBack(child: Child): void {
    if (child.alive) this.spare.push(child);
  }

  private readonly killAll = (): void => {
    for (const child of this.all) child.signal('SIGKILL');
  };

  async close(): Promise<void> {
    process.off('exit', this.killAll);
    this.killAll();
    await Promise.all([...this.all].map((child) => child.ended));
  }
}
