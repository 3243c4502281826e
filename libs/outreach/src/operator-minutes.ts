import type { Tx } from '@radslag/db';
import { STANDING_MINUTES, type OperatorMinute } from '@radslag/domain';

/** No call takes longer than its own patience (ten seconds): one that is open after this is hanging. */
const HANGING_MS = 15_000;

/**
 * What each operator did in each of the last minutes. A definite no that is about the message is no fault of the operator,
 * and a call that nobody closed was ours to close. Reads the end of the primary key: ids begin with the time.
 */
export function operatorMinutes(tx: Tx): Promise<OperatorMinute[]> {
  const since = new Date(tx.now.getTime() - (STANDING_MINUTES + 5) * 60_000);
  return tx.query<OperatorMinute>(
    `SELECT operator, floor(extract(epoch FROM started_at) / 60)::integer AS minute, count(*)::integer AS calls,
            (count(*) FILTER (WHERE outcome IS NULL OR outcome IN ('retryable', 'unknown')))::integer AS errors,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FILTER (WHERE outcome IS DISTINCT FROM 'retryable'))::float8 AS "medianMs"
     FROM (SELECT a.operator, a.started_at, a.ended_at, a.outcome, a.detail, extract(epoch FROM coalesce(a.ended_at, $4) - a.started_at) * 1000 AS ms
           FROM message_attempt a WHERE a.municipality_id = $1 AND a.id >= $2 AND a.started_at > $3 AND a.started_at <= $4) recent
     WHERE detail IS DISTINCT FROM 'never-closed' AND (ended_at IS NOT NULL OR ms > $5)
     GROUP BY 1, 2`,
    [tx.municipalityId, firstIdAt(since), since, tx.now, HANGING_MS],
  );
}

/** The smallest id that could have been made at a moment (UUIDv7). */
function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
