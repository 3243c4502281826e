import { openCase, openMember, type StaffAccess } from '@radslag/access';
import type { NetworkMember, Referral, Tx } from '@radslag/db';
import type { Act } from '@radslag/domain';
import { NotFound, RuleBroken } from '@radslag/platform';

/** The network is written while the case is active: after the coordinator has answered about conflicts of interest, until it is closed. */
export const networkIsOpen = (referral: Referral): boolean => referral.state === 'active';

export async function openNetwork(tx: Tx, staff: StaffAccess, referralId: string, opening: { action: Act; entity?: string; entityId?: string }): Promise<Referral> {
  const referral = await openCase(tx, staff, referralId, opening);
  if (!networkIsOpen(referral)) throw new RuleBroken('referral-not-active');
  return referral;
}

export async function openMemberToWrite(tx: Tx, staff: StaffAccess, memberId: string, action: Act): Promise<{ member: NetworkMember; referral: Referral }> {
  const opened = await openMember(tx, staff, memberId, { action });
  if (opened.member.removedAt !== null) throw new NotFound('network_member');
  if (!networkIsOpen(opened.referral)) throw new RuleBroken('referral-not-active');
  return opened;
}

/** Moves the case to the top of the lists and tells open screens. */
export async function networkChanged(tx: Tx, referralId: string): Promise<void> {
  await tx.query('UPDATE referral SET updated_at = $3 WHERE municipality_id = $1 AND id = $2', [tx.municipalityId, referralId, tx.now]);
  tx.announce({ referralId, what: 'network' });
}
