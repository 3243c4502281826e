import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database, Invitation } from '@radslag/db';
import { ANNOUNCED_BY, foreseeChange } from '@radslag/outreach';
import { RotateLink } from './rotate-link';

/** Whether the new link will be sent, how and when. */
@Injectable()
export class PreviewRotate {
  constructor(
    private readonly db: Database,
    private readonly rotate: RotateLink,
  ) {}

  execute(staff: StaffAccess, invitationId: string): Promise<ResponseOf<typeof conferenceRoutes.previewRotate>> {
    return asStaff(this.db, staff, async (tx) => {
      const { conferenceId, memberId } = await tx.get(Invitation, invitationId);
      await openConference(tx, staff, conferenceId, { action: 'conference.preview', entity: 'invitation', entityId: invitationId });
      return foreseeChange(tx, { conferenceId, kinds: ANNOUNCED_BY.rotate, memberIds: [memberId] }, async () => void (await this.rotate.within(tx, staff, invitationId)));
    });
  }
}
