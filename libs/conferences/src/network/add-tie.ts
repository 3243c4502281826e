import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, ResponseOf, routes } from '@radslag/contracts';
import { Database, MemberTie, NetworkMember } from '@radslag/db';
import { NotFound, RuleBroken } from '@radslag/platform';
import { toTieView } from './member-view';
import { networkChanged, openNetwork } from './open-network';

/** Draws a relation between two people of the same case; from nobody means from the child in the middle. */
@Injectable()
export class AddTie {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string, tie: BodyOf<typeof routes.addTie>): Promise<ResponseOf<typeof routes.addTie>> {
    return asStaff(this.db, staff, async (tx) => {
      const id = tx.newId();
      await openNetwork(tx, staff, referralId, { action: 'tie.add', entity: 'member_tie', entityId: id });
      if (tie.fromMemberId === tie.toMemberId) throw new RuleBroken('tie-to-self');
      const ends = tie.fromMemberId === null ? [tie.toMemberId] : [tie.fromMemberId, tie.toMemberId];
      const members = await tx.find(NetworkMember, { id: In(ends), referralId, removedAt: IsNull() });
      if (members.length !== ends.length) throw new NotFound('network_member');
      const drawn = await tx.insert(MemberTie, { ...tie, id, referralId });
      await networkChanged(tx, referralId);
      return toTieView(drawn);
    });
  }
}
