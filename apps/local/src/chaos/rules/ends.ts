import { DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE, withinPermittedHours } from '@radslag/domain';
import type { Call } from '../call';
import type { Evidence, MessageRow } from '../evidence';
import type { Violation } from '../judge';
import { GO_BETWEEN } from '../cast';
import type { History } from '../history';
import { wasLate } from '../lateness';
import { baseOf, name } from './naming';
import { nobodyNeeded } from './nobody-needed';

const ENDS = ['accepted', 'delivered', 'failed', 'cancelled', 'suppressed', 'expired', 'unknown'];
/** What only asks or reminds is left out in silence; what says something new is told by phone instead. */
const LEFT_OUT = ['reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours', 'answerReminder', 'autoReply'];
const ONLY_ASKS = ['answerReminder', 'autoReply'];
/** No machine can write to them any more: somebody has to. */
const NO_WAY = ['noSms', 'noNumber', 'noEmail', 'optedOut'];
const BY_HAND = ['callMember', 'findOtherWay', 'sendLetter'];
const UNSENT = ['cancelled', 'suppressed', 'expired'];

/** I1, I5, I8: every message has ended, says what really happened, and somebody has been asked where a machine cannot go on. */
export function endsOfMessages(evidence: Evidence, history: History): Violation[] {
  return evidence.messages.flatMap((message) => endOf(message, evidence, history));
}

function endOf(message: MessageRow, evidence: Evidence, history: History): Violation[] {
  const found: Violation[] = [];
  const no = (rule: string, what: string) => found.push({ rule, what: `${name(message)} ${what}` });
  const accepted = evidence.calls.find((call) => call.messageId === message.id && call.accepted);
  const fate = accepted && evidence.fates.get(accepted.operatorId ?? '');
  // About one matter there is one row, which says by which way now: `checkUnknown` of one message may have become a call about the next.
  const asked = evidence.tasks.some((task) => [...BY_HAND, 'checkUnknown'].includes(task.kind) && task.member_id === message.member_id) || nobodyNeeded(message, evidence);
  const removed = evidence.moments.some((moment) => moment.id === message.member_id && moment.facts['removed'] === true);

  if (!ENDS.includes(message.state)) no('I1', 'has not ended');
  if (message.state === 'unknown' && message.lease_until === null && !removed && !asked) no('I1', 'is not known, and nobody was asked to find out');
  if (message.reason === 'capReached' && !LEFT_OUT.includes(message.kind) && !asked) no('I1', 'was one too many, and nobody was asked to call');
  if (message.state === 'expired' && !ONLY_ASKS.includes(message.kind) && !asked && !inPeace(message, evidence)) no('I1', 'became too late, and nobody was asked to call');
  const somebodyActs = asked || inPeace(message, evidence);
  const anotherWay = evidence.messages.some((other) => other.id > message.id && baseOf(other) === baseOf(message) && other.idempotency_key.includes(':by-'));
  if (message.state === 'failed' && message.reason !== 'outcomeUnknown' && !anotherWay && !somebodyActs) no('I1', 'failed, and nobody was asked to find another way');
  if (message.state === 'suppressed' && NO_WAY.includes(message.reason ?? '') && message.kind !== 'autoReply' && !somebodyActs) no('I1', 'was stopped for want of a way, and nobody was asked to find one');
  if (message.state === 'failed' && message.reason === 'outcomeUnknown' && !evidence.messages.some((other) => other.idempotency_key === `${message.idempotency_key}:resent`)) no('I1', 'was given up without a second try');

  if ((message.state === 'accepted' || message.state === 'delivered') && !accepted) no('I1', 'is said to have been sent, and the operator never took it');
  if (UNSENT.includes(message.state) && accepted) no('I1', 'is said not to have been sent, and the operator took it');
  if (message.state === 'failed' && message.reason !== 'numberUnreachable' && accepted) no('I1', 'is said to have failed, and the operator took it');
  if (message.state === 'expired' && !excused(message, evidence) && !weWereLate(message, evidence, history)) no('I5', 'became too late, although workers lived and the operator was well');
  if (message.state === 'failed' && message.reason === 'operatorRefused' && evidence.badOperators.size === 0 && !weWereLate(message, evidence, history) && !addressesOf(message, evidence).some((one) => evidence.treated.has(one))) no('I5', 'was refused, although the operator was well');

  const receipts = accepted && !neverReceipted(accepted, evidence);
  if (receipts && fate === 'delivered' && message.state !== 'delivered') no('I8', 'came, and its receipts did not make it delivered');
  if (receipts && fate === 'failed' && message.state !== 'failed') no('I8', 'never came, and its receipts did not make it failed');
  return found;
}

