import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, ResponseOf, routes } from '@radslag/contracts';
import { Database, MemberTie, NetworkMember } from '@radslag/db';
import { separates } from '@radslag/domain';
import { NotFound, RuleBroken } from '@radslag/platform';
import { toTieView } from './member-view';
import { networkChanged, openNetwork } from './open-network';
import { tellOfPairs } from './tell-of-pairs';

/**
 * Draws a relation between two people of the same case; from nobody means from the child in the middle. A ban acts from here on: on
 * those who are invited already too, and the coordinator is told at once.
 */
@Injectable()
export class AddTie {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string, tie: BodyOf<typeof routes.addTie>): Promise<ResponseOf<typeof routes.addTie>> {
    return asStaff(this.db, staff, async (tx) => {
      const id = tx.newId();
      await openNetwork(tx, staff, referralId, { action: 'tie.add', entity: 'member_tie', entityId: id });
      if (tie.fromMemberId === tie.toMemberId) throw new RuleBroken('tie-to-self');
      const ends = tie.fromMemberId === null ? [tie.toMemberId] : [tie.fromMemberId, tie.toMemberId];
      const members = await tx.find(NetworkMember, { id: In(ends), referralId, removedAt: IsNull() }, { lock: true });
      if (members.length !== ends.length) throw new NotFound('network_member');
      const boundMemberId = tie.boundMemberId ?? null;
      if (boundMemberId !== null && (tie.kind !== 'contactBan' || !ends.includes(boundMemberId))) throw new RuleBroken('bound-is-no-end');
      // What is written to the one would be read on the phone of the other.
      if (separates(tie.kind) && members.some((one) => one.delegateId !== null && ends.includes(one.delegateId))) throw new RuleBroken('pair-shares-messages');
      const drawn = await tx.insert(MemberTie, { ...tie, boundMemberId, id, referralId, removedAt: null, removedBy: null });
      if (tie.kind === 'contactBan') await tellOfPairs(tx, referralId);
      await networkChanged(tx, referralId);
      return toTieView(drawn, null, new Map());
    });
  }
}
