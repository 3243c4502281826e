import type { Tx } from '@radslag/db';
import type { SentChannel } from '@radslag/domain';
import type { SendOutcome } from '@radslag/sms';
import { tryNextWay } from './next-way';
import { stopAsOperatorSays } from './stop-writing';
import type { MunicipalWays } from './ways';

/** What a call came to. */
export type Finished = { messageId: string; attemptId: string; outcome: SendOutcome };

const MOST_ATTEMPTS = 6;
const FIRST_BACKOFF_MS = 30_000;
/** Refused for now by one operator, and there is another: it need not wait. */
const OTHER_OPERATOR_MS = 1_000;
/** An unknown outcome is asked about soon: the operator's record is written within seconds. */
export const ASK_AFTER_MS = 5_000;

/** 30 s, 1 min, 2 min … each somewhere between half and all of it, so that a recovered operator is not met by all at once. */
export function backoffMs(attempt: number, chance: number): number {
  const full = FIRST_BACKOFF_MS * 2 ** (attempt - 1);
  return Math.round(full * (0.5 + chance / 2));
}

type Current = { id: string; state: string; channel: SentChannel; attempts: number; not_after: Date; referral_id: string; conference_id: string };

/** The second short transaction. A receipt may have come first, and only ever raises what is known, so nothing here lowers it. */
export async function markFinished(tx: Tx, finished: readonly Finished[], ways: Pick<MunicipalWays, 'count'>): Promise<void> {
  if (finished.length === 0) return;
  const values = finished.map(({ messageId, attemptId, outcome }) => ({
    id: messageId, attempt: attemptId, outcome: outcome.kind, operator_id: outcome.kind === 'accepted' ? outcome.operatorMessageId : null, detail: outcome.kind === 'accepted' ? null : outcome.detail,
  }));
  const touched = await tx.prepared<{ referral_id: string; conference_id: string }>(
    'outreach-mark',
    `WITH f AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS f(id uuid, attempt uuid, outcome text, operator_id text, detail text)),
     closed AS (
       UPDATE message_attempt a SET ended_at = $3, outcome = f.outcome, operator_message_id = f.operator_id, detail = f.detail
       FROM f WHERE a.municipality_id = $1 AND a.id = f.attempt),
     sent AS (
       UPDATE message m SET state = CASE WHEN m.state IN ('sending', 'unknown') THEN 'accepted' ELSE m.state END, reason = CASE WHEN m.state IN ('sending', 'unknown') THEN NULL ELSE m.reason END,
              operator_message_id = coalesce(m.operator_message_id, f.operator_id), accepted_at = coalesce(m.accepted_at, $3), lease_until = NULL
       FROM f WHERE m.municipality_id = $1 AND m.id = f.id AND f.outcome = 'accepted' RETURNING m.referral_id, m.conference_id, m.invitation_id, m.kind),
     invited AS (
       UPDATE invitation i SET state = 'sent', sent_at = coalesce(i.sent_at, $3) FROM sent
       WHERE sent.kind = 'invitation' AND i.municipality_id = $1 AND i.id = sent.invitation_id AND i.state = 'notSent')
     SELECT DISTINCT referral_id, conference_id FROM sent`,
    [tx.municipalityId, JSON.stringify(values), tx.now],
  );
  for (const { referral_id, conference_id } of touched) tx.announce({ referralId: referral_id, conferenceId: conference_id, what: 'messages' });
  await markUnsent(tx, finished.filter(({ outcome }) => outcome.kind !== 'accepted'), ways);
}

/** The rare ends: refused, to be tried again, or not known. */
async function markUnsent(tx: Tx, finished: readonly Finished[], ways: Pick<MunicipalWays, 'count'>): Promise<void> {
  if (finished.length === 0) return;
  const rows = await tx.query<Current>(
    `SELECT id, state, channel, attempts, not_after, referral_id, conference_id FROM message WHERE municipality_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
    [tx.municipalityId, finished.map((f) => f.messageId)],
  );
  for (const row of rows) {
    // A receipt or the resolver has found out meanwhile.
    if (row.state !== 'sending') continue;
    const { outcome } = finished.find((f) => f.messageId === row.id)!;
    const mark = { referralId: row.referral_id, conferenceId: row.conference_id };
    if (outcome.kind === 'unknown') {
      await setState(tx, row.id, 'unknown', 'outcomeUnknown', new Date(tx.now.getTime() + ASK_AFTER_MS));
    } else if (outcome.kind === 'refused' && outcome.optedOut) {
      // The person's own no: no other operator, no other way, and nothing more.
      await setState(tx, row.id, 'failed', 'optedOut', null);
      await stopAsOperatorSays(tx, row.id);
    } else {
      const pause = row.attempts < ways.count(row.channel) ? OTHER_OPERATOR_MS : backoffMs(row.attempts, chanceOf(row.id, row.attempts));
      const again = new Date(tx.now.getTime() + pause);
      if (outcome.kind === 'retryable' && row.attempts < MOST_ATTEMPTS && again <= row.not_after) {
        await setState(tx, row.id, 'planned', null, again);
      } else {
        await setState(tx, row.id, 'failed', 'operatorRefused', null);
        await tryNextWay(tx, row.id, 'operatorRefused');
      }
    }
    tx.announce({ ...mark, what: 'messages' });
  }
}

async function setState(tx: Tx, id: string, state: 'unknown' | 'planned' | 'failed', reason: string | null, leaseUntil: Date | null): Promise<void> {
  await tx.query(`UPDATE message SET state = $3, reason = $4, lease_until = $5, ended_at = CASE WHEN $3 = 'failed' THEN $6::timestamptz END,
            body_hash = CASE WHEN $3 <> 'planned' THEN body_hash END WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, id, state, reason, leaseUntil, tx.now]);
}

/** Spread by the row's own random bits: the same run gives the same backoff. */
const chanceOf = (id: string, attempt: number): number => ((parseInt(id.slice(-8), 16) + attempt * 0x9e3779b1) % 0x100000000) / 0x100000000;
