import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { ActionView } from '@radslag/contracts';
import { Database, PlanAction } from '@radslag/db';
import { requireOwnReferences, toColumns, type ActionFields } from './action-fields';
import { openDraftAction, raiseVersion } from './open-draft';
import { readActionView } from './plan-view';

@Injectable()
export class ChangeAction {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, actionId: string, version: number, fields: ActionFields): Promise<ActionView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan, row } = await openDraftAction(tx, staff, actionId, 'action.change');
      await requireOwnReferences(tx, plan.referralId, fields, row);
      const written = toColumns(fields);
      const same = written.what === row.what && written.whenText === row.whenText && written.planB === row.planB;
      const change = { ...written, ...(same ? {} : { clearedNames: [] }) };
      await tx.update(PlanAction, actionId, change, version);
      await raiseVersion(tx, plan);
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readActionView(tx, plan, { ...row, ...change, version: version + 1 });
    });
  }
}
