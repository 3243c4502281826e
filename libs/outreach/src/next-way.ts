import type { Tx } from '@radslag/db';
import { channelAfter, clampToQuietHours, SWEDISH_ZONE, type MessageKind, type SentChannel } from '@radslag/domain';
import { askPeople } from './human-tasks';
import { writeMessages } from './ledger';
import { REACH_COLUMNS, reachOf, WILLING_GO_BETWEEN, type ReachRow } from './recipients';
import { taskFor } from './reroute';
import { municipalRules } from './rules-of-municipality';

type Failed = ReachRow & {
  referral_id: string; conference_id: string; member_id: string; invitation_id: string; consent_id: string; action_id: string | null; kind: MessageKind; row_channel: SentChannel; hours_from: string | null; hours_to: string | null;
  schedule_version: number; idempotency_key: string; not_after: Date; live: boolean;
};

const BY = ':by-';

/**
 * A message did not reach the person: the next channel in their order takes its place. Where a machine can send by it, a new
 * row does; else a person is asked. `reason`: what became of the one that failed.
 */
export async function tryNextWay(tx: Tx, messageId: string, reason: string): Promise<void> {
  const [row] = await tx.query<Failed>(
    `SELECT m.referral_id, m.conference_id, m.member_id, m.invitation_id, m.consent_id, m.action_id, m.kind, m.channel AS row_channel, m.schedule_version, m.idempotency_key, m.not_after,
            ${REACH_COLUMNS}, nm.hours_from, nm.hours_to,
            nm.removed_at IS NULL AND NOT nm.protected AND i.revoked_at IS NULL AND co.withdrawn_at IS NULL
              AND (co.valid_until IS NULL OR co.valid_until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date) AS live
     FROM message m JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id
     JOIN invitation i ON i.municipality_id = m.municipality_id AND i.id = m.invitation_id
     JOIN consent co ON co.municipality_id = m.municipality_id AND co.id = m.consent_id
     JOIN municipality mu ON mu.id = m.municipality_id ${WILLING_GO_BETWEEN}
     WHERE m.municipality_id = $1 AND m.id = $2`,
    [tx.municipalityId, messageId],
  );
  // Somebody who may not be contacted any more is not looked for by other ways.
  if (!row?.live) return;
  const next = channelAfter(row.row_channel, reachOf(row));
  const mark = { referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, messageId, reason };
  if (next === 'sms' || next === 'email') {
    const { policy } = await municipalRules(tx);
    const own = row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to };
    const dueAt = clampToQuietHours(tx.now, policy, SWEDISH_ZONE, undefined, own);
    if (dueAt <= row.not_after) {
      const [base] = row.idempotency_key.split(BY);
      await writeMessages(tx, [{
        referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, invitationId: row.invitation_id, consentId: row.consent_id,
        ...(row.action_id === null ? {} : { actionId: row.action_id }), kind: row.kind, channel: next, scheduleVersion: row.schedule_version,
        idempotencyKey: `${base}${BY}${next}`, dueAt, notAfter: row.not_after,
      }]);
      return;
    }
  }
  // A channel of ours that is open but too late is no work for anybody: another way has to be found.
  const byHand = next === 'letter' || next === 'phone' ? next : undefined;
  await askPeople(tx, [{ ...taskFor(byHand), ...mark, ...(byHand === 'letter' ? { reason: row.kind } : {}) }]);
}
