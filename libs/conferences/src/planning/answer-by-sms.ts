import { Invitation, ProposedTime, Referral, type Tx } from '@radslag/db';
import type { Coming } from '@radslag/domain';
import { IsNull } from 'typeorm';
import { conferenceAsItStands, requireOpenForAnswers } from './answer-invitation';
import { raiseTask } from './conference-task';
import { latestAnswers, type StoredAnswer } from './latest-answers';
import { writeAnswer, type AnswerFacts } from './write-answer';

/**
 * JA, NEJ or KANSKE by SMS, in the transaction that keeps the reply, and by the same path as an answer on the page. It says
 * whether somebody comes and nothing more: no time is guessed, and what they have said before of times and needs still
 * stands. An answer that was sent before their latest one (a late callback) changes nothing.
 */
export async function answerBySms(tx: Tx, reply: { invitationId: string; coming: Coming; sentAt: Date }): Promise<'given' | 'overtaken'> {
  const { conferenceId } = await tx.get(Invitation, reply.invitationId);
  const conference = await conferenceAsItStands(tx, conferenceId);
  const invitation = await tx.get(Invitation, reply.invitationId, { lock: true });
  requireOpenForAnswers(conference, tx.now);
  const before = (await latestAnswers(tx, conferenceId)).get(invitation.memberId);
  if (before !== undefined && before.answer.at > reply.sentAt) return 'overtaken';
  const referral = await tx.get(Referral, conference.referralId);
  const { answer, times } = before?.answer.coming === reply.coming ? before : await writeAnswer(tx, { conference, referral, invitation }, factsOf(reply.coming, before));
  if (conference.state === 'polling' && answer.coming === 'yes' && !answer.noTimeFits && times.length === 0 && (await tx.findOne(ProposedTime, { conferenceId, withdrawnAt: IsNull() })) !== null) {
    await raiseTask(tx, conference, { kind: 'callMember', reason: 'timesNotSaid', memberId: invitation.memberId });
  }
  return 'given';
}

const SAID_NOTHING: Omit<AnswerFacts, 'source' | 'recordedBy' | 'coming'> = { mode: null, times: [], noTimeFits: false, usualTimes: '', needs: [], spokesperson: '', note: '', worry: 'notAsked' };

function factsOf(coming: Coming, before: StoredAnswer | undefined): AnswerFacts {
  const said = { source: 'sms' as const, recordedBy: null, coming };
  if (before === undefined) return { ...SAID_NOTHING, ...said };
  const { answer, times, needs } = before;
  const kept = { note: answer.note ?? '', worry: answer.worry };
  if (coming === 'no') return { ...SAID_NOTHING, ...said, ...kept };
  return {
    ...said, ...kept, mode: answer.mode, times: times.map((time) => ({ timeId: time.proposedTimeId, value: time.value })), noTimeFits: answer.noTimeFits, usualTimes: answer.usualTimes ?? '',
    needs: needs.map(({ need, detail }) => ({ need, detail: detail ?? '' })), spokesperson: answer.spokesperson ?? '',
  };
}
