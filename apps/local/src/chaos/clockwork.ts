import type { Observer } from './observer';
import type { Phones } from './phones';

type Busy = { due: number; rung: number; sending: number; doubt: number; receipts: number };

/** What somebody should be doing at this moment: zero of each when nobody need do anything. */
const BUSY = `
SELECT count(*) FILTER (WHERE state IN ('planned', 'queued') AND due_at <= app_now() AND (lease_until IS NULL OR lease_until < app_now()))::int AS due,
       count(*) FILTER (WHERE state = 'queued' AND due_at <= app_now() AND lease_until >= app_now())::int AS rung,
       count(*) FILTER (WHERE state = 'sending' AND lease_until >= app_now())::int AS sending,
       count(*) FILTER (WHERE state IN ('sending', 'unknown') AND lease_until < app_now())::int AS doubt,
       (SELECT count(*)::int FROM receipt_inbox WHERE applied_at IS NULL) AS receipts
FROM message WHERE state IN ('planned', 'queued', 'sending', 'unknown')`;

/** The next moment at which something is to be done, leases and backoffs included. */
const NEXT = `
SELECT min(CASE WHEN state = 'planned' THEN GREATEST(due_at, lease_until) WHEN state = 'queued' THEN lease_until ELSE lease_until END) AS at
FROM message WHERE state IN ('planned', 'queued', 'sending', 'unknown') AND (state = 'planned' OR lease_until IS NOT NULL)`;

/** Where somebody's belief comes true or does not: of every time that a conference has had and that is ahead, the first. */
const STARTS = `
SELECT min((facts->>'startsLocal')::timestamp AT TIME ZONE 'Europe/Stockholm') AS at FROM chaos_moment
WHERE what = 'conference' AND (facts->>'startsLocal')::timestamp AT TIME ZONE 'Europe/Stockholm' > app_now() + interval '3 minutes'`;
const BEFORE_START_MS = 150_000;
/** A move of the clock wakes the sweepers: they have looked by then. */
const SWEPT_MS = 700;

/** A bell that is lost is rung again when the lease ends: nobody waits for it in real time. */
const UNANSWERED_MS = 500;
const STUCK_MS = 20_000;

/** Moves the clock only when nothing is under way, so that what is late is late through a fault and not through the harness. */
export class Clockwork {
  /** What stood still when it was last stuck, for whoever reads the story. */
  stuckOn = '';

  constructor(
    private readonly observer: Observer,
    private readonly phones: Phones,
    /** Every process that should be there is: what nobody can do yet is not late. */
    private readonly crewIsThere: () => boolean,
  ) {}

  now(): number {
    return this.observer.now();
  }

  /** Waits for what can be done now. What only a lease can free (a lost bell, a dead worker's call) is left to the clock. */
  async quiet(): Promise<'quiet' | 'leased' | 'stuck'> {
    let begun = performance.now();
    let changedAt = begun;
    let last = '';
    for (;;) {
      const [busy] = await this.observer.ask<Busy>(BUSY);
      const { due, rung, sending, doubt, receipts } = busy!;
      if (due + doubt + receipts + rung + sending === 0) return 'quiet';
      if (!this.crewIsThere()) begun = performance.now();
      const line = JSON.stringify(busy);
      if (line !== last) changedAt = performance.now();
      last = line;
      if (due + doubt + receipts === 0 && performance.now() - changedAt > UNANSWERED_MS) return 'leased';
      if (performance.now() - begun > STUCK_MS) {
        this.stuckOn = await this.whoHolds(line);
        return 'stuck';
      }
      await pause(8);
    }
  }

  /** To `target`, stopping wherever something is to be done on the way. Returns false when something due was never done. */
  async advance(target: number): Promise<boolean> {
    for (let stop = 0; stop < 400; stop++) {
      if ((await this.quiet()) === 'stuck') return false;
      const next = await this.next();
      if (next === null || next > target) break;
      await this.moveTo(Math.max(next + 1_000, this.now()));
    }
    if (target > this.now()) await this.moveTo(target);
    return (await this.quiet()) !== 'stuck';
  }

  /** The whole rest, until nothing is planned and every receipt has been applied. */
  async settle(): Promise<boolean> {
    for (let stop = 0; stop < 400; stop++) {
      if ((await this.quiet()) === 'stuck') return false;
      const next = await this.next();
      if (next === null) break;
      await this.moveTo(Math.max(next + 1_000, this.now()));
    }
    const deadline = performance.now() + STUCK_MS;
    while (!this.phones.idle && performance.now() < deadline) await pause(10);
    return (await this.quiet()) === 'quiet' && this.phones.idle;
  }

  /** Hours pass in no time here: what sweepers do every minute, they get to do before a time comes that somebody may wait for. */
  private async moveTo(instant: number): Promise<void> {
    for (;;) {
      const [row] = await this.observer.ask<{ at: Date | null }>(STARTS);
      const stop = row?.at == null ? Infinity : row.at.getTime() - BEFORE_START_MS;
      if (stop >= instant) break;
      await this.observer.setClock(Math.max(stop, this.now()));
      await pause(SWEPT_MS);
      await this.quiet();
    }
    await this.observer.setClock(Math.max(instant, this.now()));
  }

  private async whoHolds(busy: string): Promise<string> {
    const sessions = await this.observer.ask<{ line: string }>(
      `SELECT concat_ws(' ', application_name, state, wait_event_type, wait_event, left(regexp_replace(query, '\s+', ' ', 'g'), 90)) AS line FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    );
    return `${busy}; ${sessions.map(({ line }) => line).join(' | ') || 'every session is idle'}`;
  }

  async next(): Promise<number | null> {
    const [row] = await this.observer.ask<{ at: Date | null }>(NEXT);
    return row!.at?.getTime() ?? null;
  }

  /** The next moment ahead of now. */
  async nextDue(): Promise<number | null> {
    const [row] = await this.observer.ask<{ at: Date | null }>(`SELECT min(GREATEST(due_at, lease_until)) AS at FROM message WHERE state = 'planned' AND GREATEST(due_at, lease_until) > app_now()`);
    return row!.at?.getTime() ?? null;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
