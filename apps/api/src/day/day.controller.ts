import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { CheckIn, ReadDay, RecordPhase } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class DayController {
  constructor(
    private readonly readDay: ReadDay,
    private readonly checkIn: CheckIn,
    private readonly recordPhase: RecordPhase,
  ) {}

  @Endpoint(routes.readDay)
  read(@Input() input: InputOf<typeof routes.readDay>, @Staff() staff: StaffAccess) {
    return this.readDay.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.checkIn)
  attendance(@Input() input: InputOf<typeof routes.checkIn>, @Staff() staff: StaffAccess) {
    return this.checkIn.execute(staff, input.params.conferenceId, input.body);
  }

  @Endpoint(routes.recordPhase)
  phase(@Input() input: InputOf<typeof routes.recordPhase>, @Staff() staff: StaffAccess) {
    return this.recordPhase.execute(staff, input.params.conferenceId, input.body.event, input.body.professionals);
  }
}
