import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { referralBlockers } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { CaseAnswer } from './case-answer';
import { moveReferral } from './move-referral';
import { partsOfReferral } from './referral-content';

/** Hands the referral in; refused with everything that is missing, not the first thing only. */
@Injectable()
export class SubmitReferral {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, referralId: string, version: number): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      await moveReferral(tx, staff, { referralId, version, event: 'submit' }, async (referral) => {
        const parts = await partsOfReferral(tx, referralId);
        const blockers = referralBlockers({ ...parts, situation: referral.situation ?? '', noBottomLines: referral.noBottomLines });
        if (blockers.length > 0) throw new RuleBroken('referral-incomplete', { blockers });
        return { submittedAt: tx.now };
      });
      return this.answer.view(tx, staff, referralId);
    });
  }
}
