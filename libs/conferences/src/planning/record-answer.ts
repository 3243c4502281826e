import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type AnswerView, type BodyOf } from '@radslag/contracts';
import { Answer, Database, Invitation, type Conference } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';
import { conferenceAsItStands } from './answer-invitation';
import { toAnswerView } from './latest-answers';
import { writeAnswer } from './write-answer';

type Recorded = BodyOf<typeof conferenceRoutes.recordAnswer>;

/** An answer that came by phone, by letter or in person, written down by the coordinator under their own name. */
@Injectable()
export class RecordAnswer {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, recorded: Recorded): Promise<AnswerView> {
    return asStaff(this.db, staff, async (tx) => {
      const { referral } = await openConference(tx, staff, conferenceId, { action: 'answer.record' });
      const conference = await conferenceAsItStands(tx, conferenceId);
      const invitation = await tx.findOne(Invitation, { conferenceId, memberId: recorded.memberId }, { lock: true });
      if (!invitation || invitation.state === 'revoked') throw new RuleBroken('not-invited', { memberId: recorded.memberId });
      requireOpenForRecording(conference, recorded);
      const { memberId: _whose, ...answer } = recorded;
      // Not asked here; what they have said of it themselves still stands.
      const before = (await tx.find(Answer, { invitationId: invitation.id }, { order: { at: 'DESC', id: 'DESC' }, take: 1 }))[0];
      const stored = await writeAnswer(tx, { conference, referral, invitation }, { ...answer, noTimeFits: false, usualTimes: '', worry: before?.worry ?? 'notAsked', recordedBy: staff.userId });
      return toAnswerView(stored, { coordinator: staff.role === 'coordinator', recorderNames: new Map([[staff.userId, staff.name]]) });
    });
  }
}

/** Letters come late: the last day binds the page, not the coordinator. Once a time is set only whether and how can change. */
function requireOpenForRecording(conference: Conference, recorded: Recorded): void {
  if (conference.state === 'polling') return;
  if (conference.state === 'confirmed' && recorded.times.length === 0) return;
  throw new RuleBroken('poll-closed', { state: conference.state });
}
