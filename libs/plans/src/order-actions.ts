import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { PlanView } from '@radslag/contracts';
import { Database, PlanAction } from '@radslag/db';
import { NotFound } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { openDraft, raiseVersion } from './open-draft';
import { readPlanView } from './plan-view';

/** Those named first, in that order; the others after them as they stood, since somebody may have added one meanwhile. */
@Injectable()
export class OrderActions {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, planId: string, actionIds: readonly string[]): Promise<PlanView> {
    return asStaff(this.db, staff, async (tx) => {
      const { plan } = await openDraft(tx, staff, planId, 'action.order');
      const rows = await tx.find(PlanAction, { planId, struckAt: IsNull() }, { order: { position: 'ASC', id: 'ASC' } });
      const known = new Set(rows.map((row) => row.id));
      if (actionIds.some((id) => !known.has(id))) throw new NotFound('plan_action');
      const order = [...new Set([...actionIds, ...known])];
      await tx.query(
        `UPDATE plan_action a SET position = o.position FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, position)
         WHERE a.municipality_id = $1 AND a.id = o.id AND a.position <> o.position`,
        [tx.municipalityId, order],
      );
      const moved = await raiseVersion(tx, plan);
      tx.announce({ referralId: plan.referralId, conferenceId: plan.conferenceId, what: 'plan' });
      return readPlanView(tx, staff, moved);
    });
  }
}
