import type { Tx } from '@radslag/db';
import { askPeople } from './human-tasks';
import { municipalRules } from './rules-of-municipality';

type Silent = { referral_id: string; conference_id: string; member_id: string };

/** The end of the ladder: whoever has been asked and asked again, and still not answered, is called. Once for a conference. */
export async function callTheSilent(tx: Tx): Promise<number> {
  const { policy } = await municipalRules(tx);
  if (policy.callAfterDays === null) return 0;
  const silent = await tx.query<Silent>(
    `SELECT c.referral_id, i.conference_id, i.member_id FROM invitation i
     JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id AND c.state = 'polling'
     JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id AND nm.removed_at IS NULL AND NOT nm.protected
     WHERE i.municipality_id = $1 AND i.state = 'sent' AND i.revoked_at IS NULL AND i.sent_at < $2::timestamptz - $3 * interval '1 day'
       AND NOT EXISTS (SELECT 1 FROM task t WHERE t.municipality_id = i.municipality_id AND t.conference_id = i.conference_id AND t.member_id = i.member_id AND t.reason = 'notAnswered')
     LIMIT 200`,
    [tx.municipalityId, tx.now, policy.callAfterDays],
  );
  await askPeople(tx, silent.map((row) => ({ kind: 'callMember' as const, referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, reason: 'notAnswered' })));
  return silent.length;
}
