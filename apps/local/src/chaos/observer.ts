import { Client } from 'pg';

/** Looks behind the wall, as the superuser, and moves the clock. Comes back by itself when the server does. */
export class Observer {
  private client: Client | undefined;
  /** How far the movable clock is ahead of the machine's. */
  offsetMs = 0;
  /** A change that races with a jump may plan something inside it. */
  readonly jumps: { from: number; to: number }[] = [];

  constructor(private readonly url: string) {}

  now(): number {
    return Date.now() + this.offsetMs;
  }

  async setClock(instant: number): Promise<void> {
    this.jumps.push({ from: this.now(), to: instant });
    this.offsetMs = Math.round(instant - Date.now());
    await this.ask('UPDATE app_clock SET offset_ms = $1', [this.offsetMs]);
    await this.ask(`SELECT pg_notify('radslag_clock', '')`);
  }

  /** Repeats what a crash cut short: only for what may be done twice. */
  async ask<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        const client = await this.connected();
        return (await client.query(sql, parameters)).rows as T[];
      } catch (error) {
        this.client?.end().catch(() => undefined);
        this.client = undefined;
        const refusedByServer = /^(22|23|42)/.test((error as { code?: string }).code ?? '');
        if (refusedByServer || attempt === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async close(): Promise<void> {
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private async connected(): Promise<Client> {
    if (this.client) return this.client;
    const client = new Client({ connectionString: this.url });
    client.on('error', () => {
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    this.client = client;
    return client;
  }
}
