import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { Member as MemberView } from '@radslag/contracts';
import { Database, NetworkMember } from '@radslag/db';
import { MEMBER, transition, type MemberEvent } from '@radslag/domain';
import { MoveRefused } from '@radslag/platform';
import { viewOfMember } from './member-view';
import { networkChanged, openMemberToWrite } from './open-network';

const DATE_OF = { agree: 'agreedAt', contact: 'contactedAt', prepare: 'preparedAt' } as const satisfies Record<MemberEvent, keyof NetworkMember>;

/** Agreed by the focal person, then contacted, then prepared: one by one. */
@Injectable()
export class MoveMember {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string, event: MemberEvent): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMemberToWrite(tx, staff, memberId, `member.${event}`);
      const moved = transition(MEMBER, member.state, event);
      if (!moved.ok) throw new MoveRefused('network_member', moved.from, moved.event);
      // The version it was decided on, so that two moves at once cannot both count.
      await tx.update(NetworkMember, memberId, { state: moved.state, [DATE_OF[event]]: tx.now }, member.version);
      await networkChanged(tx, referral.id);
      return viewOfMember(tx, staff, referral, await tx.get(NetworkMember, memberId));
    });
  }
}
