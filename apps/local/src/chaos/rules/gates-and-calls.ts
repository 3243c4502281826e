import { linkToken, linkUrl } from '@radslag/access';
import { DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE, messageLanguage, messageValues, renderMessage, toGsm7Friendly, withinPermittedHours, type FamilyLanguage, type MessageKind } from '@radslag/domain';
import type { Evidence, MessageRow } from '../evidence';
import type { History } from '../history';
import type { Moment } from '../instruments';
import type { Violation } from '../judge';
import type { Call } from '../phones';
import { startsToName } from './starts-to-name';

const REMINDERS = ['reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'];
/** What a kind may be sent in; those that tell a time also need its version. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  invitation: ['planning', 'polling', 'confirmed'], newLink: ['planning', 'polling', 'confirmed', 'inProgress', 'held'], cancelled: ['cancelled'], timeSet: ['confirmed'], timeMoved: ['confirmed'],
  answerReminder: ['planning', 'polling'], reminderFortnight: ['confirmed'], reminderWeek: ['confirmed'], reminderDay: ['confirmed'], reminderHours: ['confirmed'],
};
const TIMELESS = ['invitation', 'answerReminder', 'newLink'];
const WEEK_MS = 7 * 86_400_000;
/** The product counts from when it heard of the acceptance, which is a little after the gate. */
const HEARD_LATER_MS = 2 * 3_600_000;
/** A call follows its gate: no worker of the run holds one longer than its own patience with the operator. */
const CALL_FOLLOWS_MS = 8_000;
const MOST_ATTEMPTS = 6;
/** The database's clock and ours are one machine's, read a moment apart. */
const CLOCK_GRAIN_MS = 3;

/** I2, I3, I4, I9, I10, I11, I13: no gate that should not have opened, no call without one, no two calls for one. */
export function gatesAndCalls(evidence: Evidence, history: History): Violation[] {
  const found: Violation[] = [];
  const rows = new Map(evidence.messages.map((message) => [message.id, message]));
  for (const message of evidence.messages) {
    const gates = history.gatesOf(message.id);
    for (const gate of gates) found.push(...atTheGate(message, gate, history));
    if (gates.length > MOST_ATTEMPTS) found.push({ rule: 'I13', what: `${name(message)} was tried ${gates.length} times` });
  }
  const calls = new Map<string, Call[]>();
  for (const call of evidence.calls) {
    const message = rows.get(call.messageId);
    if (!message) {
      found.push({ rule: 'I3', what: `a call for a message that does not exist: ${call.messageId}` });
      continue;
    }
    calls.set(message.id, [...(calls.get(message.id) ?? []), call]);
    const gate = history.gatesOf(message.id).findLast((g) => g.at.getTime() <= call.realAt + CLOCK_GRAIN_MS);
    if (!gate) found.push({ rule: 'I3', what: `${name(message)} was called without a gate` });
    else {
      if (call.realAt - gate.at.getTime() > CALL_FOLLOWS_MS) found.push({ rule: 'I3', what: `${name(message)} was called ${call.realAt - gate.at.getTime()} ms after its gate` });
      found.push(...contentOf(call, message, gate, evidence, history));
    }
  }
  // Accepted, refused for good, or not known: none of them may be followed by another call for the same row.
  for (const [id, list] of calls) {
    if (list.length === 1) continue;
    const accepted = list.filter((call) => call.accepted).length;
    found.push({ rule: accepted > 1 ? 'I2' : 'I11', what: `${name(rows.get(id)!)} was called ${list.length} times, accepted ${accepted} times` });
  }
  return [...found, ...onceEach(evidence, rows), ...enough(evidence)];
}

