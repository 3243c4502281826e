import { linkToken, linkUrl } from '@radslag/access';
import { DEFAULT_OUTREACH_POLICY, messageLanguage, messageValues, renderMessage, toGsm7Friendly, type FamilyLanguage, type MessageKind } from '@radslag/domain';
import type { Call } from '../call';
import type { Evidence, MessageRow } from '../evidence';
import type { History } from '../history';
import type { Moment } from '../instruments';
import type { Violation } from '../judge';
import { baseOf, name } from './naming';
import { startsToName } from './starts-to-name';

const WEEK_MS = 7 * 86_400_000;
/** The product counts from when it heard of the acceptance, which is a little after the gate. */
const HEARD_LATER_MS = 2 * 3_600_000;
/** A call follows its gate: no worker of the run holds one longer than its own patience with the operator. */
const CALL_FOLLOWS_MS = 8_000;
/** Where the factories' staff have their mail: what goes there is the morning's list, and not a message. */
const STAFF = '@example.test';
/** The database's clock and ours are one machine's, read a moment apart. */
const CLOCK_GRAIN_MS = 3;

/** I2, I3, I4, I11: no call without a gate, no other text or number than was true there, no two calls for one. */
export function callsOf(evidence: Evidence, history: History): Violation[] {
  const found: Violation[] = [];
  const rows = new Map(evidence.messages.map((message) => [message.id, message]));
  const calls = new Map<string, Call[]>();
  for (const call of evidence.calls) {
    // Refused at the address: the text never left, and nobody knows whose it was.
    if (call.by === 'email' && call.messageId === '') continue;
    if (call.to.endsWith(STAFF)) continue;
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
      if (gate.facts['operator'] !== call.operator) found.push({ rule: 'I11', what: `${name(message)} was gated for ${String(gate.facts['operator'])} and given to ${call.operator}` });
      found.push(...toWhom(call, message, gate, evidence, history), ...contentOf(call, message, gate, evidence, history));
    }
  }
  for (const [id, list] of calls) found.push(...onlyAfterNo(rows.get(id)!, list));
  return [...found, ...onceEach(evidence, rows), ...enough(evidence, rows)];
}

/** Accepted, refused for good, or not known: none of them may be followed by another call for the same row, by any operator. */
function onlyAfterNo(message: MessageRow, list: readonly Call[]): Violation[] {
  const taken = list.filter((call) => call.accepted);
  if (taken.length > 1) return [{ rule: 'I2', what: `${name(message)} was taken ${taken.length} times: by ${taken.map((call) => call.operator).join(' and ')}` }];
  const early = list.slice(0, -1).find((call) => call.answer !== 'busy');
  return early ? [{ rule: 'I11', what: `${name(message)} was called again, although the answer of ${early.operator} was "${early.answer}" and no definite no that passes` }] : [];
}

function toWhom(call: Call, message: MessageRow, gate: Moment, { world }: Evidence, history: History): Violation[] {
  const municipality = world.find((one) => one.id === message.municipality_id)!;
  const person = municipality.people.find((one) => one.memberId === message.member_id)!;
  if (call.by === 'email') return call.to === person.email ? [] : [{ rule: 'I4', what: `${name(message)} went to another address` }];
  const { number, whyNot } = history.numberOf(message.member_id, gate.seq);
  // The gate has been told about it already.
  if (whyNot !== null) return [];
  if (municipality.numbers[number ?? ''] === call.to) return [];
  const own = history.before('network_member', message.member_id, gate.seq)!;
  const toOwn = own.goBetween !== null && [person.phone, person.spare].includes(call.to);
  return [{ rule: toOwn ? 'I3' : 'I4', what: toOwn ? `${name(message)} went to the person's own number although a go-between stands` : `${name(message)} went to another number` }];
}

