import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { Member as MemberView, MemberInput } from '@radslag/contracts';
import { Database, NetworkMember, type Tx } from '@radslag/db';
import { holdPlanned, rerouteMember } from '@radslag/outreach';
import { StaleVersion } from '@radslag/platform';
import { contactOf } from '../planning/contact';
import { closeWay } from './close-way';
import { withThoseServed } from './follow-go-between';
import { markSharedPhone, memberValues } from './member-values';
import { viewOfMember } from './member-view';
import { networkChanged, openMemberToWrite } from './open-network';
import { openedAgain } from './plan-again';
import { requireSafeContact } from './require-contact';

/**
 * What is known about a person. What is planned follows the way to them, in the same transaction: to another channel, or to a
 * person's list when no machine can write to them any more.
 */
@Injectable()
export class ChangeMember {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string, version: number, input: MemberInput): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMemberToWrite(tx, staff, memberId, 'member.change');
      if (member.version !== version) throw new StaleVersion('network_member');
      const values = memberValues(tx, input);
      await requireSafeContact(tx, referral.id, memberId, input);
      const before = (await contactOf(tx, [member])).get(memberId)!.refusal;
      const change = () => tx.update(NetworkMember, memberId, values, version);
      await withThoseServed(tx, staff, memberId, () => (input.protected ? closeWay(tx, memberId, 'personProtected', change) : rerouting(tx, memberId, change)));
      await markSharedPhone(tx, referral.id, values.phoneIndex);
      if (input.protected) await killLinks(tx, memberId);
      const changed = await tx.get(NetworkMember, memberId);
      if (before !== null && (await contactOf(tx, [changed])).get(memberId)!.refusal === null) await openedAgain(tx, staff, memberId);
      await networkChanged(tx, referral.id);
      return viewOfMember(tx, staff, referral, await tx.get(NetworkMember, memberId));
    });
  }
}

async function rerouting(tx: Tx, memberId: string, change: () => Promise<void>): Promise<void> {
  await holdPlanned(tx, memberId);
  await change();
  await rerouteMember(tx, memberId);
}

/** The links die; the invitations stay, so that staff can still write down what a protected person answers. */
async function killLinks(tx: Tx, memberId: string): Promise<void> {
  await tx.query('UPDATE invitation SET revoked_at = $3 WHERE municipality_id = $1 AND member_id = $2 AND revoked_at IS NULL', [tx.municipalityId, memberId, tx.now]);
}
