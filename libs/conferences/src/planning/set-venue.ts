import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type ConferenceView } from '@radslag/contracts';
import { Conference, Database } from '@radslag/db';
import { MoveRefused } from '@radslag/platform';
import { readConferenceView } from './conference-view';

/** The place is in no message (promise 2), so a new one leaves planned messages as they are. */
@Injectable()
export class SetVenue {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, { version, venue }: BodyOf<typeof conferenceRoutes.setVenue>): Promise<ConferenceView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'venue.set', lock: true });
      if (conference.state === 'held' || conference.state === 'cancelled') throw new MoveRefused('conference', conference.state, 'setVenue');
      const place = { venueName: venue.name, venueAddress: venue.address, venueDirections: venue.directions, venueReleased: venue.released };
      await tx.update(Conference, conferenceId, place, version);
      tx.announce({ referralId: conference.referralId, conferenceId, what: 'venue' });
      return readConferenceView(tx, staff, { ...conference, ...place, version: version + 1 });
    });
  }
}
