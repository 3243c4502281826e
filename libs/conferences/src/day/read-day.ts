import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { DayView } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { readDayView } from './day-view';

@Injectable()
export class ReadDay {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<DayView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference, referral } = await openConference(tx, staff, conferenceId, { action: 'day.read' });
      return readDayView(tx, staff, conference, referral);
    });
  }
}
