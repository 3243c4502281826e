import { createHash } from 'node:crypto';
import { Message, MessageAttempt, NetworkMember, type Conference } from '@radslag/db';
import { SWEDISH_ZONE, addDays, dateOf, instantOf, type FamilyLanguage } from '@radslag/domain';
import { renderFacts } from '@radslag/outreach';
import { In, LessThanOrEqual } from 'typeorm';
import type { Seeding } from './seeding';

const OPERATOR = '46elks';
const SECONDS = 1_000;
const NOBODY_NAMED = { agreedWord: null, sharedPhone: false, initialsAllowed: false, alias: null, initials: '' };

/**
 * What outreach planned and whose time has come by now has been sent: delivered, or not when the number is dead. Without
 * this the worker would find the demo's whole past due at once.
 */
export async function sendUntil(seeding: Seeding, conference: Conference, until: Date, facts: { unreachable: ReadonlySet<string>; phone: string }): Promise<void> {
  const tx = seeding.at(until);
  const due = await tx.find(Message, { conferenceId: conference.id, state: 'planned', dueAt: LessThanOrEqual(until) }, { order: { dueAt: 'ASC' } });
  const members = new Map((await tx.find(NetworkMember, { id: In(due.map((message) => message.memberId)) })).map((member) => [member.id, member]));
  for (const message of due) {
    const dead = facts.unreachable.has(message.memberId);
    const operatorMessageId = `s${createHash('sha256').update(message.id).digest('hex').slice(0, 32)}`;
    const sentAt = new Date(message.dueAt.getTime() + 2 * SECONDS);
    const endedAt = new Date(message.dueAt.getTime() + (dead ? 90 : 9) * SECONDS);
    const text = renderFacts(
      { kind: message.kind, language: members.get(message.memberId)!.language as FamilyLanguage, invitationId: message.invitationId, rotation: 0, startsLocal: conference.startsLocal, endsLocal: conference.endsLocal, dueOn: dueOnOf(message), phone: facts.phone, outOfHours: null, person: NOBODY_NAMED },
      {},
      seeding.links,
    );
    await tx.update(Message, message.id, {
      state: dead ? 'failed' : 'delivered', reason: dead ? 'numberUnreachable' : null, epoch: 1, attempts: 1, operator: OPERATOR, operatorMessageId,
      templateKey: text.templateKey, templateVersion: text.version, language: text.language, segments: text.sms.segments, bodyHash: createHash('sha256').update(text.text).digest(),
      acceptedAt: sentAt, deliveredAt: dead ? null : endedAt, endedAt,
    });
    await tx.insert(MessageAttempt, { messageId: message.id, number: 1, operator: OPERATOR, startedAt: message.dueAt, endedAt: sentAt, outcome: 'accepted', operatorMessageId, detail: null });
  }
}

/** A reminder of a promise is worth sending until the due day ends: the day before its `notAfter`. */
const dueOnOf = (message: Message): string | null => (message.kind === 'actionDue' ? addDays(dateOf(message.notAfter, SWEDISH_ZONE), -1) : null);

export const startOf = (conference: { startsLocal: string | null; zone: string }): Date => instantOf({ local: conference.startsLocal!, zone: conference.zone });
