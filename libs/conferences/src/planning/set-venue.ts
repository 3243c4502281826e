import { Injectable } from '@nestjs/common';
import { asStaff, openConference, pairsOfCase, requireCare, type Care, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type ConferenceView } from '@radslag/contracts';
import { Conference, Database, Invitation, NetworkMember, type Tx } from '@radslag/db';
import { meetingPairs } from '@radslag/domain';
import { MoveRefused } from '@radslag/platform';
import { In, Not } from 'typeorm';
import { readConferenceView } from './conference-view';

/** The place is in no message (promise 2), so a new one leaves planned messages as they are. */
@Injectable()
export class SetVenue {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, { version, venue, careTaken }: BodyOf<typeof conferenceRoutes.setVenue>): Promise<ConferenceView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'venue.set', lock: true });
      if (conference.state === 'held' || conference.state === 'cancelled') throw new MoveRefused('conference', conference.state, 'setVenue');
      const place = { venueName: venue.name, venueAddress: venue.address, venueDirections: venue.directions, venueReleased: venue.released };
      if (shows(conference, place)) {
        const care = await careForPlace(tx, conference);
        requireCare(`${conferenceId} ${[venue.name, venue.address, venue.directions].join('\n')}`, care, careTaken);
        if (care.length > 0) tx.audit('pair.acknowledge', { entity: 'conference', entityId: conferenceId, referralId: conference.referralId });
      }
      await tx.update(Conference, conferenceId, place, version);
      tx.announce({ referralId: conference.referralId, conferenceId, what: 'venue' });
      return readConferenceView(tx, staff, { ...conference, ...place, version: version + 1 });
    });
  }
}

type Place = Pick<Conference, 'venueName' | 'venueAddress' | 'venueDirections' | 'venueReleased'>;

/** It is let out now, or another place is than the one that was. */
const shows = (before: Place, after: Place): boolean =>
  after.venueReleased && (!before.venueReleased || before.venueName !== after.venueName || before.venueAddress !== after.venueAddress || before.venueDirections !== after.venueDirections);

/** Whom everybody who reads the place could find there: of pairs that are kept from each other, and people with protected identity. */
async function careForPlace(tx: Tx, { id, referralId }: Conference): Promise<Care[]> {
  const invited = (await tx.find(Invitation, { conferenceId: id, state: Not('revoked') })).map((one) => one.memberId);
  const { pairs } = await pairsOfCase(tx, referralId);
  const meeting = meetingPairs(pairs, (memberId) => invited.includes(memberId));
  const hidden = invited.length === 0 ? [] : (await tx.find(NetworkMember, { id: In(invited), protected: true }, { order: { id: 'ASC' } })).filter((member) => member.removedAt === null);
  return [
    ...meeting.map(({ kind, ends }): Care => ({ code: kind, memberIds: ends.filter((end) => end !== null) })),
    ...hidden.map((member): Care => ({ code: 'protectedPerson', memberIds: [member.id] })),
  ];
}
