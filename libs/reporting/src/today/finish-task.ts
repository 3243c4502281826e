import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, Task } from '@radslag/db';
import { announceTask, openTask } from './open-task';
import { settleReply } from './reply-of-task';

/** Done; said twice it stays done when it was first said. */
@Injectable()
export class FinishTask {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, taskId: string): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const task = await openTask(tx, staff, taskId, 'task.finish');
      if (task.doneAt !== null) return;
      await tx.update(Task, taskId, { doneAt: tx.now, doneBy: staff.userId });
      await settleReply(tx, staff, task);
      announceTask(tx, staff, task);
    });
  }
}
