import type { Tx } from '@radslag/db';
import { endOfTask, foldTasks, type TaskEnd } from '@radslag/domain';
import { openTasks, type TaskScope } from './task-facts';

type Ended = { id: string; because: TaskEnd };

/**
 * A task dies with its reason. Asked at what changes one (somebody came, answered, was taken out; a time was set, moved, cancelled, held),
 * in the same transaction, and by the sweeper for what only time changes and for what stands open from before.
 */
export async function endTasks(tx: Tx, scope: TaskScope = {}): Promise<number> {
  const open = await openTasks(tx, scope);
  const ended: Ended[] = [];
  const left: typeof open = [];
  for (const one of open) {
    const because = endOfTask(one.task, one.facts, tx.now);
    if (because === null) left.push(one);
    else ended.push({ id: one.task.id, because });
  }
  const { keep, end } = foldTasks(left.map(({ task }) => task));
  await write(tx, [...ended, ...end.map((id) => ({ id, because: 'sameMatter' as const }))]);
  // Urgency only rises.
  const raised = keep.filter(({ id, urgent }) => urgent && !left.find(({ task }) => task.id === id)!.task.urgent).map(({ id }) => id);
  if (raised.length > 0) await tx.query('UPDATE task SET urgent = true WHERE municipality_id = $1 AND id = ANY($2) AND done_at IS NULL', [tx.municipalityId, raised]);
  return ended.length + end.length;
}

async function write(tx: Tx, ended: readonly Ended[]): Promise<void> {
  if (ended.length === 0) return;
  const rows = await tx.query<{ referral_id: string | null; conference_id: string | null }>(
    `WITH ended AS (
       UPDATE task t SET done_at = $3, ended_because = e.because FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, because text)
       WHERE t.municipality_id = $1 AND t.id = e.id AND t.done_at IS NULL RETURNING t.referral_id, t.conference_id)
     SELECT DISTINCT referral_id, conference_id FROM ended`,
    [tx.municipalityId, JSON.stringify(ended), tx.now],
  );
  for (const { referral_id, conference_id } of rows) tx.announce({ ...(referral_id === null ? {} : { referralId: referral_id }), ...(conference_id === null ? {} : { conferenceId: conference_id }), what: 'tasks' });
}
