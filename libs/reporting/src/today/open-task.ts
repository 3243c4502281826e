import { openCase, type StaffAccess } from '@radslag/access';
import { Task, type Tx } from '@radslag/db';
import type { Act } from '@radslag/domain';
import { NotFound } from '@radslag/platform';

/** A task that this person may settle: their own, or one in a case that they may open. */
export async function openTask(tx: Tx, staff: StaffAccess, taskId: string, action: Act): Promise<Task> {
  const task = await tx.get(Task, taskId, { lock: true });
  if (task.referralId !== null && task.assignedTo !== staff.userId) {
    await openCase(tx, staff, task.referralId, { action, entity: 'task', entityId: taskId });
    return task;
  }
  const mine = task.assignedTo === staff.userId || (task.assignedTo === null && staff.role === 'manager');
  if (!mine) throw new NotFound('task');
  tx.audit(action, { entity: 'task', entityId: taskId, ...(task.referralId === null ? {} : { referralId: task.referralId }) });
  return task;
}

export function announceTask(tx: Tx, staff: StaffAccess, task: Task): void {
  tx.announce({ what: 'tasks', userId: task.assignedTo ?? staff.userId, ...(task.referralId === null ? {} : { referralId: task.referralId }) });
}
