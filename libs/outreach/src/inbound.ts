import type { Database, Tx } from '@radslag/db';
import { parsePhone, type Coming, type OperatorName } from '@radslag/domain';
import { AppError } from '@radslag/platform';
import { noteHeard, refusedAtAddress, replyMac, sameMac, type HookRefusal, type OnRefused, type SignedWith } from './callbacks';
import { askPeople } from './human-tasks';
import { answerCry } from './help-answer';
import { answerByItself } from './inbound-auto-reply';
import { meaningOf, type Meaning } from './inbound-meaning';
import { wordsSentBy } from './inbound-our-words';
import { casesOfNumber, peopleOfNumber, type PersonOfNumber } from './inbound-people';
import { noteNoCalls } from './no-calls';
import { stopWriting } from './stop-writing';

/** `address`: what it was posted to; null: the one from before each municipality had its own. `created`: when the operator got it, in its own writing. */
export type InboundSms = {
  operator: OperatorName; address: { municipalityId: string; version: number } | null; mac: string; signedWith?: SignedWith;
  id: string; from: string; to: string; message: string; created?: string | undefined;
};

/** Writes an answer as the page behind the link does: conferences can, and outreach may not know conferences (the API ties them). */
export type GiveAnswer = (tx: Tx, reply: { invitationId: string; coming: Coming; sentAt: Date }) => Promise<'given' | 'overtaken' | 'otherTime'>;

const SYSTEM = { kind: 'system' } as const;
/** A text of ten parts is 1,530 characters; more is nobody's reply. */
const LONGEST = 2000;

/**
 * A reply. Kept once, read, and either taken as an answer (one person, one open question, one word) or put before the case's
 * coordinator. A number that belongs to nobody is kept too, and tied to no case: it may be a stranger's.
 */
export class RecordInbound {
  constructor(
    private readonly db: Database,
    private readonly callbackKey: Buffer,
    private readonly giveAnswer: GiveAnswer,
    private readonly onRefused: OnRefused = () => undefined,
  ) {}

  async execute(sms: InboundSms): Promise<void> {
    const [found] = await this.db.withoutTenant<{ municipality: string | null }>('SELECT municipality_of_number($1) AS municipality', [parsePhone(sms.to) ?? sms.to]);
    const owner = found?.municipality ?? null;
    const municipalityId = sms.address?.municipalityId ?? owner;
    const of = { operator: sms.operator, municipalityId: municipalityId ?? '', version: sms.address?.version ?? 0 };
    const why = sameMac(sms.mac, replyMac(this.callbackKey, of)) ? municipalityId === null ? null : await this.hear(municipalityId, sms, { ...of, owner }) : 'forged-address';
    if (why === null) return;
    this.onRefused(why, { operator: sms.operator, municipalityId });
    throw new AppError('bad-signature', 403);
  }

  private hear(municipalityId: string, sms: InboundSms, { operator, version, owner }: { operator: OperatorName; version: number; owner: string | null }): Promise<HookRefusal | null> {
    return this.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
      const why = await refusedAtAddress(tx, { operator, version, signedWith: sms.signedWith });
      if (why !== null) return why;
      // Not a number of ours: the operator is told that all is well, or it would try for hours.
      if (owner === null) return null;
      if (owner !== municipalityId) {
        tx.audit('operator.refused', { entity: 'inbound_message' });
        return 'other-municipality';
      }
      await this.receive(tx, { ...sms, message: [...sms.message].slice(0, LONGEST).join('') });
      await noteHeard(tx, operator, version);
      return null;
    });
  }

  private async receive(tx: Tx, sms: InboundSms): Promise<void> {
    const sender = parsePhone(sms.from) ?? sms.from;
    const numberIndex = tx.keys.blindIndex('phone', sender);
    // One reply from a number at a time: which of two came last, and whether an automatic answer has gone, is then known.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`inbound ${tx.municipalityId} ${numberIndex.toString('hex')}`]);
    const people = await peopleOfNumber(tx, numberIndex);
    const meaning = meaningOf(sms.message, people, await wordsSentBy(tx));
    // What says danger is put before each case that it may be about: it holds all of them, and is let go in each.
    const cases = new Set([...people.map((person) => person.referralId), ...(meaning.urgent ? await casesOfNumber(tx, numberIndex) : [])]);
    const reply: Reply = { id: tx.newId(), sms, sender, numberIndex, people, cases, meaning, sentAt: sentAtOf(sms.created, tx.now) };
    if (!(await keep(tx, reply))) return;
    if (meaning.urgent) await answerCry(tx, { inboundId: reply.id, sender, numberIndex, people });
    await noteNoCalls(tx, { numberIndex, text: sms.message });
    switch (meaning.kind) {
      case 'unknownNumber':
        if (meaning.said === 'stop') await stopWriting(tx, { inboundMessageId: reply.id, numberIndex, people });
        if (meaning.urgent) await askThoseWhoKnewThem(tx, reply);
        return tx.announce({ what: 'inbox' });
      case 'answer': {
        const why = await this.answered(tx, reply, meaning.answer!);
        if (why !== null) await ask(tx, reply, why);
        break;
      }
      case 'stop':
        await stopWriting(tx, { inboundMessageId: reply.id, numberIndex, people, urgent: meaning.urgent });
        // Calling somebody is not reading what they wrote, and each of the cases has to.
        if (meaning.urgent && cases.size > 1) await ask(tx, reply, null);
        break;
      case 'unclear':
      case 'text':
        await ask(tx, reply, meaning.unclear);
        if (!meaning.urgent) await answerByItself(tx, { inboundId: reply.id, numberIndex, people });
        break;
    }
    for (const referralId of cases) tx.announce({ referralId, what: 'inbox' });
  }

  /** Why a person has to ask: it cannot be answered any more (the time was set, or it was cancelled, in this very moment), or it was about another time. */
  private async answered(tx: Tx, reply: Reply, { person, invitation, coming }: NonNullable<Meaning['answer']>): Promise<'notOpen' | 'otherTime' | null> {
    let outcome: Awaited<ReturnType<GiveAnswer>>;
    try {
      outcome = await this.giveAnswer(tx, { invitationId: invitation.id, coming, sentAt: reply.sentAt });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return this.leftToPeople(tx, reply, 'notOpen');
    }
    if (outcome === 'otherTime') return this.leftToPeople(tx, reply, outcome);
    if (outcome === 'overtaken') await tx.query(`UPDATE inbound_message SET unclear = 'overtaken' WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, reply.id]);
    tx.audit('answer.sms', { entity: 'invitation', entityId: invitation.id, referralId: person.referralId });
    return null;
  }

  private async leftToPeople<W extends 'notOpen' | 'otherTime'>(tx: Tx, reply: Reply, why: W): Promise<W> {
    await tx.query(`UPDATE inbound_message SET kind = 'unclear', unclear = $3, handled_at = NULL WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, reply.id, why]);
    return why;
  }
}

