import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { ANNOUNCED_BY, foreseeChange } from '@radslag/outreach';
import { SendInvitations } from './send-invitations';

/** What inviting these people would send, before the button: in the words that are used, and by the way each is reached. */
@Injectable()
export class PreviewInvitations {
  constructor(
    private readonly db: Database,
    private readonly send: SendInvitations,
  ) {}

  execute(staff: StaffAccess, conferenceId: string, memberIds: readonly string[]): Promise<ResponseOf<typeof conferenceRoutes.previewInvitations>> {
    return asStaff(this.db, staff, async (tx) => {
      await openConference(tx, staff, conferenceId, { action: 'conference.preview' });
      return foreseeChange(tx, { conferenceId, kinds: ANNOUNCED_BY.invite, memberIds }, async () => (await this.send.within(tx, staff, conferenceId, memberIds)).refused);
    });
  }
}
