import { openCase, type StaffAccess } from '@radslag/access';
import { Referral, type Tx } from '@radslag/db';
import { REFERRAL, transition, type ReferralEvent } from '@radslag/domain';
import { MoveRefused, StaleVersion } from '@radslag/platform';

type Change = Partial<Omit<Referral, 'municipalityId' | 'id' | 'state' | 'version'>>;

/**
 * One move of the referral's state table. The version of the row that was looked at must still be there, so that two people
 * who press different buttons at the same time do not both win. What the move changes is decided after it is known to be open.
 */
export async function moveReferral(
  tx: Tx,
  staff: StaffAccess,
  move: { referralId: string; version: number; event: ReferralEvent },
  change: (referral: Referral) => Promise<Change> | Change,
): Promise<Referral> {
  const { referralId, version, event } = move;
  const referral = await openCase(tx, staff, referralId, { action: `referral.${event}` });
  if (referral.version !== version) throw new StaleVersion('referral');
  const moved = transition(REFERRAL, referral.state, event);
  if (!moved.ok) throw new MoveRefused('referral', moved.from, moved.event);
  const values = { ...(await change(referral)), state: moved.state, updatedAt: tx.now };
  await tx.update(Referral, referralId, values, version);
  tx.announce({ referralId, what: 'referral' });
  return { ...referral, ...values, version: version + 1 };
}
