import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { PlanView } from '@radslag/contracts';
import { Database, FamilyPlan } from '@radslag/db';
import { NotFound } from '@radslag/platform';
import { readPlanView } from './plan-view';

@Injectable()
export class ReadPlan {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      await openConference(tx, staff, conferenceId, { action: 'plan.read' });
      const plan = await tx.findOne(FamilyPlan, { conferenceId });
      if (!plan) throw new NotFound('family_plan');
      return readPlanView(tx, staff, plan);
    });
  }
}
