import type { Database, Tx } from '@radslag/db';
import { messageLanguage, messageValues, renderMessage, toGsm7Friendly, type FamilyLanguage } from '@radslag/domain';
import type { SendOutcome } from '@radslag/sms';
import { receiptUrl } from './callbacks';
import { municipalRules } from './rules-of-municipality';
import type { SendSettings } from './send-messages';
import type { Ways } from './ways';

const AT_ONCE = 50;
const LEASE_MS = 30_000;
/** After a no that may pass, and after a call that nobody saw the end of too: two of these are better than none. */
const AGAIN_MS = [2_000, 10_000, 30_000, 60_000, 120_000, 300_000];

const SYSTEM = { kind: 'system' } as const;

type Row = { inbound_id: string; attempts: number; operator: string | null; language: FamilyLanguage; sender: Buffer; sms_sender: string; phone: string; out_of_hours_phone: string | null };
type Ready = { attempts: number; operator: string; from: string; to: string; text: string };

/** Sends what `answerCry` has written. Its own way, beside the ledger of messages: none of the gate's questions is asked. */
export class SendHelpAnswers {
  constructor(
    private readonly db: Database,
    private readonly ways: Ways,
    private readonly settings: SendSettings,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {}

  async execute(): Promise<number> {
    const claimed = await this.db.withoutTenant<{ municipality_id: string; id: string }>(`SELECT * FROM claim_help_answers($1, $2 * interval '1 millisecond')`, [AT_ONCE, LEASE_MS]);
    await Promise.all(claimed.map(({ municipality_id, id }) => this.send(municipality_id, id).catch(this.onError)));
    return claimed.length;
  }

  private async send(municipalityId: string, id: string): Promise<void> {
    const ways = await this.ways.of(municipalityId);
    const ready = await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => prepare(tx, id, (attempts, lastOperator) => ways.pick('sms', { id, attempts, lastOperator })));
    if (ready === null) return;
    // No transaction is open here: a slow operator must cost no database connection.
    const callbackUrl = receiptUrl(this.settings.callbackUrl, this.settings.callbackKey, { operator: ready.operator, municipalityId, version: ways.addressAt(ready.operator), messageId: id });
    let outcome: SendOutcome;
    try {
      outcome = await ways.carrier(ready.operator)!.send({ id, from: ready.from, to: ready.to, text: ready.text, callbackUrl });
    } catch (error) {
      this.onError(error);
      outcome = { kind: 'unknown', detail: 'broke' };
    }
    await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => mark(tx, id, ready, outcome));
  }
}

async function prepare(tx: Tx, id: string, pick: (attempts: number, lastOperator: string | null) => string | null): Promise<Ready | null> {
  const [row] = await tx.query<Row>(
    `SELECT h.inbound_id, h.attempts, h.operator, h.language, i.sender, mu.sms_sender, coalesce(u.phone, mu.phone) AS phone, mu.out_of_hours_phone
     FROM help_answer h JOIN inbound_message i ON i.municipality_id = h.municipality_id AND i.id = h.inbound_id JOIN municipality mu ON mu.id = h.municipality_id
     LEFT JOIN referral r ON r.municipality_id = h.municipality_id AND r.id = h.referral_id LEFT JOIN staff_user u ON u.municipality_id = r.municipality_id AND u.id = r.coordinator_id
     WHERE h.municipality_id = $1 AND h.id = $2`,
    [tx.municipalityId, id],
  );
  if (row === undefined) return null;
  const operator = pick(row.attempts - 1, row.operator);
  // No way out yet: the lease brings it back.
  if (operator === null) return null;
  const { book } = await municipalRules(tx);
  const values = messageValues({ link: '', phone: row.phone, outOfHours: row.out_of_hours_phone }, messageLanguage('autoReply', row.language, book));
  return { attempts: row.attempts, operator, from: row.sms_sender, to: tx.open('inbound_message', row.inbound_id, 'sender', row.sender), text: toGsm7Friendly(renderMessage('autoReply', row.language, values, book).text) };
}

async function mark(tx: Tx, id: string, { attempts, operator }: Ready, outcome: SendOutcome): Promise<void> {
  const again = AGAIN_MS[attempts - 1];
  const gone = outcome.kind === 'accepted';
  // The operator bars the number on the person's own word: only they can open it again, and asking another would break it.
  const over = gone || again === undefined || (outcome.kind === 'refused' && outcome.optedOut === true);
  await tx.query(
    `UPDATE help_answer SET state = $3, operator = $4, operator_message_id = $5, detail = $6, lease_until = $7, ended_at = $8 WHERE municipality_id = $1 AND id = $2 AND ended_at IS NULL`,
    [tx.municipalityId, id, gone ? 'accepted' : over ? 'failed' : 'due', operator, gone ? outcome.operatorMessageId : null, gone ? null : outcome.detail, new Date(tx.now.getTime() + (again ?? 0)), over ? tx.now : null],
  );
  tx.announce({ what: 'inbox' });
}
