import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { CaseAnswer } from './case-answer';
import { moveReferral } from './move-referral';

@Injectable()
export class AcceptReferral {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, referralId: string, version: number): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      await moveReferral(tx, staff, { referralId, version, event: 'accept' }, () => ({ acceptedAt: tx.now }));
      return this.answer.view(tx, staff, referralId);
    });
  }
}
