import type { ActionView } from '@radslag/contracts';
import { ActionReportRow, type PlanAction, type Tx } from '@radslag/db';
import { In } from 'typeorm';

export type ActionTrail = { reports: ReadonlyMap<string, ActionView['reports']>; reminders: ReadonlyMap<string, Date> };

/** What has become of the actions: what their owners said, and the next reminder that is planned. */
export async function readTrail(tx: Tx, actionIds: readonly string[]): Promise<ActionTrail> {
  if (actionIds.length === 0) return { reports: new Map(), reminders: new Map() };
  const rows = await tx.find(ActionReportRow, { actionId: In(actionIds) }, { order: { at: 'DESC', id: 'DESC' } });
  const reports = new Map<string, ActionView['reports']>();
  for (const { actionId, value, at, memberId } of rows) {
    reports.set(actionId, [...(reports.get(actionId) ?? []), { value, at: at.toISOString(), memberId }]);
  }
  const due = await tx.query<{ action_id: string; due_at: Date }>(
    `SELECT action_id, min(due_at) AS due_at FROM message
     WHERE municipality_id = $1 AND action_id = ANY($2) AND state IN ('planned', 'held', 'queued') GROUP BY action_id`,
    [tx.municipalityId, actionIds],
  );
  return { reports, reminders: new Map(due.map((row) => [row.action_id, row.due_at])) };
}

export function toActionView(action: PlanAction, missing: readonly string[], trail: ActionTrail): ActionView {
  return {
    id: action.id,
    version: action.version,
    position: action.position,
    state: action.state,
    questionId: action.questionId,
    what: action.what ?? '',
    ownerId: action.ownerId,
    whenText: action.whenText ?? '',
    dueOn: action.dueOn,
    checkerId: action.checkerId,
    planB: action.planB ?? '',
    needsDecision: action.needsDecision,
    meetsBottomLineIds: action.meetsBottomLineIds,
    missing: [...missing],
    reports: trail.reports.get(action.id) ?? [],
    reminderDueAt: trail.reminders.get(action.id)?.toISOString() ?? null,
  };
}
