import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { DayView } from '@radslag/contracts';
import { Conference, Database, PhaseEvent } from '@radslag/db';
import { DAY, transition, type ConferenceState, type DayEvent } from '@radslag/domain';
import { endTasks } from '@radslag/outreach';
import { env, MoveRefused, RuleBroken } from '@radslag/platform';
import { conferenceAfter } from '../planning/move-state';
import { dayIsOpen } from './day-is-open';
import { readDayView } from './day-view';

/** That a part of the day began or ended, and when. Never what was said: there is no field to write it in. */
@Injectable()
export class RecordPhase {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, event: DayEvent): Promise<DayView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference, referral } = await openConference(tx, staff, conferenceId, { action: `day.${event}`, lock: true });
      if (!dayIsOpen(conference, tx.now, env().mode)) throw new RuleBroken('day-not-open');
      const moved = transition(DAY, conference.phase, event);
      if (!moved.ok) throw new MoveRefused('day', moved.from, moved.event);
      const change = { phase: moved.state, state: stateAfter(conference.state, event), version: conference.version + 1 };
      await tx.update(Conference, conferenceId, change);
      await tx.insert(PhaseEvent, { conferenceId, kind: event, at: tx.now, recordedBy: staff.userId });
      await endTasks(tx, { conferenceId });
      tx.announce({ referralId: referral.id, conferenceId, what: 'day' });
      return readDayView(tx, staff, { ...conference, ...change }, referral);
    });
  }
}

function stateAfter(state: ConferenceState, event: DayEvent): ConferenceState {
  if (event === 'startInformation') return conferenceAfter(state, 'start');
  return event === 'endDay' ? conferenceAfter(state, 'end') : state;
}
