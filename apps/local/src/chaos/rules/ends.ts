import type { Evidence, MessageRow } from '../evidence';
import type { Violation } from '../judge';
import { name } from './gates-and-calls';

const ENDS = ['accepted', 'delivered', 'failed', 'cancelled', 'suppressed', 'expired', 'unknown'];
/** What only asks or reminds is left out in silence; what says something new is told by phone instead. */
const LEFT_OUT = ['reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours', 'answerReminder'];
const UNSENT = ['cancelled', 'suppressed', 'expired'];

/** I1, I5, I8: every message has ended, says what really happened, and somebody has been asked where a machine cannot go on. */
export function endsOfMessages(evidence: Evidence): Violation[] {
  return evidence.messages.flatMap((message) => endOf(message, evidence));
}

function endOf(message: MessageRow, evidence: Evidence): Violation[] {
  const found: Violation[] = [];
  const no = (rule: string, what: string) => found.push({ rule, what: `${name(message)} ${what}` });
  const accepted = evidence.calls.find((call) => call.messageId === message.id && call.accepted);
  const fate = accepted && evidence.fates.get(accepted.operatorId ?? '');
  const asked = (kind: string) => evidence.tasks.some((task) => task.kind === kind && task.member_id === message.member_id);
  const removed = evidence.moments.some((moment) => moment.id === message.member_id && moment.facts['removed'] === true);

  if (!ENDS.includes(message.state)) no('I1', 'has not ended');
  if (message.state === 'unknown' && message.lease_until === null && !removed && !asked('checkUnknown')) no('I1', 'is not known, and nobody was asked to find out');
  if (message.reason === 'capReached' && !LEFT_OUT.includes(message.kind) && !asked('callMember')) no('I1', 'was one too many, and nobody was asked to call');
  if (message.state === 'expired' && message.kind !== 'answerReminder' && !asked('callMember')) no('I1', 'became too late, and nobody was asked to call');
  if (message.state === 'failed' && message.reason !== 'outcomeUnknown' && !asked('findOtherWay')) no('I1', 'failed, and nobody was asked to find another way');
  if (message.state === 'failed' && message.reason === 'outcomeUnknown' && !evidence.messages.some((other) => other.idempotency_key === `${message.idempotency_key}:resent`)) no('I1', 'was given up without a second try');

  if ((message.state === 'accepted' || message.state === 'delivered') && !accepted) no('I1', 'is said to have been sent, and the operator never took it');
  if (UNSENT.includes(message.state) && accepted) no('I1', 'is said not to have been sent, and the operator took it');
  if (message.state === 'failed' && message.reason !== 'numberUnreachable' && accepted) no('I1', 'is said to have failed, and the operator took it');
  if (message.state === 'expired' && !excused(message, evidence)) no('I5', 'became too late, although workers lived and the operator was well');
  if (message.state === 'failed' && message.reason === 'operatorRefused' && !evidence.everBusy && !evidence.treated.has(numberOf(message, evidence))) no('I5', 'was refused, although the operator was well');

  const receipts = accepted && !neverReceipted(message, evidence);
  if (receipts && fate === 'delivered' && message.state !== 'delivered') no('I8', 'came, and its receipts did not make it delivered');
  if (receipts && fate === 'failed' && message.state !== 'failed') no('I8', 'never came, and its receipts did not make it failed');
  return found;
}

/** The operator was told at some time to say nothing about this person's messages. */
function neverReceipted(message: MessageRow, { played, world }: Evidence): boolean {
  return played.some(({ step }) => step.do === 'treat' && step.as === 'noReceipt' && world[step.at]!.people.some(({ memberId }, index) => memberId === message.member_id && (step.person === 'everybody' || step.person === index)));
}

const numberOf = (message: MessageRow, { world }: Evidence): string => world.flatMap((one) => one.people).find((person) => person.memberId === message.member_id)!.phone;

/** A minute is left: too little for a worker that must first be started. */
const TOO_SHORT_MS = 60_000;

/** Nobody was there when it was due, the clock was moved past it before it was written, or the operator said no for so long. */
function excused(message: MessageRow, evidence: Evidence): boolean {
  const [due, end] = [message.due_at.getTime(), message.not_after.getTime() - TOO_SHORT_MS];
  return evidence.everBusy || evidence.outages.some(({ from, to }) => to >= due - 1_000 && from <= message.not_after.getTime()) || evidence.jumps.some(({ from, to }) => from <= due && to >= end);
}
