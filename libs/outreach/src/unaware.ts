import type { Tx } from '@radslag/db';
import { SWEDISH_ZONE, wallOf, type MessageKind } from '@radslag/domain';
import { askPeople } from './human-tasks';
import { readSince } from './page-read';
import { LAST_TOLD } from './recipients';

type Row = { referral_id: string; conference_id: string; member_id: string; about: MessageKind; message_id: string | null; reason: string | null };

const ANNOUNCED = `('timeSet', 'timeMoved', 'cancelled')`;
/** Somebody is to be reached about it, by whichever way. */
const REACHING = `('callMember', 'sendLetter', 'findOtherWay', 'checkUnknown')`;

/**
 * Promise 11, by whatever way it came to be broken: whoever was told a time that no longer holds, or should have been told one and was
 * not, and to whom nothing is on its way, is somebody's urgent task. It stands until they know: a text has left, they have read the
 * page that says so, or somebody has told them (see `endTasks`). Done by hand it is not asked for again.
 */
export async function askAboutTheUnaware(tx: Tx): Promise<number> {
  const unaware = await tx.query<Row>(
    `SELECT c.referral_id, c.id AS conference_id, i.member_id, CASE WHEN c.state = 'cancelled' THEN 'cancelled' WHEN told.told THEN 'timeMoved' ELSE 'timeSet' END AS about,
            CASE WHEN last.version = c.schedule_version THEN last.id END AS message_id, CASE WHEN last.version = c.schedule_version THEN last.reason END AS reason
     FROM conference c JOIN invitation i ON i.municipality_id = c.municipality_id AND i.conference_id = c.id
     JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id AND nm.removed_at IS NULL
     LEFT JOIN LATERAL (${LAST_TOLD}) told ON true
     LEFT JOIN LATERAL (
       SELECT m.id, m.kind, m.reason, m.schedule_version AS version, m.created_at FROM message m
       WHERE m.municipality_id = i.municipality_id AND m.invitation_id = i.id AND m.kind IN ${ANNOUNCED} ORDER BY m.schedule_version DESC, m.id DESC LIMIT 1) last ON true
     WHERE c.municipality_id = $1 AND greatest(c.starts_local, told.local) > $2
       AND CASE c.state
             WHEN 'cancelled' THEN told.told IS NOT NULL
             WHEN 'confirmed' THEN i.revoked_at IS NULL AND last.id IS NOT NULL AND (told.told IS NULL OR told.local IS DISTINCT FROM c.starts_local)
             ELSE false END
       AND NOT EXISTS (
         SELECT 1 FROM message u WHERE u.municipality_id = i.municipality_id AND u.invitation_id = i.id AND u.schedule_version = c.schedule_version
           AND CASE WHEN c.state = 'cancelled' THEN u.kind = 'cancelled' ELSE u.kind IN ('timeSet', 'timeMoved') END
           AND (u.state IN ('planned', 'held', 'queued', 'sending', 'accepted', 'delivered') OR (u.state = 'unknown' AND u.lease_until IS NOT NULL)))
       AND NOT EXISTS (
         SELECT 1 FROM task t WHERE t.municipality_id = i.municipality_id AND t.conference_id = c.id AND t.member_id = i.member_id AND t.kind IN ${REACHING}
           AND ((t.done_at IS NULL AND t.urgent AND t.about IN ${ANNOUNCED}) OR (t.done_by IS NOT NULL AND t.done_at >= coalesce(c.cancelled_at, last.created_at))))
       AND NOT EXISTS (
         SELECT 1 FROM family_session s WHERE s.municipality_id = i.municipality_id AND s.invitation_id = i.id AND ${readSince('s', 'i', 'coalesce(c.cancelled_at, last.created_at)')})
     LIMIT 200`,
    [tx.municipalityId, wallOf(tx.now, SWEDISH_ZONE).local],
  );
  return askPeople(tx, unaware.map((row) => ({
    kind: 'callMember' as const, referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, messageId: row.message_id, about: row.about, urgent: true,
    // That they want no texts is a matter of its own, which ends with the conference: this one does not.
    reason: row.reason === 'optedOut' ? null : row.reason,
  })));
}
