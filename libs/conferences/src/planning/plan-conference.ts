import { Injectable } from '@nestjs/common';
import { asStaff, openCase, type StaffAccess } from '@radslag/access';
import type { ConferenceView } from '@radslag/contracts';
import { Conference, Database } from '@radslag/db';
import { SWEDISH_ZONE } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { toConferenceView } from './conference-view';

/** Begins to plan a conference: the first one, or a review when one has been held. One at a time. */
@Injectable()
export class PlanConference {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string): Promise<ConferenceView> {
    return asStaff(this.db, staff, async (tx) => {
      // Locked, so that two who press at once do not get a conference each.
      const referral = await openCase(tx, staff, referralId, { action: 'conference.plan', lock: true });
      if (referral.state !== 'active') throw new RuleBroken('referral-not-active', { state: referral.state });
      const earlier = await tx.find(Conference, { referralId });
      if (earlier.some((one) => one.state !== 'held' && one.state !== 'cancelled')) throw new RuleBroken('conference-already-planned');
      const conference = await tx.insert(Conference, {
        referralId,
        kind: earlier.some((one) => one.state === 'held') ? 'review' : 'first',
        state: 'planning',
        scheduleVersion: 1,
        startsLocal: null,
        endsLocal: null,
        zone: SWEDISH_ZONE,
        answerBy: null,
        venueName: null,
        venueAddress: null,
        venueDirections: null,
        venueReleased: false,
        phase: 'notStarted',
        cancelledAt: null,
        cancelReason: null,
        createdAt: tx.now,
        version: 1,
      });
      tx.announce({ referralId, conferenceId: conference.id, what: 'conference' });
      return toConferenceView(staff, conference, []);
    });
  }
}
