import type { StaffAccess } from '@radslag/access';
import type { ConferenceView } from '@radslag/contracts';
import { ProposedTime, type Conference, type Tx } from '@radslag/db';
import { allowedEvents, CONFERENCE } from '@radslag/domain';
import { IsNull } from 'typeorm';

/** The times that stand, first one first: those that were proposed, and any that the conference was moved to. */
export function standingTimes(tx: Tx, conferenceId: string): Promise<ProposedTime[]> {
  return tx.find(ProposedTime, { conferenceId, withdrawnAt: IsNull() }, { order: { startsLocal: 'ASC', endsLocal: 'ASC' } });
}

export async function readConferenceView(tx: Tx, staff: StaffAccess, conference: Conference): Promise<ConferenceView> {
  return toConferenceView(staff, conference, await standingTimes(tx, conference.id));
}

export function toConferenceView(staff: StaffAccess, conference: Conference, times: readonly ProposedTime[]): ConferenceView {
  return {
    id: conference.id,
    referralId: conference.referralId,
    kind: conference.kind,
    state: conference.state,
    phase: conference.phase,
    scheduleVersion: conference.scheduleVersion,
    version: conference.version,
    startsLocal: conference.startsLocal,
    endsLocal: conference.endsLocal,
    zone: conference.zone,
    answerBy: conference.answerBy,
    venue: {
      name: conference.venueName ?? '',
      address: conference.venueAddress ?? '',
      directions: conference.venueDirections ?? '',
      released: conference.venueReleased,
    },
    times: times.map(({ id, startsLocal, endsLocal, polled }) => ({ id, startsLocal, endsLocal, polled })),
    // Everyone with need to know reads it; only the coordinator moves it.
    allowed: staff.role === 'coordinator' ? allowedEvents(CONFERENCE, conference.state) : [],
  };
}