type Reply = { id: string; sms: InboundSms; sender: string; numberIndex: Buffer; people: readonly PersonOfNumber[]; cases: ReadonlySet<string>; meaning: Meaning; sentAt: Date };

/** With several people or cases behind the number nobody is named: a guess would be worse than a question. */
const onlyOf = ({ people, cases }: Pick<Reply, 'people' | 'cases'>): PersonOfNumber | null => (people.length === 1 && cases.size === 1 ? people[0]! : null);

/** False: the operator has told us of it before. With several people or cases behind the number the row names none. */
async function keep(tx: Tx, reply: Reply): Promise<boolean> {
  const { id, sms, sender, numberIndex, people, cases, meaning, sentAt } = reply;
  const conferences = new Set(people.flatMap((person) => person.invitations.slice(0, 1).map((invitation) => invitation.conferenceId)));
  const kept = await tx.query(
    `INSERT INTO inbound_message (municipality_id, id, operator, operator_message_id, sender, sender_index, text, kind, said, unclear, urgent, member_id, referral_id, conference_id, received_at, sent_at, handled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.municipalityId, id, sms.operator, sms.id, tx.keys.seal('inbound_message', id, 'sender', sender), numberIndex, tx.keys.seal('inbound_message', id, 'text', sms.message),
      meaning.kind, meaning.said, meaning.unclear, meaning.urgent, onlyOf(reply)?.memberId ?? null, cases.size === 1 ? [...cases][0] : null,
      meaning.answer?.invitation.conferenceId ?? (cases.size === 1 && conferences.size === 1 ? [...conferences][0] : null), tx.now, sentAt,
      // An answer that was taken needs nobody.
      meaning.kind === 'answer' ? tx.now : null,
    ],
  );
  return kept.length > 0;
}

/** One task per case. */
function ask(tx: Tx, reply: Reply, reason: string | null): Promise<number> {
  return askPeople(tx, [...reply.cases].map((referralId) => ({
    kind: 'inboundMessage' as const, referralId, conferenceId: reply.people.find((person) => person.referralId === referralId)?.invitations[0]?.conferenceId ?? null, memberId: onlyOf(reply)?.memberId ?? null,
    inboundMessageId: reply.id, reason, urgent: reply.meaning.urgent,
  })));
}

/** A cry from a number that is nobody's any more: whoever has the case that it once stood in knows most. It is in everybody's inbox as well. */
async function askThoseWhoKnewThem(tx: Tx, { id, numberIndex }: Reply): Promise<void> {
  const cases = await tx.query<{ referral_id: string }>(`SELECT DISTINCT referral_id FROM network_member WHERE municipality_id = $1 AND phone_index = $2 AND removed_at IS NOT NULL`, [tx.municipalityId, numberIndex]);
  await askPeople(tx, cases.map(({ referral_id }) => ({ kind: 'inboundMessage', referralId: referral_id, inboundMessageId: id, urgent: true })));
}

/** 46elks writes UTC without saying so. What cannot be read, or has not been yet, is now. */
function sentAtOf(created: string | undefined, now: Date): Date {
  if (created === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(created)) return now;
  const at = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(created) ? created : `${created}Z`);
  return Number.isNaN(at.getTime()) || at > now ? now : at;
}
