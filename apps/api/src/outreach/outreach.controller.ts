import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { outreachRoutes as routes } from '@radslag/contracts';
import { CancelMessage, ReadOutreach } from '@radslag/outreach';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class OutreachController {
  constructor(
    private readonly readOutreach: ReadOutreach,
    private readonly cancelMessage: CancelMessage,
  ) {}

  @Endpoint(routes.readOutreach)
  read(@Input() input: InputOf<typeof routes.readOutreach>, @Staff() staff: StaffAccess) {
    return this.readOutreach.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.cancelMessage)
  cancel(@Input() input: InputOf<typeof routes.cancelMessage>, @Staff() staff: StaffAccess) {
    return this.cancelMessage.execute(staff, input.params.messageId);
  }
}
