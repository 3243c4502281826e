import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type ConferenceView } from '@radslag/contracts';
import { Conference, Database, type ProposedTime, type Tx } from '@radslag/db';
import { endTasks, planConferenceMessages } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { standingTimes, toConferenceView } from './conference-view';
import { conferenceAfter } from './move-state';
import { requireDecidedBans } from './require-decided-bans';
import { requireUsableRange } from './time-range';
import { requireNoWorry } from './worries';

/** Sets the time. The conference and every message about it are one transaction: both stand, or neither. */
@Injectable()
export class ConfirmTime {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, input: BodyOf<typeof conferenceRoutes.confirmTime>): Promise<ConferenceView> {
    return asStaff(this.db, staff, (tx) => this.within(tx, staff, conferenceId, input));
  }

  /** The same in a transaction that is open: a preview rehearses it. */
  async within(tx: Tx, staff: StaffAccess, conferenceId: string, { version, timeId }: BodyOf<typeof conferenceRoutes.confirmTime>): Promise<ConferenceView> {
    const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.confirm', lock: true });
    const state = conferenceAfter(conference.state, 'confirm');
    await requireDecidedBans(tx, conference);
    await requireNoWorry(tx, conference.referralId, 'confirm');
    const times = await standingTimes(tx, conferenceId);
    const { startsLocal, endsLocal } = requireStandingTime(times, timeId);
    requireUsableRange({ startsLocal, endsLocal }, conference.zone, tx.now);
    const change = { state, startsLocal, endsLocal, scheduleVersion: conference.scheduleVersion + 1 };
    await tx.update(Conference, conferenceId, change, version);
    await planConferenceMessages(tx, conferenceId, 'timeSet');
    await endTasks(tx, { conferenceId });
    tx.announce({ referralId: conference.referralId, conferenceId, what: 'schedule' });
    return toConferenceView(staff, { ...conference, ...change, version: version + 1 }, times);
  }
}

export function requireStandingTime(times: readonly ProposedTime[], timeId: string): ProposedTime {
  const time = times.find((one) => one.id === timeId);
  if (!time) throw new RuleBroken('unknown-time', { timeIds: [timeId] });
  return time;
}
