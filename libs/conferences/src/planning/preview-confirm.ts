import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { previewMessages } from '@radslag/outreach';
import { standingTimes } from './conference-view';
import { requireStandingTime } from './confirm-time';

/** The effect before the button: who is told what, and who is not. */
@Injectable()
export class PreviewConfirm {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, timeId: string): Promise<ResponseOf<typeof conferenceRoutes.previewConfirm>> {
    return asStaff(this.db, staff, async (tx) => {
      await openConference(tx, staff, conferenceId, { action: 'conference.preview' });
      const { startsLocal, endsLocal } = requireStandingTime(await standingTimes(tx, conferenceId), timeId);
      return previewMessages(tx, conferenceId, 'timeSet', { startsLocal, endsLocal });
    });
  }
}
