import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { CancelConference, ConfirmTime, MoveConference, PlanConference, ProposeTimes, ReadConference, SetVenue } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** The conference itself: its times, its place, and what becomes of it. */
@Controller()
export class ConferencesController {
  constructor(
    private readonly planConference: PlanConference,
    private readonly readConference: ReadConference,
    private readonly proposeTimes: ProposeTimes,
    private readonly setVenue: SetVenue,
    private readonly confirmTime: ConfirmTime,
    private readonly moveConference: MoveConference,
    private readonly cancelConference: CancelConference,
  ) {}

  @Endpoint(routes.planConference)
  plan(@Input() input: InputOf<typeof routes.planConference>, @Staff() staff: StaffAccess) {
    return this.planConference.execute(staff, input.params.referralId);
  }

  @Endpoint(routes.readConference)
  read(@Input() input: InputOf<typeof routes.readConference>, @Staff() staff: StaffAccess) {
    return this.readConference.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.proposeTimes)
  propose(@Input() input: InputOf<typeof routes.proposeTimes>, @Staff() staff: StaffAccess) {
    return this.proposeTimes.execute(staff, input.params.conferenceId, input.body);
  }

  @Endpoint(routes.setVenue)
  venue(@Input() input: InputOf<typeof routes.setVenue>, @Staff() staff: StaffAccess) {
    return this.setVenue.execute(staff, input.params.conferenceId, input.body);
  }

  @Endpoint(routes.confirmTime)
  confirm(@Input() input: InputOf<typeof routes.confirmTime>, @Staff() staff: StaffAccess) {
    return this.confirmTime.execute(staff, input.params.conferenceId, input.body);
  }

  @Endpoint(routes.moveConference)
  move(@Input() input: InputOf<typeof routes.moveConference>, @Staff() staff: StaffAccess) {
    return this.moveConference.execute(staff, input.params.conferenceId, input.body);
  }

  @Endpoint(routes.cancelConference)
  cancel(@Input() input: InputOf<typeof routes.cancelConference>, @Staff() staff: StaffAccess) {
    return this.cancelConference.execute(staff, input.params.conferenceId, input.body);
  }
}
