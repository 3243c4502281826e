import type { Child } from './children';

/** Longer than a gate is good for and longer than the clock stands still for a call: what is frozen then has lost its lease. */
const FROZEN_MS = 1_300;
const LOOK_MS = 50;

/** Watches for processes that stand still, and sets them going again. */
export class Frost {
  private timer: NodeJS.Timeout | undefined;
  private readonly since = new Map<Child, number>();
  times = 0;

  constructor(private readonly children: () => Iterable<Child>) {}

  watch(): void {
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
  }

  /** Whoever stands still goes on. */
  end(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    for (const child of this.children()) if (child.frozen) child.signal('SIGCONT');
  }

  private look(): void {
    for (const child of this.children()) {
      const since = this.since.get(child);
      if (!child.frozen) this.since.delete(child);
      else if (since === undefined) {
        this.times += 1;
        this.since.set(child, performance.now());
      } else if (performance.now() - since > FROZEN_MS) child.signal('SIGCONT');
    }
  }
}
