import { DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE, withinPermittedHours } from '@radslag/domain';
import type { Evidence, MessageRow } from '../evidence';
import type { History } from '../history';
import type { Moment } from '../instruments';
import type { Violation } from '../judge';
import { name } from './naming';

const REMINDERS = ['reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'];
/** What a kind may be sent in; those that tell a time also need its version. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  invitation: ['planning', 'polling', 'confirmed'], newLink: ['planning', 'polling', 'confirmed', 'inProgress', 'held'], cancelled: ['cancelled'], timeSet: ['confirmed'], timeMoved: ['confirmed'],
  answerReminder: ['planning', 'polling'], reminderFortnight: ['confirmed'], reminderWeek: ['confirmed'], reminderDay: ['confirmed'], reminderHours: ['confirmed'],
  planReady: ['inProgress', 'held'], autoReply: ['planning', 'polling', 'confirmed', 'inProgress', 'held', 'cancelled'],
};
const TIMELESS = ['invitation', 'answerReminder', 'newLink', 'planReady', 'autoReply'];
const AT_ANY_HOUR = 'autoReply';
const MOST_ATTEMPTS = 6;

/** I3, I4, I9, I10, I11, I13: no gate that should not have opened. */
export function gatesOf(evidence: Evidence, history: History): Violation[] {
  return evidence.messages.flatMap((message) => {
    const gates = history.gatesOf(message.id);
    const found = gates.flatMap((gate) => atTheGate(message, gate, history));
    if (gates.length > MOST_ATTEMPTS) found.push({ rule: 'I13', what: `${name(message)} was tried ${gates.length} times` });
    return [...found, ...inTurn(message, gates, evidence)];
  });
}

/** After a definite no it is the other operator's turn. */
function inTurn(message: MessageRow, gates: readonly Moment[], { world }: Evidence): Violation[] {
  const operators = world.find((one) => one.id === message.municipality_id)!.operators;
  return gates.flatMap((gate, i) => {
    const [before, now] = [gates[i - 1]?.facts['operator'], gate.facts['operator']];
    return operators > 1 && now !== 'smtp' && before === now ? [{ rule: 'I11', what: `${name(message)} was given to ${String(now)} twice in a row, although there was another operator` }] : [];
  });
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
  const chosen = [member.channel, ...member.others];
  if (gate.facts['operator'] === 'smtp') {
    if (!chosen.includes('email') || !member.hasEmail) no('I3', 'by e-mail, which the person had not chosen');
  } else {
    if (member.noSms || !chosen.includes('sms')) no('I3', 'after the person had said no to SMS');
    const { whyNot } = history.numberOf(message.member_id, gate.seq);
    if (whyNot !== null) no('I3', whyNot);
  }
  if (history.before('consent', message.consent_id, gate.seq)?.withdrawn !== false) no('I3', 'after the consent was withdrawn');
  if (invitation.revoked) no('I3', 'after the invitation was revoked');
  if (REMINDERS.includes(message.kind) && history.saidOfTheTime(message.invitation_id, conference, gate.seq) === 'no') no('I3', 'after the person had declined');
  if (!STATES[message.kind]?.includes(conference.state)) no('I4', `while the conference was ${conference.state}`);
  if (!TIMELESS.includes(message.kind) && conference.version !== message.schedule_version) no('I4', `for version ${message.schedule_version} when ${conference.version} was current`);
  if (gate.appAt > message.not_after) no('I9', `at ${gate.appAt.toISOString()}, too late`);
  if (gate.appAt < message.due_at) no('I10', `at ${gate.appAt.toISOString()}, before its time`);
  if (message.kind !== AT_ANY_HOUR) {
    const own = member.hoursFrom === null || member.hoursTo === null ? null : { from: member.hoursFrom, to: member.hoursTo };
    if (!withinPermittedHours(gate.appAt, DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE)) no('I9', `at ${gate.appAt.toISOString()}, in quiet hours`);
    else if (!withinPermittedHours(gate.appAt, DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE, own)) no('I9', `at ${gate.appAt.toISOString()}, outside the person's own hours ${own!.from}–${own!.to}`);
  }
  return found;
}
