import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, NetworkMember, Task, WorryRow } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { announceTask, openTask } from './open-task';
import { replyIsDone, requireRead } from './reply-of-task';

/** Done; said twice it stays done when it was first said. */
@Injectable()
export class FinishTask {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, taskId: string): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const task = await openTask(tx, staff, taskId, 'task.finish');
      if (task.doneAt !== null) return;
      // A worry is done when somebody has written what was done about it, not by a tick.
      if (task.kind === 'worried' && task.memberId !== null && (await tx.findOne(NetworkMember, { id: task.memberId, removedAt: IsNull() })) !== null && (await tx.findOne(WorryRow, { memberId: task.memberId, answeredAt: IsNull() })) !== null) throw new RuleBroken('worry-unanswered', { memberIds: [task.memberId] });
      await requireRead(tx, staff, task);
      await tx.update(Task, taskId, { doneAt: tx.now, doneBy: staff.userId });
      await replyIsDone(tx, staff, task);
      announceTask(tx, staff, task);
    });
  }
}
