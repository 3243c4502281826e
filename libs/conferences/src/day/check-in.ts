import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type DayView } from '@radslag/contracts';
import { Attendance, Database, NetworkMember, type Tx } from '@radslag/db';
import { endTasks } from '@radslag/outreach';
import { env, MoveRefused, NotFound, RuleBroken } from '@radslag/platform';
import { dayIsOpen } from './day-is-open';
import { readDayView } from './day-view';

type CheckInInput = BodyOf<typeof conferenceRoutes.checkIn>;

/** Somebody came or left: no content, so it is taken down in the family's own time too (promise 6). */
@Injectable()
export class CheckIn {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, { memberId, event, at }: CheckInInput): Promise<DayView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference, referral } = await openConference(tx, staff, conferenceId, { action: `attendance.${event}`, lock: true });
      if (!dayIsOpen(conference, tx.now, env().mode)) throw new RuleBroken('day-not-open');
      const member = await tx.findOne(NetworkMember, { id: memberId, referralId: referral.id });
      if (!member || member.removedAt !== null) throw new NotFound('network_member');
      await record(tx, staff, { conferenceId, memberId, event, at: momentOf(at, tx.now) });
      await endTasks(tx, { memberIds: [memberId] });
      tx.announce({ referralId: referral.id, conferenceId, what: 'attendance' });
      return readDayView(tx, staff, conference, referral);
    });
  }
}

/** Long enough for a day without network, too short for another day. */
const LATEST_HOURS = 12;

/** Ticked without network it counts from when it was ticked; a moment that cannot be is now. */
export function momentOf(at: string | undefined, now: Date): Date {
  if (at === undefined) return now;
  const ticked = new Date(at);
  return ticked <= now && now.getTime() - ticked.getTime() <= LATEST_HOURS * 3_600_000 ? ticked : now;
}

type Tick = { conferenceId: string; memberId: string; event: CheckInInput['event']; at: Date };

async function record(tx: Tx, staff: StaffAccess, { conferenceId, memberId, event, at }: Tick): Promise<void> {
  const before = await tx.findOne(Attendance, { conferenceId, memberId });
  const after = attendanceAfter(before, event, at);
  if (before) await tx.update(Attendance, before.id, { ...after, recordedBy: staff.userId });
  else await tx.insert(Attendance, { conferenceId, memberId, ...after, recordedBy: staff.userId });
}

type Presence = Pick<Attendance, 'arrivedAt' | 'leftAt'>;

/** Leaving presumes having come; undo takes back the last of the two. Coming twice keeps the first time, coming back clears the leaving. */
export function attendanceAfter(before: Presence | null, event: CheckInInput['event'], now: Date): Presence {
  const arrivedAt = before?.arrivedAt ?? null;
  const leftAt = before?.leftAt ?? null;
  switch (event) {
    case 'arrived':
      return { arrivedAt: arrivedAt ?? now, leftAt: null };
    case 'left':
      if (arrivedAt === null) throw new MoveRefused('attendance', 'absent', event);
      return { arrivedAt, leftAt: leftAt ?? now };
    case 'undo':
      if (arrivedAt === null) throw new MoveRefused('attendance', 'absent', event);
      return { arrivedAt: leftAt === null ? null : arrivedAt, leftAt: null };
  }
}
