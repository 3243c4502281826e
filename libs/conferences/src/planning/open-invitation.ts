import { openConference, type StaffAccess } from '@radslag/access';
import { Invitation, type Conference, type Referral, type Tx } from '@radslag/db';
import type { Act } from '@radslag/domain';

/** An invitation of a case this person may know of, locked after its conference like everywhere else. */
export async function openInvitation(tx: Tx, staff: StaffAccess, invitationId: string, action: Act): Promise<{ invitation: Invitation; conference: Conference; referral: Referral }> {
  const { conferenceId } = await tx.get(Invitation, invitationId);
  const opened = await openConference(tx, staff, conferenceId, { action, entity: 'invitation', entityId: invitationId, lock: true });
  return { ...opened, invitation: await tx.get(Invitation, invitationId, { lock: true }) };
}

/** Whoever is inside through the old link is out. */
export async function endFamilySessions(tx: Tx, invitationId: string): Promise<void> {
  await tx.query('UPDATE family_session SET ended_at = app_now() WHERE municipality_id = $1 AND invitation_id = $2 AND ended_at IS NULL', [tx.municipalityId, invitationId]);
}