function atTheGate(message: MessageRow, gate: Moment, history: History): Violation[] {
  const found: Violation[] = [];
  const no = (rule: string, what: string) => found.push({ rule, what: `${name(message)}: the gate let it through ${what}` });
  const member = history.before('network_member', message.member_id, gate.seq);
  const invitation = history.before('invitation', message.invitation_id, gate.seq);
  const conference = history.before('conference', message.conference_id, gate.seq);
  if (!member || !invitation || !conference) {
    no('I3', 'although nobody had written what it rests on');
    return found;
  }
  if (member.removed) no('I3', 'after the person was removed');
  if (member.protected) no('I3', 'after the person was protected');
  if (member.noSms || member.channel !== 'sms') no('I3', 'after the person had said no to SMS');
  if (!member.hasPhone) no('I3', 'without a number');
  if (history.before('consent', message.consent_id, gate.seq)?.withdrawn !== false) no('I3', 'after the consent was withdrawn');
  if (invitation.revoked) no('I3', 'after the invitation was revoked');
  if (REMINDERS.includes(message.kind) && history.lastAnswerBefore(message.invitation_id, gate.seq) === 'no') no('I3', 'after the person had declined');
  if (!STATES[message.kind]?.includes(conference.state)) no('I4', `while the conference was ${conference.state}`);
  if (!TIMELESS.includes(message.kind) && conference.version !== message.schedule_version) no('I4', `for version ${message.schedule_version} when ${conference.version} was current`);
  if (gate.appAt > message.not_after) no('I9', `at ${gate.appAt.toISOString()}, too late`);
  if (!withinPermittedHours(gate.appAt, DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE)) no('I9', `at ${gate.appAt.toISOString()}, in quiet hours`);
  if (gate.appAt < message.due_at) no('I10', `at ${gate.appAt.toISOString()}, before its time`);
  return found;
}

/** Rendered anew from what was true at the gate, by the domain's own function and nothing of ours in between. */
function contentOf(call: Call, message: MessageRow, gate: Moment, evidence: Evidence, history: History): Violation[] {
  const { world, linkKey, familyUrl } = evidence;
  const municipality = world.find((one) => one.id === message.municipality_id)!;
  const person = municipality.people.find((one) => one.memberId === message.member_id)!;
  if (call.to !== person.phone) return [{ rule: 'I4', what: `${name(message)} went to another number` }];
  const conference = history.before('conference', message.conference_id, gate.seq)!;
  const { rotation } = history.before('invitation', message.invitation_id, gate.seq)!;
  const kind = message.kind as MessageKind;
  const language = person.language as FamilyLanguage;
  const texts = startsToName(message, gate, conference.startsLocal, evidence, history).map((startsLocal) => {
    const values = messageValues(
      {
        link: linkUrl(familyUrl, linkToken(linkKey, message.invitation_id, rotation)), phone: municipality.whomToCall, opening: '',
        date: startsLocal?.slice(0, 10) ?? null, from: startsLocal?.slice(11, 16) ?? null, to: conference.endsLocal?.slice(11, 16) ?? null,
      },
      messageLanguage(kind, language),
    );
    return toGsm7Friendly(renderMessage(kind, language, values).text);
  });
  return texts.includes(call.text) ? [] : [{ rule: 'I4', what: `${name(message)} said "${call.text}" and not "${texts.join('" or "')}"` }];
}

/** One acceptance for a person, a kind and a version; a marked resend or a second try only when the first never reached the phone. */
function onceEach(evidence: Evidence, rows: ReadonlyMap<string, MessageRow>): Violation[] {
  const reached = new Map<string, Call[]>();
  for (const call of evidence.calls) {
    const message = rows.get(call.messageId);
    if (!message || !call.accepted || evidence.fates.get(call.operatorId ?? '') === 'failed') continue;
    const key = message.idempotency_key.replace(MARKS, '');
    reached.set(key, [...(reached.get(key) ?? []), call]);
  }
  return [...reached]
    .filter(([, calls]) => new Set(calls.map((call) => call.messageId)).size > 1)
    .map(([, calls]) => ({ rule: 'I2', what: `${calls.map((call) => name(rows.get(call.messageId)!)).join(' and ')} both reached the same phone` }));
}

/** Caps: no number gets more texts in seven days than the policy allows. */
function enough(evidence: Evidence): Violation[] {
  const most = DEFAULT_OUTREACH_POLICY.mostPerWeek;
  const reached = evidence.calls.filter((call) => call.accepted && evidence.fates.get(call.operatorId ?? '') !== 'failed');
  return reached.flatMap((call) => {
    const before = reached.filter((other) => other.to === call.to && other.appAt <= call.appAt && other.appAt > call.appAt - WEEK_MS + HEARD_LATER_MS);
    return before.length > most ? [{ rule: 'caps', what: `${before.length} texts to …${call.to.slice(-2)} in seven days` }] : [];
  });
}

/** What a key carries when it repeats another: a second try, a second asking, another way. */
const MARKS = /(:resent|:again\d+|:by-\w+)+$/;
export const name = (message: MessageRow): string => `${message.kind} v${message.schedule_version} to ${message.member_id.slice(-4)} (${message.id.slice(-6)}, ${message.state}${message.reason ? ` ${message.reason}` : ''}${MARKS.exec(message.idempotency_key)?.[0] ?? ''})`;