/** Rendered anew from what was true at the gate, by the domain's own function and nothing of ours in between. */
function contentOf(call: Call, message: MessageRow, gate: Moment, evidence: Evidence, history: History): Violation[] {
  const { world, linkKey, familyUrl } = evidence;
  const municipality = world.find((one) => one.id === message.municipality_id)!;
  const conference = history.before('conference', message.conference_id, gate.seq)!;
  const { rotation } = history.before('invitation', message.invitation_id, gate.seq)!;
  const kind = message.kind as MessageKind;
  const language = history.before('network_member', message.member_id, gate.seq)!.language as FamilyLanguage;
  const texts = startsToName(message, gate, conference.startsLocal, evidence, history).map((startsLocal) => {
    const values = messageValues(
      {
        link: linkUrl(familyUrl, linkToken(linkKey, message.invitation_id, rotation)), phone: municipality.whomToCall, opening: '',
        date: startsLocal?.slice(0, 10) ?? null, from: startsLocal?.slice(11, 16) ?? null, to: conference.endsLocal?.slice(11, 16) ?? null,
      },
      messageLanguage(kind, language),
    );
    return toGsm7Friendly(renderMessage(kind, language, values).text).trim();
  });
  return texts.includes(call.text.trim()) ? [] : [{ rule: 'I4', what: `${name(message)} said "${call.text}" and not "${texts.join('" or "')}"` }];
}

/** What went to a phone or a mailbox, and did not get lost on the way. */
const reaching = (evidence: Evidence): Call[] => evidence.calls.filter((call) => call.accepted && evidence.fates.get(call.operatorId ?? '') !== 'failed');

/** One acceptance for a person, a kind and a version, over all operators; a marked resend or a second try only when the first never arrived. */
function onceEach(evidence: Evidence, rows: ReadonlyMap<string, MessageRow>): Violation[] {
  const reached = new Map<string, Call[]>();
  for (const call of reaching(evidence)) {
    const message = rows.get(call.messageId);
    if (message) reached.set(baseOf(message), [...(reached.get(baseOf(message)) ?? []), call]);
  }
  return [...reached]
    .filter(([, calls]) => new Set(calls.map((call) => call.messageId)).size > 1)
    .map(([, calls]) => ({ rule: 'I2', what: `${calls.map((call) => `${name(rows.get(call.messageId)!)} by ${call.operator}`).join(' and ')} both arrived` }));
}

/** Written out here, and not asked of the product: the judge has its own list. */
const CAPPED = ['invitation', 'answerReminder', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours', 'actionDue'];

/** Caps: nobody gets more questions and reminders in seven days than the policy allows, and no number does, as long as it stays with whom it was. */
function enough(evidence: Evidence, rows: ReadonlyMap<string, MessageRow>): Violation[] {
  const most = DEFAULT_OUTREACH_POLICY.mostPerWeek;
  // What corrects a belief is neither counted nor stopped.
  const texts = reaching(evidence).filter((call) => call.by === 'sms' && CAPPED.includes(rows.get(call.messageId)?.kind ?? ''));
  const changedHands = evidence.moments.some((moment) => moment.what === 'network_member' && evidence.world.some((one) => one.people.some((person) => person.memberId === moment.id && isAnother(moment, evidence))));
  const tooMany = (of: (call: Call) => string, whom: (key: string) => string): Violation[] =>
    texts.flatMap((call) => {
      const before = texts.filter((other) => of(other) === of(call) && other.appAt <= call.appAt && other.appAt > call.appAt - WEEK_MS + HEARD_LATER_MS);
      return before.length > most ? [{ rule: 'caps', what: `${before.length} texts to ${whom(of(call))} in seven days` }] : [];
    });
  return [...tooMany((call) => rows.get(call.messageId)?.member_id ?? '', (id) => id.slice(-4)), ...(changedHands ? [] : tooMany((call) => call.to, (to) => `…${to.slice(-2)}`))];
}

/** Another number or another go-between than at the start. */
function isAnother(moment: Moment, { moments }: Evidence): boolean {
  const first = moments.find((one) => one.id === moment.id)!;
  return first.facts['number'] !== moment.facts['number'] || first.facts['goBetween'] !== moment.facts['goBetween'];
}
