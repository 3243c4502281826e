import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { ConferenceView } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { readConferenceView } from './conference-view';

@Injectable()
export class ReadConference {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<ConferenceView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.read' });
      return readConferenceView(tx, staff, conference);
    });
  }
}
