import { FAMILY_LANGUAGES, instantOf, SWEDISH_ZONE } from '@radslag/domain';
import type { Call } from '../call';
import type { Evidence } from '../evidence';
import type { ConferenceFacts, History } from '../history';
import type { Violation } from '../judge';
import { Reader, TELLING, tokensOf, type Reading } from './read-text';

type Heard = { call: Call; reading: Reading };
/** One person as one case knows them, with what stood on the phone that is theirs, or that takes what is theirs. */
type Listener = { invitationId: string; memberId: string; conferenceId: string; heard: readonly Heard[] };

/** A change this soon before the time itself reaches nobody by any way: a worker may just be starting. */
const TOO_LATE_TO_TELL_MS = 5 * 60_000;
const REACHING = ['callMember', 'sendLetter', 'findOtherWay', 'checkUnknown'];

/**
 * I16, everybody who was told is told: whoever got a text that told a time, and may still be turned to, has by the time it matters got the text
 * that tells what holds now, or stands as an urgent task that says what they do not know. And nobody learns of a time by its being called
 * off. `judged`: the phones on which a time was told that did not stay.
 */
export function toldOf(evidence: Evidence, history: History): { judged: number; violations: Violation[] } {
  const listeners = listenersOf(evidence, history);
  const violations = listeners.flatMap((listener) => [...revealedTo(listener, evidence, history), ...leftBelieving(listener, evidence, history)]);
  const moved = listeners.filter((listener) => didNotStay(listener, history));
  return { judged: new Set(moved.flatMap(({ conferenceId, heard }) => heard.map(({ call }) => `${conferenceId} ${call.to}`))).size, violations };
}

function listenersOf(evidence: Evidence, history: History): Listener[] {
  const { calls, fates, messages, world, familyUrl, linkKey } = evidence;
  const reached = calls.filter((call) => call.accepted && fates.get(call.operatorId ?? '') !== 'failed');
  const rowOf = new Map(messages.map((message) => [message.id, message]));
  const all = history.all('invitation');
  const readers = new Map<string, Reader>();
  const readerOf = (conferenceId: string, memberId: string): Reader => {
    const { whomToCall: phone } = world.find(({ people }) => people.some((person) => person.memberId === memberId))!;
    const reader = readers.get(conferenceId) ?? new Reader(familyUrl, { phone, times: timesOf(conferenceId, history), languages: FAMILY_LANGUAGES });
    readers.set(conferenceId, reader);
    return reader;
  };
  return [...new Set(all.map(({ id }) => id))].map((invitationId) => {
    const rows = all.filter(({ id }) => id === invitationId);
    const { member: memberId, conference: conferenceId } = rows[0]!.facts;
    const tokens = tokensOf(linkKey, invitationId, Math.max(...rows.map(({ facts }) => facts.rotation)));
    const reader = readerOf(conferenceId, memberId);
    const heard = reached.flatMap((call): Heard[] => {
      const token = reader.tokenIn(call.text);
      // Only a text without a link does not say itself whom it is for.
      const mine = token === null ? rowOf.get(call.messageId)?.invitation_id === invitationId : tokens.includes(token);
      const reading = mine ? reader.read(call.text) : null;
      return reading === null ? [] : [{ call, reading }];
    });
    return { invitationId, memberId, conferenceId, heard: heard.sort((a, b) => a.call.realAt - b.call.realAt) };
  });
}

const timesOf = (conferenceId: string, history: History) => {
  const times = history.all('conference').flatMap(({ id, facts: { startsLocal, endsLocal } }) => (id === conferenceId && startsLocal !== null && endsLocal !== null ? [{ startsLocal, endsLocal }] : []));
  return [...new Map(times.map((time) => [`${time.startsLocal} ${time.endsLocal}`, time])).values()];
};

const believed = (heard: readonly Heard[]): string | null => heard.flatMap(({ reading }) => ('tells' in reading ? [reading.tells] : [])).at(-1) ?? null;

/** How it stands at last, and since when. */
function lastOf(conferenceId: string, history: History) {
  const all = history.all('conference').filter(({ id }) => id === conferenceId);
  const end = all.at(-1);
  return end && all.find(({ facts }) => facts.version === end.facts.version && facts.state === end.facts.state);
}

/** They were told a time that was moved or called off afterwards. */
function didNotStay({ conferenceId, heard }: Listener, history: History): boolean {
  const first = heard.find(({ reading }) => 'tells' in reading);
  const end = lastOf(conferenceId, history);
  if (!first || !end || !('tells' in first.reading)) return false;
  return end.facts.state === 'cancelled' || end.facts.startsLocal !== first.reading.tells;
}

