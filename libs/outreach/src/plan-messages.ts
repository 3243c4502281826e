import { Conference, Invitation, type NetworkMember, type Tx } from '@radslag/db';
import { instantOf, planAskingAgain, planReminders, type MessageKind, type OutreachPolicy, type PlannedReminder, type WallTime } from '@radslag/domain';
import { askPeople, type HumanTask } from './human-tasks';
import { writeMessages, type Draft } from './ledger';
import { liveRecipients, reachedAtWork, type Recipient } from './recipients';
import { municipalRules } from './rules-of-municipality';
import { announcementDue, invitationNotAfter, newLinkNotAfter, startOf } from './schedule';
import { supersede } from './supersede';

/**
 * What conferences, plans and access call inside their own transaction, so that a change and its messages commit together
 * or not at all. No queue is told: the planner finds the rows (DESIGN §6.1).
 */
export type Planned = { /** Rows written. */ messages: number; /** People somebody must call instead. */ calls: number };

type Part = Pick<Recipient, 'memberId' | 'invitationId'>;
const keyOf = (person: Part, kind: MessageKind, version: number): string => `${person.invitationId}:${kind}:${version}`;
/** What a person does instead: a call, or for somebody who has chosen letters a letter about the same thing, while there is time for the post. */
const insteadOf = (kind: MessageKind, conference: Conference, person: Recipient, reason: string, urgent = false): HumanTask => {
  const letter = person.first === 'letter' && CHOSEN_AWAY.includes(reason) && !urgent;
  return { kind: letter ? 'sendLetter' : 'callMember', referralId: conference.referralId, conferenceId: conference.id, memberId: person.memberId, about: kind, reason: letter ? kind : reason, urgent };
};
const CHOSEN_AWAY: readonly string[] = ['noSms', 'noNumber'];

export function draftOf(conference: Conference, person: Recipient, kind: MessageKind, dueAt: Date, notAfter: Date): Draft {
  return {
    referralId: conference.referralId, conferenceId: conference.id, memberId: person.memberId, invitationId: person.invitationId, consentId: person.consentId!,
    kind, channel: person.by!, scheduleVersion: conference.scheduleVersion, idempotencyKey: keyOf(person, kind, conference.scheduleVersion), dueAt, notAfter,
  };
}

/** The question about a time. Written once: again only when the last one never reached the person. */
export async function inviteMessage(tx: Tx, of: { conference: Conference; invitation: Invitation; member: Pick<NetworkMember, 'id'> }): Promise<Planned> {
  const { conference, invitation } = of;
  const [person] = await liveRecipients(tx, conference.id, { invitationId: invitation.id });
  if (!person) return { messages: 0, calls: 0 };
  const { policy } = await municipalRules(tx);
  const told = await announceTo(tx, { conference, person, policy }, 'invitation', invitationNotAfter(conference.answerBy, tx.now));
  if (told.messages === 0 || conference.state === 'confirmed') return told;
  return { ...told, messages: told.messages + (await askAgain(tx, { conference, person, policy })) };
}

/** The ladder for one who does not answer: asked again by message, and at its end called (the sweeper's task). */
async function askAgain(tx: Tx, { conference, person, policy }: Telling): Promise<number> {
  const drafts: Draft[] = [];
  for (const { step, dueAt, notAfter } of planAskingAgain({ invitedAt: tx.now, answerBy: conference.answerBy, policy, now: tx.now, own: person.own })) {
    const key = await freshKey(tx, person, `${person.invitationId}:answerReminder:${step}`);
    if (key !== null) drafts.push({ ...draftOf(conference, person, 'answerReminder', dueAt, notAfter), idempotencyKey: key });
  }
  return (await writeMessages(tx, drafts)).length;
}

/** The link has changed: the new one, to that person only. */
export async function newLinkMessage(tx: Tx, invitationId: string): Promise<Planned> {
  const invitation = await tx.get(Invitation, invitationId);
  const conference = await tx.get(Conference, invitation.conferenceId);
  const [person] = await liveRecipients(tx, conference.id, { invitationId });
  if (!person) return { messages: 0, calls: 0 };
  const { policy } = await municipalRules(tx);
  return announceTo(tx, { conference, person, policy }, 'newLink', newLinkNotAfter(tx.now), invitation.rotation);
}

