import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type ConferenceView } from '@radslag/contracts';
import { Conference, Database, type Tx } from '@radslag/db';
import type { DayPhase } from '@radslag/domain';
import { cancelledMessages, endTasks } from '@radslag/outreach';
import { readConferenceView } from './conference-view';
import { conferenceAfter } from './move-state';

/** Stops it, in the middle of the day too; those who were told a time are told. */
@Injectable()
export class CancelConference {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, input: BodyOf<typeof conferenceRoutes.cancelConference>): Promise<ConferenceView> {
    return asStaff(this.db, staff, (tx) => this.within(tx, staff, conferenceId, input));
  }

  /** The same in a transaction that is open: a preview rehearses it. */
  async within(tx: Tx, staff: StaffAccess, conferenceId: string, { version, reason }: BodyOf<typeof conferenceRoutes.cancelConference>): Promise<ConferenceView> {
    const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.cancel', lock: true });
    const phase: DayPhase = conference.phase === 'notStarted' ? 'notStarted' : 'ended';
    const change = { state: conferenceAfter(conference.state, 'cancel'), phase, cancelledAt: tx.now, cancelReason: reason, scheduleVersion: conference.scheduleVersion + 1 };
    await tx.update(Conference, conferenceId, change, version);
    await cancelledMessages(tx, conferenceId);
    await endTasks(tx, { conferenceId });
    tx.announce({ referralId: conference.referralId, conferenceId, what: 'schedule' });
    return readConferenceView(tx, staff, { ...conference, ...change, version: version + 1 });
  }
}