function leftBelieving({ invitationId, memberId, conferenceId, heard }: Listener, evidence: Evidence, history: History): Violation[] {
  const end = lastOf(conferenceId, history);
  const belief = believed(heard);
  if (!end || belief === null) return [];
  const cancelled = end.facts.state === 'cancelled';
  if (!cancelled && end.facts.startsLocal === null) return [];
  // Until then they can still be told; afterwards they have gone, or stayed at home.
  const begins = instantOf({ local: cancelled ? belief : end.facts.startsLocal!, zone: SWEDISH_ZONE }).getTime();
  const at = Math.min(begins, evidence.endedAt);
  if (end.appAt.getTime() > begins - TOO_LATE_TO_TELL_MS || nobodyWasThere(at, evidence)) return [];
  const inTime = heard.filter(({ call }) => call.appAt < at);
  if (knows(inTime, end.facts)) return [];
  const seq = history.moments.findLast(({ appAt }) => appAt.getTime() < at)!.seq + 1;
  if (mayBeLeft(cancelled, invitationId, memberId, end.facts, seq, history) || somebodyAsked(cancelled, memberId, conferenceId, seq, history)) return [];
  const last = inTime.at(-1);
  const now = cancelled ? 'it is called off' : `it is ${end.facts.startsLocal!}`;
  return [{ rule: 'I16', what: `${memberId.slice(-4)} was told ${belief}, and ${now} (version ${end.facts.version}); the last text said ${last === undefined ? 'nothing in time' : JSON.stringify(last.reading)}, and nobody is asked to tell them (${standing(invitationId, memberId, seq, evidence, history)})` }];
}

/** What there is of it, for whoever reads the story. */
function standing(invitationId: string, memberId: string, seq: number, { messages, world }: Evidence, history: History): string {
  const texts = messages.filter((row) => row.invitation_id === invitationId && ((TELLING as readonly string[]).includes(row.kind) || row.kind === 'cancelled')).map((row) => [row.kind, `v${row.schedule_version}`, row.state, row.reason ?? ''].join(' ').trim());
  const tasks = new Map(history.all('task').filter((moment) => moment.seq < seq && moment.facts.member === memberId).map((moment) => [moment.id, moment.facts]));
  const asked = [...tasks.values()].map(({ kind, about, urgent, open }) => `${kind} about ${about ?? 'nothing'}${urgent ? ', urgent' : ''}${open ? '' : ', over'}`);
  return `person ${world.flatMap(({ people }) => people).findIndex((person) => person.memberId === memberId)}; texts: ${texts.join(', ') || 'none'}; tasks: ${asked.join('; ') || 'none'}`;
}

/** The workers were dead when it mattered. */
const nobodyWasThere = (at: number, { outages }: Evidence): boolean => outages.some(({ from, to }) => from <= at && at <= to + TOO_LATE_TO_TELL_MS);

function knows(heard: readonly Heard[], { state, startsLocal }: ConferenceFacts): boolean {
  const last = heard.at(-1)?.reading;
  if (last === undefined) return false;
  if (state !== 'cancelled') return 'tells' in last && last.tells === startsLocal;
  return 'calledOff' in last && last.calledOff === believed(heard)?.slice(0, 10);
}

/** Who is out of it. A time that does not hold is told also to those who were not coming: they may have changed their mind. */
function mayBeLeft(cancelled: boolean, invitationId: string, memberId: string, conference: ConferenceFacts, seq: number, history: History): boolean {
  if (history.before('network_member', memberId, seq)?.removed === true) return true;
  if (cancelled) return false;
  return history.before('invitation', invitationId, seq)?.revoked === true || history.saidOfTheTime(invitationId, conference, seq) === 'no';
}

/** An open, urgent task whose words are what they do not know: that it is called off, or which time holds. */
function somebodyAsked(cancelled: boolean, memberId: string, conferenceId: string, seq: number, history: History): boolean {
  const about = cancelled ? ['cancelled'] : ['timeMoved', 'timeSet'];
  const tasks = new Map(history.all('task').filter((moment) => moment.seq < seq && moment.facts.member === memberId && moment.facts.conference === conferenceId).map((moment) => [moment.id, moment.facts]));
  return [...tasks.values()].some((task) => task.open && task.urgent && REACHING.includes(task.kind) && about.includes(task.about ?? ''));
}

/** A time is called off only to somebody who had been told it, or may have been: when nobody can say whether a text has left. */
function revealedTo({ invitationId, memberId, conferenceId, heard }: Listener, { calls, messages }: Evidence, history: History): Violation[] {
  return heard.flatMap(({ call, reading }) => {
    if (!('calledOff' in reading)) return [];
    if (heard.some((one) => one.call.realAt < call.realAt && 'tells' in one.reading && one.reading.tells.startsWith(reading.calledOff))) return [];
    const versions = history.all('conference').filter(({ id, facts }) => id === conferenceId && facts.startsLocal?.startsWith(reading.calledOff)).map(({ facts }) => facts.version);
    const maybe = messages.some((row) => row.invitation_id === invitationId && (TELLING as readonly string[]).includes(row.kind) && versions.includes(row.schedule_version) && mayHaveLeft(row.id, call.realAt, calls, history));
    return maybe ? [] : [{ rule: 'I16', what: `${memberId.slice(-4)} learned that ${reading.calledOff} is called off, and had never been told it` }];
  });
}

/** A gate had opened for it, and not every call that followed was answered with a definite no. */
function mayHaveLeft(messageId: string, before: number, calls: readonly Call[], history: History): boolean {
  const gates = history.gatesOf(messageId).filter(({ at }) => at.getTime() <= before);
  const noes = calls.filter((call) => call.messageId === messageId && call.realAt <= before && (call.answer === 'refused' || call.answer === 'busy'));
  return gates.length > noes.length;
}
