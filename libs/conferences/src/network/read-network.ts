import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { asStaff, namesOfStaff, openCase, privateTimeOf, type StaffAccess } from '@radslag/access';
import type { NetworkView } from '@radslag/contracts';
import { Database, MemberTie, NetworkMember, PairDecision } from '@radslag/db';
import { aroundMembers, toMemberView, toTieView } from './member-view';
import { networkGaps } from './network-gaps';
import { networkIsOpen } from './open-network';

/** Everyone in the network, in the order they were named. */
@Injectable()
export class ReadNetwork {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string): Promise<NetworkView> {
    return asStaff(this.db, staff, async (tx) => {
      const referral = await openCase(tx, staff, referralId, { action: 'network.read' });
      const members = await tx.find(NetworkMember, { referralId, removedAt: IsNull() }, { order: { createdAt: 'ASC', id: 'ASC' } });
      const here = new Set(members.map((member) => member.id));
      const ties = (await tx.find(MemberTie, { referralId, removedAt: IsNull() }, { order: { id: 'ASC' } })).filter(
        (tie) => here.has(tie.toMemberId) && (tie.fromMemberId === null || here.has(tie.fromMemberId)),
      );
      const decisions = new Map((await tx.find(PairDecision, { referralId, revokedAt: IsNull() })).map((one) => [one.tieId, one]));
      const deciders = await namesOfStaff(tx, [...decisions.values()].map((one) => one.decidedBy));
      const around = await aroundMembers(tx, referral, members);
      const locked = (await privateTimeOf(tx, referralId)) !== null;
      return {
        members: members.map((member) => toMemberView(member, staff, around)),
        ties: ties.map((tie) => toTieView(tie, decisions.get(tie.id) ?? null, deciders)),
        missing: networkGaps(members),
        editable: staff.role === 'coordinator' && networkIsOpen(referral) && !locked,
        decides: staff.role === 'manager' && networkIsOpen(referral) && !locked,
      };
    });
  }
}
