import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { FillInTogether, IssueCode, ReadMatrix, RecordAnswer, RevokeInvitation, RotateLink, SendInvitations } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** Who is asked, through which link, and what they have answered. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly readMatrix: ReadMatrix,
    private readonly sendInvitations: SendInvitations,
    private readonly recordAnswer: RecordAnswer,
    private readonly revokeInvitation: RevokeInvitation,
    private readonly rotateLink: RotateLink,
    private readonly issueCode: IssueCode,
    private readonly fillInTogether: FillInTogether,
  ) {}

  @Endpoint(routes.readMatrix)
  matrix(@Input() input: InputOf<typeof routes.readMatrix>, @Staff() staff: StaffAccess) {
    return this.readMatrix.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.sendInvitations)
  send(@Input() input: InputOf<typeof routes.sendInvitations>, @Staff() staff: StaffAccess) {
    return this.sendInvitations.execute(staff, input.params.conferenceId, input.body.memberIds);
  }

  @Endpoint(routes.recordAnswer)
  record(@Input() input: InputOf<typeof routes.recordAnswer>, @Staff() staff: StaffAccess) {
    return this.recordAnswer.execute(staff, input.params.conferenceId, input.body);
  }

  @Endpoint(routes.revokeInvitation)
  revoke(@Input() input: InputOf<typeof routes.revokeInvitation>, @Staff() staff: StaffAccess) {
    return this.revokeInvitation.execute(staff, input.params.invitationId);
  }

  @Endpoint(routes.rotateLink)
  rotate(@Input() input: InputOf<typeof routes.rotateLink>, @Staff() staff: StaffAccess) {
    return this.rotateLink.execute(staff, input.params.invitationId);
  }

  @Endpoint(routes.fillInTogether)
  together(@Input() input: InputOf<typeof routes.fillInTogether>, @Staff() staff: StaffAccess) {
    return this.fillInTogether.execute(staff, input.params.invitationId);
  }

  @Endpoint(routes.issueCode)
  code(@Input() input: InputOf<typeof routes.issueCode>, @Staff() staff: StaffAccess) {
    return this.issueCode.execute(staff, input.params.invitationId);
  }
}
