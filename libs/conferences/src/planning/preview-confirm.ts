import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { ANNOUNCED_BY, foreseeChange } from '@radslag/outreach';
import { ConfirmTime } from './confirm-time';

/** The effect before the button: who is told what, and who is not. */
@Injectable()
export class PreviewConfirm {
  constructor(
    private readonly db: Database,
    private readonly confirm: ConfirmTime,
  ) {}

  execute(staff: StaffAccess, conferenceId: string, timeId: string): Promise<ResponseOf<typeof conferenceRoutes.previewConfirm>> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.preview' });
      return foreseeChange(tx, { conferenceId, kinds: ANNOUNCED_BY.confirm }, async () => void (await this.confirm.within(tx, staff, conferenceId, { version: conference.version, timeId })));
    });
  }
}
