import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { PreviewCancel, PreviewConfirm, PreviewInvitations, PreviewMove, PreviewRotate } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** What a button will do, before it is pressed. Nothing is written. */
@Controller()
export class PreviewsController {
  constructor(
    private readonly previewInvitations: PreviewInvitations,
    private readonly previewConfirm: PreviewConfirm,
    private readonly previewMove: PreviewMove,
    private readonly previewCancel: PreviewCancel,
    private readonly previewRotate: PreviewRotate,
  ) {}

  @Endpoint(routes.previewInvitations)
  invitations(@Input() input: InputOf<typeof routes.previewInvitations>, @Staff() staff: StaffAccess) {
    return this.previewInvitations.execute(staff, input.params.conferenceId, input.body.memberIds);
  }

  @Endpoint(routes.previewConfirm)
  confirm(@Input() input: InputOf<typeof routes.previewConfirm>, @Staff() staff: StaffAccess) {
    return this.previewConfirm.execute(staff, input.params.conferenceId, input.query.timeId);
  }

  @Endpoint(routes.previewMove)
  move(@Input() input: InputOf<typeof routes.previewMove>, @Staff() staff: StaffAccess) {
    return this.previewMove.execute(staff, input.params.conferenceId, input.query);
  }

  @Endpoint(routes.previewCancel)
  cancel(@Input() input: InputOf<typeof routes.previewCancel>, @Staff() staff: StaffAccess) {
    return this.previewCancel.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.previewRotate)
  rotate(@Input() input: InputOf<typeof routes.previewRotate>, @Staff() staff: StaffAccess) {
    return this.previewRotate.execute(staff, input.params.invitationId);
  }
}
