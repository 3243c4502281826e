import { Conference, FamilyPlan, PlanAction, type Tx } from '@radslag/db';
import { planActionReminder } from '@radslag/domain';
import { writeMessages, type Draft } from './ledger';
import type { Planned } from './plan-messages';
import { liveRecipients } from './recipients';
import { municipalRules } from './rules-of-municipality';

type Unsent = { id: string; action_id: string; member_id: string; due_at: Date };

/**
 * Reminders to those who promised something in the plan. Called whenever the plan or an action has changed: a reminder
 * that still fits stays, one that does not is stopped, and what is missing is written with the action's next number.
 */
export async function planActionReminders(tx: Tx, planId: string): Promise<Planned> {
  const plan = await tx.get(FamilyPlan, planId);
  const conference = await tx.get(Conference, plan.conferenceId);
  const holds = plan.state === 'accepted' || plan.state === 'acceptedWithConditions';
  const actions = await tx.find(PlanAction, { planId });
  const people = new Map((await liveRecipients(tx, conference.id)).map((person) => [person.memberId, person]));
  const unsent = await tx.query<Unsent>(
    `SELECT id, action_id, member_id, due_at FROM message WHERE municipality_id = $1 AND conference_id = $2 AND kind = 'actionDue' AND state IN ('planned', 'held', 'queued') FOR UPDATE`,
    [tx.municipalityId, conference.id],
  );
  const counts = await tx.query<{ action_id: string; n: number }>(
    `SELECT action_id, count(*)::integer AS n FROM message WHERE municipality_id = $1 AND conference_id = $2 AND kind = 'actionDue' GROUP BY action_id`,
    [tx.municipalityId, conference.id],
  );
  const numberOf = new Map(counts.map((row) => [row.action_id, row.n]));

  const { policy } = await municipalRules(tx);
  const kept = new Set<string>();
  const drafts: Draft[] = [];
  for (const action of actions) {
    const person = action.ownerId === null ? undefined : people.get(action.ownerId);
    if (!holds || action.state !== 'open' || action.struckAt !== null || action.dueOn === null || !person) continue;
    if (person.refusal !== null || person.consentId === null) continue;
    const reminder = planActionReminder({ dueOn: action.dueOn, policy, now: tx.now, own: person.own });
    if (reminder === null) continue;
    const same = unsent.find((m) => m.action_id === action.id && m.member_id === person.memberId && m.due_at.getTime() === reminder.dueAt.getTime());
    if (same) {
      kept.add(same.id);
      continue;
    }
    drafts.push({
      referralId: plan.referralId, conferenceId: conference.id, memberId: person.memberId, invitationId: person.invitationId, consentId: person.consentId,
      actionId: action.id, kind: 'actionDue', channel: person.by!, scheduleVersion: conference.scheduleVersion, idempotencyKey: `${action.id}:actionDue:${(numberOf.get(action.id) ?? 0) + 1}`,
      dueAt: reminder.dueAt, notAfter: reminder.notAfter,
    });
  }
  const stale = unsent.filter((m) => !kept.has(m.id)).map((m) => m.id);
  if (stale.length > 0) {
    await tx.query(`UPDATE message SET state = 'cancelled', reason = 'actionClosed', ended_at = $3, lease_until = NULL WHERE municipality_id = $1 AND id = ANY($2)`, [tx.municipalityId, stale, tx.now]);
  }
  return { messages: (await writeMessages(tx, drafts)).length, calls: 0 };
}
