import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { ActionView } from '@radslag/contracts';
import { Database, PlanAction } from '@radslag/db';
import { requireOwnReferences, toColumns, type ActionFields } from './action-fields';
import { openDraft, raiseVersion } from './open-draft';
import { readActionView } from './plan-view';

/** One more row, in the family's own words; what is missing is asked for when the plan is presented. */
@Injectable()
export class AddAction {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, fields: ActionFields): Promise<ActionView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openDraft(tx, staff, planId, 'action.add');
      await requireOwnReferences(tx, plan.referralId, fields, null);
      const [last] = await tx.query<{ last: number }>('SELECT COALESCE(max(position), 0) AS last FROM plan_action WHERE municipality_id = $1 AND plan_id = $2', [tx.municipalityId, planId]);
      const row = await tx.insert(PlanAction, { planId, ...toColumns(fields), position: last!.last + 1, state: 'open', struckAt: null, clearedNames: [], version: 1 });
      await raiseVersion(tx, plan);
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readActionView(tx, plan, row);
    });
  }
}
