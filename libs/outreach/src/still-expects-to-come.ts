import type { Tx } from '@radslag/db';
import { askPeople } from './human-tasks';
import { LAST_TOLD } from './recipients';

/**
 * Their invitation has been withdrawn, or they have been taken out, and nothing is sent to them any more: whoever was told a time, by a
 * message or by a person, may still come. That is asked for at once, and stands until a person has said it.
 */
export async function askAboutThoseWhoExpectToCome(tx: Tx, memberId: string): Promise<void> {
  const rows = await tx.query<{ referralId: string; conferenceId: string }>(
    `SELECT DISTINCT c.referral_id AS "referralId", c.id AS "conferenceId"
     FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id AND c.state IN ('confirmed', 'inProgress')
     LEFT JOIN LATERAL (${LAST_TOLD}) told ON true
     WHERE i.municipality_id = $1 AND i.member_id = $2 AND i.state = 'revoked'
       AND (told.told IS NOT NULL
         OR EXISTS (SELECT 1 FROM task k WHERE k.municipality_id = i.municipality_id AND k.conference_id = c.id AND k.member_id = i.member_id AND k.about IN ('timeSet', 'timeMoved') AND k.done_by IS NOT NULL))`,
    [tx.municipalityId, memberId],
  );
  await askPeople(tx, rows.map(({ referralId, conferenceId }) => ({ kind: 'stillExpectsToCome' as const, referralId, conferenceId, memberId, urgent: true })));
}
