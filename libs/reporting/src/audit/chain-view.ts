import type { AuditChain } from '@radslag/contracts';
import { AuditBreakRow, AuditCheck, type Tx } from '@radslag/db';
import { ANCHOR_BREAKS, auditStanding } from '@radslag/domain';
import { IsNull, Not } from 'typeorm';

/** A log reviewer looks at what is new; what was answered for long ago is in the log. */
const MOST = 200;

/** What may be said of the chain: what the last whole check covered, and each place where it does not hold. */
export async function chainView(tx: Tx): Promise<AuditChain> {
  const [last] = await tx.find(AuditCheck, { finishedAt: Not(IsNull()) }, { order: { startedAt: 'DESC', id: 'DESC' }, take: 1 });
  const rows = await tx.find(AuditBreakRow, {}, { order: { answeredAt: { direction: 'DESC', nulls: 'FIRST' }, foundAt: 'DESC', id: 'DESC' }, take: MOST });
  const names = await namesOf(tx, rows.flatMap((row) => row.answeredBy ?? []));
  const [{ unanswered }] = (await tx.query<{ unanswered: number }>('SELECT count(*)::integer AS unanswered FROM audit_break WHERE municipality_id = $1 AND answered_at IS NULL', [tx.municipalityId])) as [{ unanswered: number }];
  // At that check, or since: the next writes a new end only if it has been explained by then.
  const waits = last !== undefined && rows.some((row) => (ANCHOR_BREAKS as readonly string[]).includes(row.kind) && row.foundAt <= last.finishedAt! && (row.answeredAt === null || row.answeredAt > last.startedAt));
  return {
    standing: auditStanding({ last: last === undefined ? null : { finishedAt: last.finishedAt!, found: last.found }, unanswered }, tx.now),
    last: last === undefined ? null : { at: last.startedAt.toISOString(), entries: last.entries, upTo: Number(last.upTo), found: last.found, anchoredIn: waits ? 'waits' : last.anchoredIn },
    breaks: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      from: Number(row.fromSeq),
      to: Number(row.toSeq),
      foundAt: row.foundAt.toISOString(),
      answer: row.answeredAt === null ? null : { at: row.answeredAt.toISOString(), by: names.get(row.answeredBy ?? '') ?? null, reason: row.reason!, note: row.note },
    })),
  };
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await tx.query<{ id: string; name: string }>('SELECT id, name FROM staff_user WHERE municipality_id = $1 AND id = ANY($2)', [tx.municipalityId, ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
