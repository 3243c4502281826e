/** Runs a piece of work again and again with a pause between, never twice at once. `now()` brings the next run forward. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private wanted = false;
  private stopped = false;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.schedule(0);
  }

  now(): void {
    if (this.running) this.wanted = true;
    else this.schedule(0);
  }

  /** Waits for the run that is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(afterMs: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), afterMs);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.wanted = false;
    this.running = this.work().catch(this.onError);
    await this.running;
    this.running = undefined;
    this.schedule(this.wanted ? 0 : this.everyMs);
  }
}
