import { bannedOf, pairsOfCase } from '@radslag/access';
import { Conference, type Tx } from '@radslag/db';
import { askPeople } from '@radslag/outreach';
import { In } from 'typeorm';

/**
 * Somebody is invited who may not be as things stand: what is unsent to them waits at the gate, and the coordinator must know now. What
 * was asked for before and is no longer so is done.
 */
export async function tellOfPairs(tx: Tx, referralId: string): Promise<void> {
  const pairs = await pairsOfCase(tx, referralId);
  const ahead = await tx.find(Conference, { referralId, state: In(['planning', 'polling', 'confirmed', 'inProgress']) });
  const told = ahead.flatMap((conference) => bannedOf(pairs, conference.id).map((memberId) => ({ conferenceId: conference.id, memberId })));
  await tx.query(
    `UPDATE task k SET done_at = $3, done_by = $4 WHERE k.municipality_id = $1 AND k.referral_id = $2 AND k.kind = 'pairAtRisk' AND k.done_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($5::jsonb) AS t("conferenceId" uuid, "memberId" uuid) WHERE t."conferenceId" = k.conference_id AND t."memberId" = k.member_id)`,
    [tx.municipalityId, referralId, tx.now, tx.actor.id ?? null, JSON.stringify(told)],
  );
  await askPeople(tx, told.map(({ conferenceId, memberId }) => ({ kind: 'pairAtRisk' as const, referralId, conferenceId, memberId, reason: 'contactBan', urgent: true })));
  tx.announce({ referralId, what: 'tasks' });
}
