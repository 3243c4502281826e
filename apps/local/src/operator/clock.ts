import type { Pool } from 'pg';

export interface ClockReading {
  readonly available: boolean;
  /** what the whole of Rådslag takes for now */
  readonly now: string;
  readonly realNow: string;
  readonly offsetMs: number;
  readonly nextMessageAt: string | null;
}
export type Moved = { readonly ok: true; readonly clock: ClockReading } | { readonly ok: false; readonly sentence: string };

/** Where the clock can be put: ahead of the real time or at it, never behind. */
export function offsetFor(target: number, realNow: number): number | undefined {
  return Number.isFinite(target) && target >= realNow ? Math.round(target - realNow) : undefined;
}

/** A reminder is due when its time has come, so the clock goes just past it. */
const PAST_DUE_MS = 1000;

/** Moves `app_now()` for every app at once, by the row that it reads. */
export class AppClock {
  private offsetMs = 0;

  constructor(private readonly pool: Pool) {}

  /** The moved time without a round trip, for stamping messages. */
  stamp(): string {
    return new Date(Date.now() + this.offsetMs).toISOString();
  }

  async read(): Promise<ClockReading> {
    const realNow = new Date();
    try {
      const { rows } = await this.pool.query<{ offset: string; next: Date | null }>(
        'select coalesce((select offset_ms from app_clock limit 1), 0)::text as offset, next_message_due() as next',
      );
      this.offsetMs = Number(rows[0]?.offset ?? 0);
      return {
        available: true,
        now: new Date(realNow.getTime() + this.offsetMs).toISOString(),
        realNow: realNow.toISOString(),
        offsetMs: this.offsetMs,
        nextMessageAt: rows[0]?.next?.toISOString() ?? null,
      };
    } catch {
      return { available: false, now: this.stamp(), realNow: realNow.toISOString(), offsetMs: this.offsetMs, nextMessageAt: null };
    }
  }

  async moveTo(instant: number): Promise<Moved> {
    const offset = offsetFor(instant, Date.now());
    if (offset === undefined) return { ok: false, sentence: 'Klockan kan bara ställas framåt från den verkliga tiden.' };
    return this.setOffset(offset);
  }

  async moveToNextMessage(): Promise<Moved> {
    const { available, nextMessageAt, now } = await this.read();
    if (!available) return { ok: false, sentence: 'Klockan går inte att nå just nu: databasen svarar inte.' };
    if (nextMessageAt === null) return { ok: false, sentence: 'Det finns inget planerat meddelande att flytta till.' };
    const target = Date.parse(nextMessageAt) + PAST_DUE_MS;
    if (target <= Date.parse(now)) return { ok: false, sentence: 'Nästa meddelande är redan på väg. Vänta några sekunder.' };
    return this.moveTo(target);
  }

  async setOffset(offsetMs: number): Promise<Moved> {
    if (!Number.isSafeInteger(offsetMs) || offsetMs < 0) {
      return { ok: false, sentence: 'Klockan kan bara ställas framåt från den verkliga tiden.' };
    }
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const updated = await client.query('update app_clock set offset_ms = $1', [offsetMs]);
      if (updated.rowCount === 0) await client.query('insert into app_clock (offset_ms) values ($1)', [offsetMs]);
      await client.query("select pg_notify('radslag_clock', '')");
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
    return { ok: true, clock: await this.read() };
  }
}
