import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { Subject } from 'rxjs';
import type { Change } from '@radslag/db';
import { env, type Logger } from '@radslag/platform';

export type MunicipalityChange = Change & { municipalityId: string };

const RECONNECT_MS = 1_000;

/** Hears `NOTIFY radslag_change` on one connection and passes it on; reconnects for as long as it takes. */
@Injectable()
export class Changes implements OnModuleInit, OnApplicationShutdown {
  readonly heard = new Subject<MunicipalityChange>();
  /** Something may have been missed: open screens should read again. */
  readonly resumed = new Subject<void>();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly logger: Logger) {}

  async onModuleInit(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.heard.complete();
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: env().database.url, application_name: 'radslag-changes', keepAlive: true });
    client.on('error', (error) => this.retry(client, error));
    client.on('end', () => this.retry(client));
    client.on('notification', ({ payload }) => payload && this.heard.next(JSON.parse(payload) as MunicipalityChange));
    try {
      await client.connect();
      await client.query('LISTEN radslag_change');
      this.client = client;
      this.resumed.next();
    } catch (error) {
      this.retry(client, error as Error);
    }
  }

  private retry(client: Client, error?: Error): void {
    client.removeAllListeners();
    client.on('error', () => undefined);
    if (this.stopped || this.timer) return;
    if (error) this.logger.warn({ err: error }, 'listening for changes was interrupted');
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.listen();
    }, RECONNECT_MS);
  }
}
