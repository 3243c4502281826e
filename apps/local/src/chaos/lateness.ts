/** A third of what a worker gives an operator for its answer: less than this makes nothing late. */
export const LATE_MS = 80;
const LOOK_MS = 20;

/**
 * When the operators of a run, which live in this process, could not answer: whatever should have happened in the meantime happened at its
 * end. What a worker took for silence then was ours, and not what the script had said of the operator.
 */
export class Lateness {
  readonly periods: { from: number; to: number }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private looked = 0;

  constructor(private readonly now: () => number = Date.now) {}

  start(): void {
    this.looked = this.now();
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  look(): void {
    const now = this.now();
    if (now - this.looked > LOOK_MS + LATE_MS) this.note(this.looked, now);
    this.looked = now;
  }

  /** Also what is known by itself to have taken too long. */
  note(from: number, to: number): void {
    this.periods.push({ from, to });
  }
}

type Period = { from: number; to: number };
/** What was begun at `from` and given up by `to` may have been given up because of us. */
export const wasLate = (lateness: readonly Period[], { from, to }: Period): boolean => lateness.some((late) => late.from <= to && late.to >= from);
