import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { CaseAnswer } from './case-answer';
import { moveReferral } from './move-referral';

/** Sends it back to the referrer with what should be mended; the clocks begin again when it is handed in. */
@Injectable()
export class ReturnReferral {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, referralId: string, returned: { version: number; reason: string }): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      await moveReferral(tx, staff, { referralId, version: returned.version, event: 'return' }, () => ({ returnReason: returned.reason, submittedAt: null }));
      return this.answer.view(tx, staff, referralId);
    });
  }
}
