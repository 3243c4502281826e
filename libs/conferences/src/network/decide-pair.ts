import { Injectable } from '@nestjs/common';
import { asStaff, namesOfStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, ResponseOf, routes } from '@radslag/contracts';
import { Database, MemberTie, PairDecision, type Tx } from '@radslag/db';
import { separates } from '@radslag/domain';
import { NotFound, RuleBroken } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { toTieView } from './member-view';
import { networkChanged, openNetwork } from './open-network';
import { tellOfPairs } from './tell-of-pairs';

type Tie = ResponseOf<typeof routes.decidePair>;

/** A manager decides that two people can be in the same conference all the same, and by what measure. A new decision takes the place of the last. */
@Injectable()
export class DecidePair {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, tieId: string, { measure, ground }: BodyOf<typeof routes.decidePair>): Promise<Tie> {
    return asStaff(this.db, staff, async (tx) => {
      const tie = await openPair(tx, staff, tieId, 'pair.decide');
      const before = await tx.findOne(PairDecision, { tieId, revokedAt: IsNull() }, { lock: true });
      if (before) await tx.update(PairDecision, before.id, { revokedAt: tx.now, revokedBy: staff.userId });
      const made = await tx.insert(PairDecision, { referralId: tie.referralId, tieId, measure, ground, decidedBy: staff.userId, decidedAt: tx.now, revokedAt: null, revokedBy: null });
      return afterwards(tx, tie, made);
    });
  }
}

/** Taken back: the ban stands as if nobody had decided, also for those who were invited meanwhile. */
@Injectable()
export class RevokePair {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, tieId: string): Promise<Tie> {
    return asStaff(this.db, staff, async (tx) => {
      const tie = await openPair(tx, staff, tieId, 'pair.revoke');
      const standing = await tx.findOne(PairDecision, { tieId, revokedAt: IsNull() }, { lock: true });
      if (standing === null) throw new NotFound('pair_decision');
      await tx.update(PairDecision, standing.id, { revokedAt: tx.now, revokedBy: staff.userId });
      return afterwards(tx, tie, null);
    });
  }
}

async function openPair(tx: Tx, staff: StaffAccess, tieId: string, action: 'pair.decide' | 'pair.revoke'): Promise<MemberTie> {
  const tie = await tx.get(MemberTie, tieId);
  await openNetwork(tx, staff, tie.referralId, { action, entity: 'member_tie', entityId: tieId });
  if (tie.removedAt !== null) throw new NotFound('member_tie');
  if (!separates(tie.kind)) throw new RuleBroken('pair-needs-no-decision');
  return tie;
}

async function afterwards(tx: Tx, tie: MemberTie, decision: PairDecision | null): Promise<Tie> {
  await tellOfPairs(tx, tie.referralId);
  await networkChanged(tx, tie.referralId);
  return toTieView(tie, decision, await namesOfStaff(tx, decision === null ? [] : [decision.decidedBy]));
}
