import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { ANNOUNCED_BY, foreseeChange } from '@radslag/outreach';
import { CancelConference } from './cancel-conference';

/** Who will be told that the time no longer holds, and who has to be told by a person. */
@Injectable()
export class PreviewCancel {
  constructor(
    private readonly db: Database,
    private readonly cancel: CancelConference,
  ) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<ResponseOf<typeof conferenceRoutes.previewCancel>> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.preview' });
      return foreseeChange(tx, { conferenceId, kinds: ANNOUNCED_BY.cancel }, async () => void (await this.cancel.within(tx, staff, conferenceId, { version: conference.version, reason: 'other' })));
    });
  }
}