/** The operator was told at some time to say nothing about the messages to this number. */
function neverReceipted(call: Call, { played, world }: Evidence): boolean {
  if (call.by === 'email') return true;
  // A fault may also come beside a change.
  const faults = played.map(({ step }) => (step.do === 'race' ? step.with : step));
  return faults.some((step) => step.do === 'treat' && step.as === 'noReceipt' && world[step.at]!.people.some(({ phone, spare }, index) => [phone, spare].includes(call.to) && (step.person === 'everybody' || step.person === index)));
}

/** Where their messages may have gone: to them, or to whoever takes them. */
function addressesOf(message: MessageRow, { world, played }: Evidence): string[] {
  const { people } = world.find((one) => one.id === message.municipality_id)!;
  // In a case where two of them may share a phone, anybody's may be theirs.
  const shared = played.some(({ step }) => step.do === 'share');
  return people.filter((person, index) => shared || person.memberId === message.member_id || index === GO_BETWEEN).flatMap(({ phone, spare, email }) => [phone, spare, email]);
}

/** Longer than a worker waits for an operator, and the connection before it. */
const WAITS_MS = 600;

/**
 * A gate let it through and no call of it is in the operator's record, while the operator's side was too slow to answer: the no was ours. A call
 * that was answered is what it is, and a worker that gives up while we were prompt has given up too soon.
 */
function weWereLate(message: MessageRow, { calls, lateness }: Evidence, history: History): boolean {
  const mine = calls.filter((call) => call.messageId === message.id);
  return history.gatesOf(message.id).some(({ at }) => {
    const from = at.getTime();
    const answered = mine.some((call) => call.realAt >= from && call.realAt <= from + WAITS_MS && call.answer !== 'created');
    return !answered && wasLate(lateness, { from, to: from + WAITS_MS });
  });
}

/** Whoever may not be contacted any more is looked for by no other way. */
function inPeace({ member_id, invitation_id, consent_id }: MessageRow, { moments }: Evidence): boolean {
  return moments.some(({ id, facts }) => (id === member_id && (facts['removed'] === true || facts['protected'] === true)) || (id === invitation_id && facts['revoked'] === true) || (id === consent_id && facts['withdrawn'] === true));
}

/** A minute is left: too little for a worker that must first be started. */
const TOO_SHORT_MS = 60_000;

/** Nobody was there when it was due, the clock was moved past it before it was written, or the operator said no for so long. */
function excused(message: MessageRow, evidence: Evidence): boolean {
  const [due, end] = [message.due_at.getTime(), message.not_after.getTime() - TOO_SHORT_MS];
  return evidence.badOperators.size > 0 || noHourOfTheirs(message, evidence) || evidence.outages.some(({ from, to }) => to >= due - 1_000 && from <= message.not_after.getTime()) || evidence.jumps.some(({ from, to }) => from <= due && to >= end);
}

const STEP_MS = 10 * 60_000;

/** By one of the rules of hours that stood for the person during the run, no minute between due and too late was permitted. */
function noHourOfTheirs(message: MessageRow, { moments }: Evidence): boolean {
  const rules = moments.filter((moment) => moment.id === message.member_id && moment.what === 'network_member' && moment.facts['hoursFrom'] !== null).map(({ facts }) => ({ from: facts['hoursFrom'] as string, to: facts['hoursTo'] as string }));
  return rules.some((own) => {
    for (let at = message.due_at.getTime(); at < message.not_after.getTime() - TOO_SHORT_MS; at += STEP_MS) if (withinPermittedHours(new Date(at), DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE, own)) return false;
    return true;
  });
}
