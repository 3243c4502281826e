import { Client } from 'pg';
import type { Logger } from '@radslag/platform';

/** Hears that the clock was moved (local and test mode), so that what is then due need not wait for the next look. */
export class ClockListener {
  private client: Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  private heard: () => void = () => undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly logger: Logger,
  ) {}

  start(heard: () => void): void {
    this.heard = heard;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, application_name: 'radslag-worker-listen', keepAlive: true });
    this.client = client;
    // Without a listener a broken idle connection ends the process (reliability §0.10).
    client.on('error', () => undefined);
    client.on('end', () => this.again());
    client.on('notification', () => this.heard());
    try {
      await client.connect();
      await client.query('LISTEN radslag_clock');
      // It may have been moved while nobody listened.
      this.heard();
    } catch (error) {
      this.logger.warn({ err: error }, 'the clock cannot be listened to');
      await client.end().catch(() => undefined);
    }
  }

  private again(): void {
    if (this.stopped) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), 2_000);
  }
}
