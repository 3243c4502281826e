import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import { Database, Task } from '@radslag/db';
import { announceTask, openTask } from './open-task';
import { reopenReply } from './reply-of-task';

/** Not done after all. */
@Injectable()
export class ReopenTask {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, taskId: string): Promise<void> {
    return asStaff(this.db, staff, async (tx) => {
      const task = await openTask(tx, staff, taskId, 'task.reopen');
      if (task.doneAt === null) return;
      await tx.update(Task, taskId, { doneAt: null, doneBy: null, endedBecause: null });
      await reopenReply(tx, task);
      announceTask(tx, staff, task);
    });
  }
}
