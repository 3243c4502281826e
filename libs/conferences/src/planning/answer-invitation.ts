import { Injectable } from '@nestjs/common';
import { familyActor } from '@radslag/access';
import { Conference, Database, Invitation, Referral, type Tx } from '@radslag/db';
import { dateOf } from '@radslag/domain';
import { AppError, RuleBroken } from '@radslag/platform';
import { rangeKey, type TimeRange } from './time-range';
import { writeAnswer, type AnswerFacts } from './write-answer';

/** From the page behind the link. Once a time is set, `times` says nothing: the answer is about that one. */
export type OwnAnswer = Omit<AnswerFacts, 'source' | 'recordedBy'>;

/**
 * A relative answers, by themselves or with the coordinator on the phone; the last answer counts and the earlier ones stay.
 * `askedAbout` is the set time that their page showed: a tap on a page that was drawn before a move says nothing about the new time.
 */
@Injectable()
export class AnswerInvitation {
  constructor(private readonly db: Database) {}

  execute(access: { municipalityId: string; invitationId: string; recordedBy?: string | null }, answer: OwnAnswer, askedAbout?: TimeRange): Promise<{ answerId: string; at: Date }> {
    const { municipalityId, invitationId, recordedBy = null } = access;
    return this.db.inMunicipality(municipalityId, familyActor(invitationId, recordedBy), async (tx) => {
      const { conferenceId } = await tx.get(Invitation, invitationId);
      const conference = await conferenceAsItStands(tx, conferenceId);
      const invitation = await tx.get(Invitation, invitationId, { lock: true });
      requireOpenForAnswers(conference, tx.now);
      if (askedAbout !== undefined) requireSameTime(conference, askedAbout);
      const referral = await tx.get(Referral, conference.referralId);
      const stored = await writeAnswer(tx, { conference, referral, invitation }, { ...answer, source: recordedBy === null ? 'web' : 'phone', recordedBy });
      tx.audit('answer.give', { entity: 'invitation', entityId: invitationId, referralId: referral.id });
      return { answerId: stored.answer.id, at: stored.answer.at };
    });
  }
}

/**
 * Shared, so that answers do not queue up behind each other; confirming a time waits for those under way. Always locked
 * before an invitation: confirming does it in that order, and the other way round the two would wait for each other.
 */
export async function conferenceAsItStands(tx: Tx, conferenceId: string): Promise<Conference> {
  await tx.query('SELECT 1 FROM conference WHERE municipality_id = $1 AND id = $2 FOR SHARE', [tx.municipalityId, conferenceId]);
  return tx.get(Conference, conferenceId);
}

/** Until the last day to answer; and again once a time is set, since people fall ill. */
export function requireOpenForAnswers(conference: Conference, now: Date): void {
  switch (conference.state) {
    case 'confirmed':
      return;
    case 'polling':
      if (conference.answerBy !== null && dateOf(now, conference.zone) > conference.answerBy) throw new RuleBroken('poll-closed', { answerBy: conference.answerBy });
      return;
    case 'cancelled':
      throw new AppError('conference-cancelled', 409);
    case 'planning':
    case 'inProgress':
    case 'held':
      throw new RuleBroken('poll-closed', { state: conference.state });
  }
}

function requireSameTime({ startsLocal, endsLocal }: Conference, askedAbout: TimeRange): void {
  if (startsLocal === null || rangeKey({ startsLocal, endsLocal: endsLocal ?? startsLocal }) !== rangeKey(askedAbout)) throw new AppError('other-time', 409, { startsLocal });
}
