import { Client } from 'pg';
import type { Logger } from '@radslag/platform';

/** What the database says of itself: that the clock was moved (local and test mode), and whose operator accounts were changed. */
export type Heard = { clock: () => void; operators: (municipalityId: string) => void };

/** Hears at once what would else be found at the next look. Nothing rests on it: what is missed is read again within seconds. */
export class DatabaseListener {
  private client: Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  private heard: Heard | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly logger: Logger,
  ) {}

  start(heard: Heard): void {
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
    client.on('notification', ({ channel, payload }) => (channel === 'radslag_clock' ? this.heard?.clock() : this.heard?.operators(payload ?? '')));
    try {
      await client.connect();
      await client.query('LISTEN radslag_clock; LISTEN radslag_operators');
      // It may have been moved while nobody listened.
      this.heard?.clock();
    } catch (error) {
      this.logger.warn({ err: error }, 'the database cannot be listened to');
      await client.end().catch(() => undefined);
    }
  }

  private again(): void {
    if (this.stopped) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), 2_000);
  }
}
