import { tellOfWorry } from '@radslag/access';
import { Answer, AnswerNeed, AnswerTime, Invitation, ProposedTime, type Conference, type Referral, type Tx } from '@radslag/db';
import { isWorry, type AnswerSource, type AttendanceMode, type Coming, type Need, type TimeAnswer, type Worry } from '@radslag/domain';
import { afterAnswer, endTasks, planForInvitation, supersede } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { Not } from 'typeorm';
import { raiseTask } from './conference-task';
import { standingTimes } from './conference-view';
import type { StoredAnswer } from './latest-answers';
import { invitationAfter } from './move-state';
import { timeThatIsSet } from './set-time';

export type AnswerFacts = {
  source: AnswerSource;
  recordedBy: string | null;
  coming: Coming;
  mode: AttendanceMode | null;
  times: readonly { timeId: string; value: TimeAnswer }[];
  noTimeFits: boolean;
  usualTimes: string;
  needs: readonly { need: Need; detail: string }[];
  spokesperson: string;
  note: string;
  worry: Worry;
};

const IN_THE_ROOM: readonly AttendanceMode[] = ['inPerson', 'partly', 'video'];

type Answering = { conference: Conference; referral: Referral; invitation: Invitation };

/** One more answer in the person's history, about the question as it stands, and what follows from it, in the caller's transaction. */
export async function writeAnswer(tx: Tx, answering: Answering, facts: AnswerFacts): Promise<StoredAnswer> {
  const { conference, invitation } = answering;
  const set = await timeThatIsSet(tx, conference);
  const values = set === null ? await saidOfPoll(tx, conference.id, facts) : new Map([[set.id, OF_THE_SET_TIME[facts.coming]]]);
  // Once a time is set there are no times to choose between.
  const stored = await keepAnswer(tx, answering, set === null ? facts : { ...facts, noTimeFits: false }, values);
  await afterAnswer(tx, { invitationId: invitation.id, memberId: invitation.memberId, byLink: facts.source === 'web' });
  await askForFollowUp(tx, conference, stored.answer, stored.times);
  // The time is set and this person is not coming: the reminders would only chafe.
  if (facts.coming === 'no' && conference.state === 'confirmed') await supersede(tx, { conferenceId: conference.id, memberId: invitation.memberId }, 'personDeclined');
  else await planForInvitation(tx, conference.id, invitation.id);
  return stored;
}

/** What came about a time that no longer is the one: it is kept with that time, and nothing else follows from it. */
export async function writeAnswerAbout(tx: Tx, answering: Answering, facts: AnswerFacts, timeId: string): Promise<StoredAnswer> {
  return keepAnswer(tx, answering, { ...facts, noTimeFits: false }, new Map([[timeId, OF_THE_SET_TIME[facts.coming]]]));
}

const OF_THE_SET_TIME: Readonly<Record<Coming, TimeAnswer>> = { yes: 'yes', maybe: 'ifNeedBe', no: 'no' };

/**
 * The poll asks about every time that stands. A no to coming, or to all of them, is a no to each of these and to none that is
 * proposed later. Withdrawn times are known too: somebody may have had the page open when the list changed.
 */
async function saidOfPoll(tx: Tx, conferenceId: string, facts: Pick<AnswerFacts, 'coming' | 'noTimeFits' | 'times'>): Promise<Map<string, TimeAnswer | null>> {
  const given = new Map(facts.times.map((time) => [time.timeId, time.value]));
  await requireKnownTimes(tx, conferenceId, [...given.keys()]);
  const asked = new Set([...(await standingTimes(tx, conferenceId)).map((time) => time.id), ...given.keys()]);
  const toAll = facts.coming === 'no' || facts.noTimeFits ? ('no' as const) : null;
  return new Map([...asked].map((timeId) => [timeId, toAll ?? given.get(timeId) ?? null]));
}

async function keepAnswer(tx: Tx, { conference, referral, invitation }: Answering, facts: AnswerFacts, values: ReadonlyMap<string, TimeAnswer | null>): Promise<StoredAnswer> {
  const state = invitationAfter(invitation.state, 'answer');

  const { source, recordedBy, coming, mode, noTimeFits, usualTimes, spokesperson, note, worry } = facts;
  const answer = await tx.insert(Answer, {
    invitationId: invitation.id,
    conferenceId: conference.id,
    memberId: invitation.memberId,
    at: tx.now,
    source,
    recordedBy,
    coming,
    // Someone who cannot come may still be heard: by phone, by letter, through somebody else.
    mode: coming === 'no' && mode !== null && IN_THE_ROOM.includes(mode) ? null : mode,
    noTimeFits,
    usualTimes: usualTimes || null,
    spokesperson: spokesperson || null,
    note: note || null,
    worry,
  });
  const times = await tx.insertMany(AnswerTime, [...values].map(([proposedTimeId, value]) => ({ answerId: answer.id, proposedTimeId, value })));
  const needs = await tx.insertMany(AnswerNeed, facts.needs.map(({ need, detail }) => ({ answerId: answer.id, need, detail: detail || null })));
  await tx.update(Invitation, invitation.id, { state, answeredAt: tx.now, draft: null });
  tx.announce({ referralId: referral.id, conferenceId: conference.id, what: 'answer' });
  return { answer, times, needs };
}

async function requireKnownTimes(tx: Tx, conferenceId: string, timeIds: readonly string[]): Promise<void> {
  if (timeIds.length === 0) return;
  const known = new Set((await tx.find(ProposedTime, { conferenceId })).map((time) => time.id));
  const unknown = timeIds.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new RuleBroken('unknown-time', { timeIds: unknown });
}

async function askForFollowUp(tx: Tx, conference: Conference, answer: Answer, times: readonly AnswerTime[]): Promise<void> {
  const { memberId } = answer;
  if (isWorry(answer.worry)) {
    const before = (await tx.find(Answer, { invitationId: answer.invitationId, id: Not(answer.id) }, { order: { at: 'DESC', id: 'DESC' }, take: 1 }))[0];
    // An answer carries along what was said before: only what is new in it is told.
    if (before?.worry !== answer.worry) await tellOfWorry(tx, { referralId: conference.referralId, conferenceId: conference.id, memberId }, answer.worry, before?.at ?? null);
  }
  // What was asked of the coordinator until now is answered; what this answer asks for comes after.
  await endTasks(tx, { memberIds: [memberId] });
  const wanted = callReason(answer, times);
  if (wanted !== null) await raiseTask(tx, conference, { kind: 'callMember', reason: wanted, memberId });
}

/** Someone who says no is left in peace; someone who wants to come but cannot, or does not know, is worth a call. */
function callReason(answer: Answer, times: readonly AnswerTime[]): 'noTimeFits' | 'maybe' | null {
  if (answer.coming === 'no') return null;
  const allNo = times.length > 0 && times.every((time) => time.value === 'no');
  if (answer.noTimeFits || allNo) return 'noTimeFits';
  return answer.coming === 'maybe' ? 'maybe' : null;
}
