import { Injectable } from '@nestjs/common';
import { asStaff, openMember, type StaffAccess } from '@radslag/access';
import type { BodyOf, Member as MemberView, networkRoutes } from '@radslag/contracts';
import { Database, WorryRow } from '@radslag/db';
import { wakeHeld } from '@radslag/outreach';
import { NotFound } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { viewOfMember } from './member-view';

/**
 * What was done about somebody's worry: who, when and what. It is about the person, so everything they have told and nobody has
 * answered in this case is answered with it, and what it held goes on. Said twice it stays as it was first said.
 */
@Injectable()
export class AnswerWorry {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, worryId: string, { measure, note }: BodyOf<typeof networkRoutes.answerWorry>): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const { memberId } = await tx.get(WorryRow, worryId);
      const { member, referral } = await openMember(tx, staff, memberId, { action: 'worry.answer', lock: true });
      if (staff.role !== 'coordinator') throw new NotFound('worry');
      const open = await tx.find(WorryRow, { memberId, referralId: referral.id, answeredAt: IsNull() }, { order: { id: 'ASC' }, lock: true });
      for (const worry of open) await tx.update(WorryRow, worry.id, { answeredAt: tx.now, answeredBy: staff.userId, measure, note });
      if (open.length > 0) {
        await tx.query(`UPDATE task SET done_at = $3, done_by = $4 WHERE municipality_id = $1 AND member_id = $2 AND kind = 'worried' AND done_at IS NULL`, [tx.municipalityId, memberId, tx.now, staff.userId]);
        await wakeHeld(tx, [referral.id]);
        tx.announce({ referralId: referral.id, what: 'worry' });
        tx.announce({ referralId: referral.id, what: 'tasks' });
      }
      return viewOfMember(tx, staff, referral, member);
    });
  }
}
