import type { Database, Tx } from '@radslag/db';
import { parsePhone } from '@radslag/domain';
import { AppError } from '@radslag/platform';
import { askPeople, type HumanTask } from './human-tasks';
import { inboundMac, sameMac } from './signing';
import { supersede } from './supersede';

export type InboundSms = { mac: string; id: string; from: string; to: string; message: string };

const SYSTEM = { kind: 'system' } as const;
/** STOP, alone: the word in a sentence is a person writing to a person. */
const STOP = /^[\p{P}\p{Z}\p{S}]*stopp?[\p{P}\p{Z}\p{S}]*$/iu;
export const saysStop = (text: string): boolean => STOP.test(text.trim());

type Match = { member_id: string; referral_id: string; conference_id: string };

/**
 * A reply. Kept, matched to number and open invitation, and put before the case's coordinator. Words are not interpreted
 * but for STOP. A number that belongs to nobody invited is kept too, and told to nobody: it may be a stranger's.
 */
export class RecordInbound {
  constructor(
    private readonly db: Database,
    private readonly callbackKey: Buffer,
  ) {}

  async execute(sms: InboundSms): Promise<void> {
    if (!sameMac(sms.mac, inboundMac(this.callbackKey))) throw new AppError('bad-signature', 403);
    const [row] = await this.db.withoutTenant<{ municipality: string | null }>('SELECT municipality_of_number($1) AS municipality', [parsePhone(sms.to) ?? sms.to]);
    // Not a number of ours: the operator is told that all is well, or it would try for hours.
    if (!row?.municipality) return;
    await this.db.inMunicipality(row.municipality, SYSTEM, (tx) => this.receive(tx, sms));
  }

  private async receive(tx: Tx, sms: InboundSms): Promise<void> {
    const sender = parsePhone(sms.from) ?? sms.from;
    const senderIndex = tx.keys.blindIndex('phone', sender);
    const matches = await openInvitationsOf(tx, senderIndex);
    const members = new Set(matches.map((match) => match.member_id));
    const id = tx.newId();
    const kept = await tx.query(
      `INSERT INTO inbound_message (municipality_id, id, operator, operator_message_id, sender, sender_index, text, member_id, received_at)
       VALUES ($1, $2, '46elks', $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [tx.municipalityId, id, sms.id, tx.keys.seal('inbound_message', id, 'sender', sender), senderIndex, tx.keys.seal('inbound_message', id, 'text', sms.message), members.size === 1 ? [...members][0] : null, tx.now],
    );
    if (kept.length === 0) return;
    if (saysStop(sms.message)) await this.optOut(tx, matches);
    else await askPeople(tx, tasksFor(matches, id));
    for (const referralId of new Set(matches.map((match) => match.referral_id))) tx.announce({ referralId, what: 'inbound' });
  }

  /** A phone says stop: everybody it stands for here gets no more SMS, since nobody can tell which of them it was. */
  private async optOut(tx: Tx, matches: readonly Match[]): Promise<void> {
    for (const match of new Map(matches.map((m) => [m.member_id, m])).values()) {
      // Without reading the row: a no must hold also when what is sealed in it cannot be opened.
      await tx.query(`UPDATE network_member SET no_sms = true, version = version + 1 WHERE municipality_id = $1 AND id = $2 AND NOT no_sms`, [tx.municipalityId, match.member_id]);
      await supersede(tx, { memberId: match.member_id }, 'optedOut');
      await askPeople(tx, [{ kind: 'callMember', referralId: match.referral_id, conferenceId: match.conference_id, memberId: match.member_id, reason: 'optedOut' }]);
      tx.audit('message.opt-out', { entity: 'network_member', entityId: match.member_id, referralId: match.referral_id });
    }
  }
}

/** One per case. With several people behind the number nobody is named: a guess would be worse than a question. */
function tasksFor(matches: readonly Match[], inboundId: string): HumanTask[] {
  return [...new Set(matches.map((match) => match.referral_id))].map((referralId) => {
    const here = matches.filter((match) => match.referral_id === referralId);
    const members = new Set(here.map((match) => match.member_id));
    // `messageId` of such a task is the inbound message.
    return { kind: 'inboundMessage', referralId, conferenceId: here[0]!.conference_id, memberId: members.size === 1 ? here[0]!.member_id : null, messageId: inboundId };
  });
}

function openInvitationsOf(tx: Tx, senderIndex: Buffer): Promise<Match[]> {
  return tx.query<Match>(
    `SELECT nm.id AS member_id, nm.referral_id, i.conference_id FROM network_member nm
     JOIN invitation i ON i.municipality_id = nm.municipality_id AND i.member_id = nm.id
     JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id
     WHERE nm.municipality_id = $1 AND nm.phone_index = $2 AND nm.removed_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > app_now() AND c.state <> 'cancelled'
     ORDER BY nm.id, i.created_at DESC`,
    [tx.municipalityId, senderIndex],
  );
}
