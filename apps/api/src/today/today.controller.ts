import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { FinishTask, ReadToday, ReopenTask } from '@radslag/reporting';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class TodayController {
  constructor(
    private readonly readToday: ReadToday,
    private readonly finishTask: FinishTask,
    private readonly reopenTask: ReopenTask,
  ) {}

  @Endpoint(routes.readToday)
  today(@Input() input: InputOf<typeof routes.readToday>, @Staff() staff: StaffAccess) {
    return this.readToday.execute(staff, input.query.scope);
  }

  @Endpoint(routes.finishTask)
  finish(@Input() input: InputOf<typeof routes.finishTask>, @Staff() staff: StaffAccess) {
    return this.finishTask.execute(staff, input.params.taskId);
  }

  @Endpoint(routes.reopenTask)
  reopen(@Input() input: InputOf<typeof routes.reopenTask>, @Staff() staff: StaffAccess) {
    return this.reopenTask.execute(staff, input.params.taskId);
  }
}