type Telling = { conference: Conference; person: Recipient; policy: OutreachPolicy };

async function announceTo(tx: Tx, { conference, person, policy }: Telling, kind: 'invitation' | 'newLink', notAfter: Date, version = conference.scheduleVersion): Promise<Planned> {
  const dueAt = announcementDue(tx.now, notAfter, policy, person.own);
  const why = person.refusal ?? (dueAt === null ? 'tooLate' : null);
  if (why !== null || dueAt === null) {
    if (reachedAtWork(person)) return { messages: 0, calls: 0 };
    return { messages: 0, calls: await askPeople(tx, [insteadOf(kind, conference, person, why ?? 'tooLate')]) };
  }
  const key = await freshKey(tx, person, keyOf(person, kind, version));
  if (key === null) return { messages: 0, calls: 0 };
  const written = await writeMessages(tx, [{ ...draftOf(conference, person, kind, dueAt, notAfter), idempotencyKey: key }]);
  return { messages: written.length, calls: 0 };
}

/** The key itself, or `…:again1` when nothing that was written under it ever left; null while one is under way (the marked second try of an unknown call too) or has left. */
export async function freshKey(tx: Tx, person: Part, key: string): Promise<string | null> {
  const [before] = await tx.query<{ unsent: number; live: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('cancelled', 'suppressed', 'expired', 'failed'))::integer AS unsent,
            count(*) FILTER (WHERE state NOT IN ('cancelled', 'suppressed', 'expired', 'failed'))::integer AS live
     FROM message WHERE municipality_id = $1 AND invitation_id = $2 AND (idempotency_key = $3 OR idempotency_key LIKE $3 || ':%')`,
    [tx.municipalityId, person.invitationId, key],
  );
  if (before!.live > 0) return null;
  return before!.unsent > 0 ? `${key}:again${before!.unsent}` : key;
}

/**
 * One person, once the time is set: somebody invited late, or who said no and then yes. They are told the time unless
 * they have been, and get the reminders that are still ahead; what is planned or sent already is not written again.
 */
export async function planForInvitation(tx: Tx, conferenceId: string, invitationId: string): Promise<Planned> {
  const conference = await tx.get(Conference, conferenceId);
  const startsAt = startOf(conference);
  const [person] = await liveRecipients(tx, conferenceId, { invitationId });
  if (startsAt === null || conference.state !== 'confirmed' || !person) return { messages: 0, calls: 0 };
  const start = instantOf(startsAt);
  const { policy } = await municipalRules(tx);
  if (person.refusal !== null) {
    if (reachedAtWork(person)) return { messages: 0, calls: 0 };
    return { messages: 0, calls: await askPeople(tx, [insteadOf('timeSet', conference, person, person.refusal, isNear(start, tx.now))]) };
  }
  const toldAt = announcementDue(tx.now, start, policy, person.own);
  // Whoever only heard of an earlier time has still to hear of this one.
  const knows = person.told && (person.toldLocal === null || person.toldLocal === conference.startsLocal);
  const telling = tellingKind(person, 'timeMoved');
  const wanted = planReminders({ startsAt, policy, now: tx.now, toldAt: knows ? tx.now : (toldAt ?? tx.now), role: person.role, own: person.own }).map((r) => ({ kind: r.kind as MessageKind, dueAt: r.dueAt, notAfter: r.notAfter }));
  if (!knows && toldAt !== null) wanted.unshift({ kind: telling, dueAt: toldAt, notAfter: start });
  const drafts: Draft[] = [];
  for (const { kind, dueAt, notAfter } of wanted) {
    const key = await freshKey(tx, person, keyOf(person, kind, conference.scheduleVersion));
    if (key !== null) drafts.push({ ...draftOf(conference, person, kind, dueAt, notAfter), idempotencyKey: key });
  }
  const written = await writeMessages(tx, drafts);
  return { messages: written.length, calls: await askPeople(tx, !knows && toldAt === null ? [insteadOf(telling, conference, person, 'tooLate', true)] : []) };
}

/**
 * A time was set or moved: what was planned for the old one stops, everybody with a live invitation is told, and the
 * reminders of the new time are written. Somebody who was never told the first time is not told that it moved.
 */
export async function planConferenceMessages(tx: Tx, conferenceId: string, cause: 'timeSet' | 'timeMoved'): Promise<Planned> {
  const conference = await tx.get(Conference, conferenceId);
  const startsAt = startOf(conference);
  if (startsAt === null) throw new Error('planConferenceMessages: the conference has no time');
  await supersede(tx, { conferenceId }, cause === 'timeMoved' ? 'moved' : 'versionSuperseded');

  const start = instantOf(startsAt);
  const people = await liveRecipients(tx, conferenceId);
  const { policy } = await municipalRules(tx);
  const remindersOf = reminderBook(startsAt, policy, tx.now);
  const drafts: Draft[] = [];
  const calls: HumanTask[] = [];
  for (const person of people) {
    if (person.refusal !== null) {
      if (!reachedAtWork(person)) calls.push(insteadOf(cause, conference, person, person.refusal, isNear(start, tx.now)));
      continue;
    }
    const kind = tellingKind(person, cause);
    const { toldAt, reminders } = remindersOf(person);
    if (toldAt !== null) drafts.push(draftOf(conference, person, kind, toldAt, start));
    else calls.push(insteadOf(kind, conference, person, 'tooLate', true));
    for (const reminder of reminders) drafts.push(draftOf(conference, person, reminder.kind, reminder.dueAt, reminder.notAfter));
  }
  const written = await writeMessages(tx, drafts);
  return { messages: written.length, calls: await askPeople(tx, calls) };
}

/** Most people share role and hours, so each pair is reckoned once. */
function reminderBook(startsAt: WallTime, policy: OutreachPolicy, now: Date): (person: Recipient) => { toldAt: Date | null; reminders: PlannedReminder[] } {
  const known = new Map<string, { toldAt: Date | null; reminders: PlannedReminder[] }>();
  return ({ role, own }) => {
    const key = `${role}|${own?.from ?? ''}|${own?.to ?? ''}`;
    const found = known.get(key);
    if (found) return found;
    const toldAt = announcementDue(now, instantOf(startsAt), policy, own);
    const made = { toldAt, reminders: planReminders({ startsAt, policy, now, toldAt: toldAt ?? now, role, own }) };
    known.set(key, made);
    return made;
  };
}

export const tellingKind = (person: Pick<Recipient, 'told'>, cause: 'timeSet' | 'timeMoved'): 'timeSet' | 'timeMoved' => (person.told ? cause : 'timeSet');

/** Cancelled: everything unsent stops, and those who were told a time are told that it no longer holds. */
export async function cancelledMessages(tx: Tx, conferenceId: string): Promise<Planned> {
  const conference = await tx.get(Conference, conferenceId);
  await supersede(tx, { conferenceId }, 'conferenceCancelled');
  const startsAt = startOf(conference);
  // No time was ever set: there is nothing that anybody waits for.
  if (startsAt === null) return { messages: 0, calls: 0 };
  const { policy } = await municipalRules(tx);
  const drafts: Draft[] = [];
  const calls: HumanTask[] = [];
  for (const person of await liveRecipients(tx, conferenceId)) {
    // Whoever believes in a later day, from which it was moved behind their back, can be told until then.
    const start = later(instantOf(startsAt), person.toldLocal === null ? null : instantOf({ ...startsAt, local: person.toldLocal }));
    const dueAt = announcementDue(tx.now, start, policy, person.own);
    const why = person.refusal ?? (dueAt === null && person.told ? 'tooLate' : null);
    if (why !== null) {
      if (!reachedAtWork(person)) calls.push(insteadOf('cancelled', conference, person, why, isNear(start, tx.now)));
    } else if (person.told && dueAt !== null) {
      drafts.push(draftOf(conference, person, 'cancelled', dueAt, start));
      // The text names the later of two times, of which they may never have heard: whether they know that the other is off too, a person finds out.
      if (person.toldInDoubt) calls.push({ kind: 'callMember', referralId: conference.referralId, conferenceId: conference.id, memberId: person.memberId, reason: 'perhapsOtherTime', about: 'cancelled', urgent: true });
    }
  }
  const written = await writeMessages(tx, drafts);
  return { messages: written.length, calls: await askPeople(tx, calls) };
}

const later = (one: Date, other: Date | null): Date => (other !== null && other > one ? other : one);

/** Two days: what somebody must hear by phone before then cannot wait in a list. */
const isNear = (start: Date, now: Date): boolean => start.getTime() - now.getTime() < 2 * 86_400_000;
