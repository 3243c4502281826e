import { Invitation, ProposedTime, Referral, type Conference, type Tx } from '@radslag/db';
import type { Coming } from '@radslag/domain';
import { lastToldBefore } from '@radslag/outreach';
import { IsNull } from 'typeorm';
import { conferenceAsItStands, requireOpenForAnswers } from './answer-invitation';
import { raiseTask } from './conference-task';
import { latestAnswers, saidTimes, standingAnswers, type StandingAnswer, type StoredAnswer } from './latest-answers';
import { writeAnswer, writeAnswerAbout, type AnswerFacts } from './write-answer';

type SmsAnswer = { invitationId: string; coming: Coming; sentAt: Date };

/**
 * JA, NEJ or KANSKE by SMS, in the transaction that keeps the reply, and by the same path as an answer on the page. It says
 * whether somebody comes and nothing more: no time is guessed, and what they have said before of times and needs still
 * stands. An answer that was sent before their latest one (a late callback) changes nothing. Sent by somebody who had heard of
 * another time only, it is about that one: it is kept there, and a person asks (`otherTime`).
 */
export async function answerBySms(tx: Tx, reply: SmsAnswer): Promise<'given' | 'overtaken' | 'otherTime'> {
  const { conferenceId } = await tx.get(Invitation, reply.invitationId);
  const conference = await conferenceAsItStands(tx, conferenceId);
  const invitation = await tx.get(Invitation, reply.invitationId, { lock: true });
  requireOpenForAnswers(conference, tx.now);
  const before = (await latestAnswers(tx, conferenceId)).get(invitation.memberId);
  if (before !== undefined && before.answer.at > reply.sentAt) return 'overtaken';
  const referral = await tx.get(Referral, conference.referralId);
  const standing = (await standingAnswers(tx, conferenceId)).get(invitation.memberId);
  const facts = factsOf(reply.coming, before, standing);
  const otherTime = await otherTimeTold(tx, conference, reply);
  if (otherTime !== null) {
    await writeAnswerAbout(tx, { conference, referral, invitation }, facts, otherTime.id);
    return 'otherTime';
  }
  const stored = before !== undefined && standing?.answerId === before.answer.id && standing.coming === reply.coming ? before : await writeAnswer(tx, { conference, referral, invitation }, facts);
  if (conference.state === 'polling' && stored.answer.coming === 'yes' && !stored.answer.noTimeFits && saidTimes(stored).length === 0 && (await tx.findOne(ProposedTime, { conferenceId, withdrawnAt: IsNull() })) !== null) {
    await raiseTask(tx, conference, { kind: 'callMember', reason: 'timesNotSaid', memberId: invitation.memberId });
  }
  return 'given';
}

/** The time that they last had heard of when they wrote, if it is another than the one that is set. Told of none, they answer the question itself. */
async function otherTimeTold(tx: Tx, conference: Conference, { invitationId, sentAt }: SmsAnswer): Promise<ProposedTime | null> {
  const told = await lastToldBefore(tx, invitationId, sentAt);
  if (told === null || conference.startsLocal === null || told === conference.startsLocal) return null;
  const [time] = await tx.find(ProposedTime, { conferenceId: conference.id, startsLocal: told }, { order: { id: 'ASC' } });
  return time ?? null;
}

const SAID_NOTHING: Omit<AnswerFacts, 'source' | 'recordedBy' | 'coming'> = { mode: null, times: [], noTimeFits: false, usualTimes: '', needs: [], spokesperson: '', note: '', worry: 'notAsked' };

function factsOf(coming: Coming, before: StoredAnswer | undefined, standing: StandingAnswer | undefined): AnswerFacts {
  const said = { source: 'sms' as const, recordedBy: null, coming };
  if (before === undefined) return { ...SAID_NOTHING, ...said };
  const { answer, needs } = before;
  const kept = { note: answer.note ?? '', worry: answer.worry };
  if (coming === 'no') return { ...SAID_NOTHING, ...said, ...kept };
  // How they take part goes with the answer it was said in: a letter instead of coming is none to the yes that follows.
  const aboutThis = standing?.answerId === answer.id;
  return {
    ...said, ...kept, mode: aboutThis && answer.coming !== 'no' ? answer.mode : null, times: saidTimes(before), noTimeFits: aboutThis && answer.noTimeFits, usualTimes: answer.usualTimes ?? '',
    needs: needs.map(({ need, detail }) => ({ need, detail: detail ?? '' })), spokesperson: aboutThis && answer.coming !== 'no' ? (answer.spokesperson ?? '') : '',
  };
}
