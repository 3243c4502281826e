import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { BodyOf, conferenceRoutes, DayView } from '@radslag/contracts';
import { Attendance, Conference, Database, NetworkMember, PhaseEvent, type Tx } from '@radslag/db';
import { DAY, professionalsInRoom, transition, type ConferenceState, type DayEvent } from '@radslag/domain';
import { endTasks } from '@radslag/outreach';
import { env, MoveRefused, RuleBroken } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { conferenceAfter } from '../planning/move-state';
import { dayIsOpen } from './day-is-open';
import { readDayView } from './day-view';

type Asked = BodyOf<typeof conferenceRoutes.recordPhase>['professionals'];

/** That a part of the day began or ended, and when. Never what was said: there is no field to write it in. */
@Injectable()
export class RecordPhase {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, event: DayEvent, professionals: Asked = []): Promise<DayView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference, referral } = await openConference(tx, staff, conferenceId, { action: `day.${event}`, lock: true });
      if (!dayIsOpen(conference, tx.now, env().mode)) throw new RuleBroken('day-not-open');
      const moved = transition(DAY, conference.phase, event);
      if (!moved.ok) throw new MoveRefused('day', moved.from, moved.event);
      if (event === 'startPrivateTime') await seeThemOut(tx, staff, conference, professionals);
      const change = { phase: moved.state, state: stateAfter(conference.state, event), version: conference.version + 1 };
      await tx.update(Conference, conferenceId, change);
      await tx.insert(PhaseEvent, { conferenceId, kind: event, at: tx.now, recordedBy: staff.userId });
      await endTasks(tx, { conferenceId });
      tx.announce({ referralId: referral.id, conferenceId, what: 'day' });
      return readDayView(tx, staff, { ...conference, ...change }, referral);
    });
  }
}

/** Whoever of the professionals is still in the room has been asked about: they have gone out now, or stay because the family wants it. */
async function seeThemOut(tx: Tx, staff: StaffAccess, conference: Conference, said: Asked): Promise<void> {
  const attendance = await tx.find(Attendance, { conferenceId: conference.id });
  const members = new Map((await tx.find(NetworkMember, { referralId: conference.referralId, removedAt: IsNull() })).map((member) => [member.id, member]));
  const inRoom = professionalsInRoom(attendance.map((row) => ({ ...row, professional: members.get(row.memberId)?.professional === true })));
  const answers = new Map(said.map((one) => [one.memberId, one.is]));
  const unasked = inRoom.filter((row) => !answers.has(row.memberId));
  if (unasked.length > 0) throw new RuleBroken('professional-in-room', { memberIds: unasked.map((row) => row.memberId) });
  for (const row of inRoom) {
    if (answers.get(row.memberId) === 'left') await tx.update(Attendance, row.id, { leftAt: tx.now, recordedBy: staff.userId });
    tx.audit(answers.get(row.memberId) === 'left' ? 'attendance.left' : 'attendance.stays', { entity: 'network_member', entityId: row.memberId, referralId: conference.referralId });
  }
}

function stateAfter(state: ConferenceState, event: DayEvent): ConferenceState {
  if (event === 'startInformation') return conferenceAfter(state, 'start');
  return event === 'endDay' ? conferenceAfter(state, 'end') : state;
}
