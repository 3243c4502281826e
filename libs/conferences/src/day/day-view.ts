import { namesOfStaff, pairsOfCase, type StaffAccess } from '@radslag/access';
import type { DayView } from '@radslag/contracts';
import { Attendance, FamilyQuestion, Invitation, Municipality, NetworkMember, PhaseEvent, StaffUser, type Conference, type Referral, type Tx } from '@radslag/db';
import { allowedEvents, contentLocked, DAY, otherOf, whereaboutsOf, type DayEvent } from '@radslag/domain';
import { env } from '@radslag/platform';
import { IsNull } from 'typeorm';
import { readConferenceView } from '../planning/conference-view';
import { standingAnswers } from '../planning/latest-answers';
import { personLabel } from '../planning/person-label';
import { dayIsOpen } from './day-is-open';

/** Everybody in the network, not only those who are awaited: people turn up. */
export async function readDayView(tx: Tx, staff: StaffAccess, conference: Conference, referral: Referral): Promise<DayView> {
  const members = await tx.find(NetworkMember, { referralId: referral.id, removedAt: IsNull() }, { order: { createdAt: 'ASC', id: 'ASC' } });
  const attendance = new Map((await tx.find(Attendance, { conferenceId: conference.id })).map((row) => [row.memberId, row]));
  const invited = new Set((await tx.find(Invitation, { conferenceId: conference.id, revokedAt: IsNull() })).map((invitation) => invitation.memberId));
  const answers = await standingAnswers(tx, conference.id);
  const events = await tx.find(PhaseEvent, { conferenceId: conference.id }, { order: { at: 'ASC', id: 'ASC' } });
  const names = await namesOfStaff(tx, events.map((event) => event.recordedBy));
  const questions = await tx.find(FamilyQuestion, { referralId: referral.id }, { order: { position: 'ASC' } });
  const { pairs } = await pairsOfCase(tx, referral.id);
  const isHere = (memberId: string | null) => memberId === null || (attendance.get(memberId)?.arrivedAt != null && attendance.get(memberId)?.leftAt == null);
  return {
    conference: await readConferenceView(tx, staff, conference),
    contentLocked: contentLocked(conference.phase),
    events: events.map((event) => ({ id: event.id, kind: event.kind as DayEvent, at: event.at.toISOString(), by: names.get(event.recordedBy) ?? '' })),
    people: members.map((member) => {
      const here = attendance.get(member.id);
      const { mode = null, coming = null } = answers.get(member.id) ?? {};
      return {
        memberId: member.id,
        ...personLabel(member),
        professional: member.professional,
        protected: member.protected,
        mode,
        coming,
        arrivedAt: here?.arrivedAt?.toISOString() ?? null,
        leftAt: here?.leftAt?.toISOString() ?? null,
        keptFrom: pairs.flatMap((pair) => {
          const otherId = otherOf(pair, member.id);
          return otherId === undefined ? [] : [{ memberId: otherId, kind: pair.kind, measure: pair.measure, here: isHere(otherId) }];
        }),
        whereabouts: whereaboutsOf({ focal: member.focalPersonId !== null, invited: invited.has(member.id), coming, mode, arrived: here?.arrivedAt != null, left: here?.leftAt != null }),
      };
    }),
    questions: questions.map(({ id, text }) => ({ id, text })),
    onCallPhone: await onCallPhone(tx),
    now: tx.now.toISOString(),
    allowed: staff.role === 'coordinator' && dayIsOpen(conference, tx.now, env().mode) ? allowedEvents(DAY, conference.phase) : [],
  };
}

/** A manager with a number, else the municipality's own. */
async function onCallPhone(tx: Tx): Promise<string> {
  const managers = await tx.find(StaffUser, { role: 'manager', disabledAt: IsNull() }, { order: { name: 'ASC' } });
  const withNumber = managers.find((manager) => manager.phone !== null);
  if (withNumber?.phone) return withNumber.phone;
  const municipality = await tx.manager.findOneBy(Municipality, { id: tx.municipalityId });
  return municipality?.phone ?? '';
}
