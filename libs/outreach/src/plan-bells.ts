import type { Database } from '@radslag/db';
import type { Bells, DueMessage } from '@radslag/jobs';
import { passBy, type AtPoint } from './crash-points';

export type ClaimSettings = { limit: number; horizonMs: number; leaseMs: number };
export const DEFAULT_CLAIM: ClaimSettings = { limit: 500, horizonMs: 0, leaseMs: 60_000 };

type Row = { municipality_id: string; id: string; epoch: number; due_at: Date };

export async function claimDue(db: Database, claim: ClaimSettings = DEFAULT_CLAIM): Promise<DueMessage[]> {
  const rows = await db.withoutTenant<Row>(`SELECT * FROM claim_due_messages($1, $2 * interval '1 millisecond', $3 * interval '1 millisecond')`, [claim.limit, claim.horizonMs, claim.leaseMs]);
  return rows.map((row) => ({ municipalityId: row.municipality_id, id: row.id, epoch: row.epoch, dueAt: row.due_at }));
}

/**
 * As many bells as keep a worker busy until it asks for more (it does when none is left waiting). Whoever is due next stands
 * behind these, whatever else is due: with an operator that is slow to answer, two hundred of them were half a minute.
 */
const ENOUGH_BELLS = 32;
/** What is not due yet hangs where nobody waits behind it: claimed in ever larger parts, since each claim passes by all that hangs already. */
const MOST_AT_ONCE = 8_000;

/**
 * Claims what is due within the horizon and rings for it, until nothing is due or enough bells hang. A bell that is lost
 * after the claim costs one lease.
 */
export async function ringDue(db: Database, bells: Bells, claim: ClaimSettings = DEFAULT_CLAIM, at: AtPoint = passBy): Promise<number> {
  if (!(await bells.remembered())) await db.withoutTenant('SELECT lapse_bells()');
  let rung = 0;
  let { limit } = claim;
  for (;;) {
    if ((await bells.waiting()) >= ENOUGH_BELLS) return rung;
    const due = await claimDue(db, { ...claim, limit });
    if (due.length === 0) return rung;
    await at('claimed');
    const now = await db.now();
    await bells.ring(due, now);
    await at('rung');
    rung += due.length;
    limit = due.some((message) => message.dueAt <= now) ? claim.limit : Math.min(limit * 2, MOST_AT_ONCE);
  }
}
