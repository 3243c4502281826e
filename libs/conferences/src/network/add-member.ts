import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { Member as MemberView, MemberInput } from '@radslag/contracts';
import { Database, NetworkMember } from '@radslag/db';
import { markSharedPhone, memberValues } from './member-values';
import { viewOfMember } from './member-view';
import { networkChanged, openNetwork } from './open-network';
import { requireSafeContact } from './require-contact';

/** A suggestion until the focal person has agreed to it. */
@Injectable()
export class AddMember {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string, input: MemberInput): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const id = tx.newId();
      const referral = await openNetwork(tx, staff, referralId, { action: 'member.add', entity: 'network_member', entityId: id });
      const values = memberValues(tx, input);
      await requireSafeContact(tx, referralId, null, input);
      await tx.insert(NetworkMember, { ...values, id, referralId, state: 'suggested', createdAt: tx.now });
      await markSharedPhone(tx, referralId, values.phoneIndex);
      await networkChanged(tx, referralId);
      return viewOfMember(tx, staff, referral, await tx.get(NetworkMember, id));
    });
  }
}
