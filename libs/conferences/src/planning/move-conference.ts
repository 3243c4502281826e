import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type ConferenceView } from '@radslag/contracts';
import { Conference, Database, type Tx } from '@radslag/db';
import { endTasks, planConferenceMessages } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { readConferenceView } from './conference-view';
import { extendLinks, linkExpiry } from './link-lifetime';
import { conferenceAfter } from './move-state';
import { requireDecidedBans } from './require-decided-bans';
import { replaceSetTime } from './set-time';
import { requireUsableRange } from './time-range';
import { requireNoWorry } from './worries';

/**
 * Another time: what was planned for the old one is superseded and the new one is told, in one transaction. The question is a
 * new one too: what was answered about the old time stays with it, and says nothing of this one.
 */
@Injectable()
export class MoveConference {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, input: BodyOf<typeof conferenceRoutes.moveConference>): Promise<ConferenceView> {
    return asStaff(this.db, staff, (tx) => this.within(tx, staff, conferenceId, input));
  }

  /** The same in a transaction that is open: a preview rehearses it. */
  async within(tx: Tx, staff: StaffAccess, conferenceId: string, { version, ...range }: BodyOf<typeof conferenceRoutes.moveConference>): Promise<ConferenceView> {
    const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.move', lock: true });
    const state = conferenceAfter(conference.state, 'move');
    await requireDecidedBans(tx, conference);
    await requireNoWorry(tx, conference.referralId, 'move');
    requireUsableRange(range, conference.zone, tx.now);
    // Nobody is told that it moved when it has not.
    if (range.startsLocal === conference.startsLocal && range.endsLocal === conference.endsLocal) throw new RuleBroken('same-time', range);
    const change = { state, ...range, scheduleVersion: conference.scheduleVersion + 1, movedFromLocal: conference.startsLocal };
    await tx.update(Conference, conferenceId, change, version);
    await replaceSetTime(tx, conference, range);
    await extendLinks(tx, conferenceId, linkExpiry([range], conference.zone));
    await planConferenceMessages(tx, conferenceId, 'timeMoved');
    await endTasks(tx, { conferenceId });
    tx.announce({ referralId: conference.referralId, conferenceId, what: 'schedule' });
    return readConferenceView(tx, staff, { ...conference, ...change, version: version + 1 });
  }
}
