import type { StaffAccess } from '@radslag/access';
import { IsNull } from 'typeorm';
import { Invitation, type Tx } from '@radslag/db';
import { inviteMessage, planForInvitation } from '@radslag/outreach';
import { conferenceAsItStands } from '../planning/answer-invitation';
import { standingAnswers } from '../planning/latest-answers';

/**
 * A yes after a no: what the no stopped is planned again, for someone whose link is still open. Whoever has said that
 * they are not coming then is left in peace.
 */
export async function planAgain(tx: Tx, memberId: string): Promise<void> {
  for (const { id, conferenceId } of await tx.find(Invitation, { memberId, revokedAt: IsNull() }, { order: { id: 'ASC' } })) {
    const conference = await conferenceAsItStands(tx, conferenceId);
    const invitation = await tx.get(Invitation, id);
    const answer = (await standingAnswers(tx, conferenceId)).get(memberId);
    if (answer?.coming === 'no') continue;
    if (conference.state === 'confirmed') await planForInvitation(tx, conferenceId, id);
    else if (conference.state === 'polling' && answer === undefined) await inviteMessage(tx, { conference, invitation, member: { id: memberId } });
  }
}

/**
 * A machine can write to them again: what is still ahead is planned, and nobody need call because none could. That it is called off is
 * not written anew, so whoever does not know that is still to be told.
 */
export async function openedAgain(tx: Tx, staff: StaffAccess, memberId: string): Promise<void> {
  await planAgain(tx, memberId);
  await tx.query(
    `UPDATE task SET done_at = $3, done_by = $4 WHERE municipality_id = $1 AND member_id = $2 AND done_at IS NULL AND kind IN ('callMember', 'findOtherWay') AND reason IN ('noSms', 'noNumber', 'noEmail') AND about IS DISTINCT FROM 'cancelled'`,
    [tx.municipalityId, memberId, tx.now, staff.userId],
  );
}
