import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { ClaimReply, HandleReply, ReadInbox, ReadReply, ReopenReply } from '@radslag/outreach';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class InboxController {
  constructor(
    private readonly readInbox: ReadInbox,
    private readonly readReply: ReadReply,
    private readonly claimReply: ClaimReply,
    private readonly handleReply: HandleReply,
    private readonly reopenReply: ReopenReply,
  ) {}

  @Endpoint(routes.readInbox)
  inbox(@Input() input: InputOf<typeof routes.readInbox>, @Staff() staff: StaffAccess) {
    return this.readInbox.execute(staff, input.query.scope);
  }

  @Endpoint(routes.readInboxItem)
  item(@Input() input: InputOf<typeof routes.readInboxItem>, @Staff() staff: StaffAccess) {
    return this.readReply.execute(staff, input.params.inboundId);
  }

  @Endpoint(routes.claimInboxItem)
  claim(@Input() input: InputOf<typeof routes.claimInboxItem>, @Staff() staff: StaffAccess) {
    return this.claimReply.execute(staff, input.params.inboundId, input.body.memberId);
  }

  @Endpoint(routes.handleInboxItem)
  handle(@Input() input: InputOf<typeof routes.handleInboxItem>, @Staff() staff: StaffAccess) {
    return this.handleReply.execute(staff, input.params.inboundId, input.body);
  }

  @Endpoint(routes.reopenInboxItem)
  reopen(@Input() input: InputOf<typeof routes.reopenInboxItem>, @Staff() staff: StaffAccess) {
    return this.reopenReply.execute(staff, input.params.inboundId);
  }
}
