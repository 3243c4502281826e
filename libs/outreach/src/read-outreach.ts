import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { OutreachView } from '@radslag/contracts';
import { Database, InboundMessage, Message, MessageAttempt, NetworkMember, STANDING_ANSWER, type Tx } from '@radslag/db';
import { initialsOf, instantOf, maskLinks, shortName, type Coming } from '@radslag/domain';
import { In } from 'typeorm';
import { foresee } from './proof/foresee';
import { factsOfMessages } from './message-facts';
import { toMessageView, UNSENT } from './message-view';
import { linkSettings, renderFacts } from './render';
import { municipalRules } from './rules-of-municipality';

/** Every message of a conference, past and to come: the exact text of each that has not left (DESIGN §6.8, the proof list). */
@Injectable()
export class ReadOutreach {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<OutreachView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'outreach.read' });
      const messages = await tx.find(Message, { conferenceId }, { order: { dueAt: 'ASC', id: 'ASC' } });
      const members = await peopleOf(tx, conference.referralId, messages);
      const byId = new Map(members.map((member) => [member.id, member]));
      const facts = await factsOfMessages(tx, messages.filter((m) => UNSENT.includes(m.state)).map((m) => m.id));
      const tries = await triesOf(tx, messages.map((message) => message.id));
      const settings = linkSettings();
      const rules = await municipalRules(tx);
      const { book, policy } = rules;
      // The whole case: a text about one conference counts against the week of another.
      const foreseen = new Map((await foresee(tx, conference.referralId, rules, settings)).map((one) => [one.row.id, one]));
      const answers = new Map((await standingAnswers(tx, conferenceId)).map((row) => [row.member_id, row]));
      const [municipality] = await tx.query<{ sms_sender: string }>('SELECT sms_sender FROM municipality WHERE id = $1', [tx.municipalityId]);
      const views = messages.map((message) => {
        const fact = facts.get(message.id);
        const member = byId.get(message.memberId)!;
        return toMessageView(message, member, {
          rendered: fact && renderFacts(fact, book, settings), foreseen: foreseen.get(message.id), tries: tries.get(message.id) ?? [], goBetween: member.delegateId === null ? undefined : byId.get(member.delegateId),
        });
      });
      return {
        people: members.map((member) => ({
          memberId: member.id,
          initials: member.protected ? '' : initialsOf(member.givenName, member.familyName),
          shortName: member.protected ? member.relation : shortName(member.givenName, member.familyName),
          relation: member.relation, channel: member.channel, professional: member.professional, protected: member.protected,
          coming: answers.get(member.id)?.coming ?? null,
          answeredAt: answers.get(member.id)?.at.toISOString() ?? null,
        })),
        messages: views,
        replies: await repliesOf(tx, conferenceId),
        now: tx.now.toISOString(),
        startsAt: conference.startsLocal === null ? null : instantOf({ local: conference.startsLocal, zone: conference.zone }).toISOString(),
        sender: municipality!.sms_sender,
        cost: costOf(views, policy.segmentPriceOre),
      };
    });
  }
}

/** The calls that were made for each message, in order. */
async function triesOf(tx: Tx, messageIds: readonly string[]): Promise<Map<string, MessageAttempt[]>> {
  const attempts = await tx.find(MessageAttempt, { messageId: In([...messageIds]) }, { order: { number: 'ASC' } });
  return Map.groupBy(attempts, (attempt) => attempt.messageId);
}

/** A text costs what it takes whether or not it arrives; one that never left costs nothing. */
function costOf(messages: OutreachView['messages'], segmentPriceOre: number): OutreachView['cost'] {
  const segments = (some: OutreachView['messages']) => some.filter((message) => message.channel === 'sms').reduce((sum, message) => sum + (message.segments ?? 0), 0);
  return { sent: segments(messages.filter((message) => message.acceptedAt !== null)), ahead: segments(messages.filter((message) => message.ahead !== null && message.ahead.stopped === null)), segmentPriceOre };
}

/** Everybody in the network, and those who have left it but were sent something. */
async function peopleOf(tx: Tx, referralId: string, messages: readonly Message[]): Promise<NetworkMember[]> {
  const written = new Set(messages.map((message) => message.memberId));
  const members = await tx.find(NetworkMember, { referralId }, { order: { createdAt: 'ASC', id: 'ASC' } });
  return members.filter((member) => member.removedAt === null || written.has(member.id));
}

/** Through the tasks they made, since a number may stand for several people. */
async function repliesOf(tx: Tx, conferenceId: string): Promise<OutreachView['replies']> {
  const rows = await tx.query<{ inbound_message_id: string }>(`SELECT DISTINCT inbound_message_id FROM task WHERE municipality_id = $1 AND conference_id = $2 AND kind = 'inboundMessage' AND inbound_message_id IS NOT NULL`, [tx.municipalityId, conferenceId]);
  const replies = await tx.find(InboundMessage, { id: In(rows.map((row) => row.inbound_message_id)) }, { order: { receivedAt: 'DESC' } });
  return replies.map((reply) => ({ id: reply.id, memberId: reply.memberId, text: maskLinks(reply.text), receivedAt: reply.receivedAt.toISOString() }));
}

/** An answer to a time before the last move is none to the messages that go out now. */
const standingAnswers = (tx: Tx, conferenceId: string) =>
  tx.query<{ member_id: string; coming: Coming; at: Date }>(
    `SELECT i.member_id, s.coming, s.at FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id
     CROSS JOIN LATERAL (${STANDING_ANSWER('i', 'c')}) s WHERE i.municipality_id = $1 AND i.conference_id = $2 AND s.coming IS NOT NULL`,
    [tx.municipalityId, conferenceId],
  );

/** One message of a case that is already open. */
export async function viewOf(tx: Tx, message: Message): Promise<OutreachView['messages'][number]> {
  const [member] = await tx.find(NetworkMember, { id: In([message.memberId]) });
  const fact = UNSENT.includes(message.state) ? (await factsOfMessages(tx, [message.id])).get(message.id) : undefined;
  const goBetween = member!.delegateId === null ? undefined : await tx.get(NetworkMember, member!.delegateId);
  const rules = await municipalRules(tx);
  const foreseen = fact === undefined ? undefined : (await foresee(tx, message.referralId, rules)).find((one) => one.row.id === message.id);
  return toMessageView(message, member!, { rendered: fact && renderFacts(fact, rules.book), foreseen, tries: (await triesOf(tx, [message.id])).get(message.id) ?? [], goBetween });
}
