import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, routes } from '@radslag/contracts';
import { AuditBreakRow, Database } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';

/** A log reviewer says why the chain does not hold there, once and for good; the reason is an entry of the chain itself. */
@Injectable()
export class AnswerForBreak {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, breakId: string, { reason, note }: BodyOf<typeof routes.answerForBreak>): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const row = await tx.get(AuditBreakRow, breakId, { lock: true });
      if (row.answeredAt !== null) throw new RuleBroken('break-answered');
      await tx.update(AuditBreakRow, breakId, { answeredAt: tx.now, answeredBy: staff.userId, reason, note });
      tx.audit(`audit.accept-${reason}`, { entity: 'audit_break', entityId: breakId });
      tx.announce({ what: 'audit' });
    });
  }
}
