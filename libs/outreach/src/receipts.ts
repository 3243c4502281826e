import type { Database, Tx } from '@radslag/db';
import { applyReceipt, type MessageState, type OperatorName, type SentChannel } from '@radslag/domain';
import { AppError } from '@radslag/platform';
import { deliveryOf, optedOutBy } from '@radslag/sms';
import { receiptMac, refusedAtAddress, sameMac, type HookRefusal, type OnRefused, type ReceiptOf, type SignedWith } from './callbacks';
import { passBy, type AtPoint } from './crash-points';
import { tryNextWay } from './next-way';
import { stopAsOperatorSays } from './stop-writing';

const SYSTEM = { kind: 'system' } as const;

/** `status`: the operator's own word, understood when it is applied. */
export type DeliveryReceipt = ReceiptOf & { operator: OperatorName; mac: string; id: string; status: string; signedWith?: SignedWith };

/** Stores a receipt, whatever it says, and nothing else: the operator gets its 204 at once. */
export class RecordReceipt {
  constructor(
    private readonly db: Database,
    private readonly callbackKey: Buffer,
    private readonly at: AtPoint = passBy,
    private readonly onRefused: OnRefused = () => undefined,
  ) {}

  async execute(receipt: DeliveryReceipt): Promise<void> {
    const why = sameMac(receipt.mac, receiptMac(this.callbackKey, receipt)) ? await this.db.inMunicipality(receipt.municipalityId, SYSTEM, (tx) => store(tx, receipt)) : 'forged-address';
    if (why !== null) {
      this.onRefused(why, receipt);
      throw new AppError('bad-signature', 403);
    }
    await this.at('receiptStored');
  }
}

async function store(tx: Tx, receipt: DeliveryReceipt): Promise<HookRefusal | null> {
  const why = (await refusedAtAddress(tx, receipt)) ?? (await notOfThisAccount(tx, receipt));
  if (why !== null) return why;
  // A receipt for a row that a restore has lost is taken and forgotten: there is nothing it could change.
  await tx.query(
    `INSERT INTO receipt_inbox (municipality_id, id, message_id, operator, operator_message_id, status, received_at)
     SELECT $1, $2, m.id, $7, $4, $5, $6 FROM message m WHERE m.municipality_id = $1 AND m.id = $3 ON CONFLICT DO NOTHING`,
    [tx.municipalityId, tx.newId(), receipt.messageId, receipt.id, receipt.status, tx.now, receipt.operator],
  );
  return null;
}

/**
 * The message is another municipality's, went through another operator, or is known there by another number: with one address in
 * hand nobody may speak of other messages. Calls that a restore has lost, or that have not been answered yet, may be any.
 */
async function notOfThisAccount(tx: Tx, { operator, messageId, id }: DeliveryReceipt): Promise<HookRefusal | null> {
  const calls = await tx.query<{ operator: string; operator_message_id: string | null }>(
    'SELECT operator, operator_message_id FROM message_attempt WHERE municipality_id = $1 AND message_id = $2',
    [tx.municipalityId, messageId],
  );
  const [elsewhere] = calls.length > 0 ? [] : await tx.query<{ yes: boolean }>(`SELECT message_is_elsewhere($1) AS yes`, [messageId]);
  const couldBe = calls.filter((call) => call.operator === operator && (call.operator_message_id === null || call.operator_message_id === id));
  const why = elsewhere?.yes ? 'other-municipality' : calls.length > 0 && couldBe.length === 0 ? 'other-account' : null;
  if (why !== null) tx.audit('operator.refused', { entity: 'message', ...(why === 'other-account' ? { entityId: messageId } : {}) });
  return why;
}

type Waiting = { id: string; message_id: string; operator: string; status: string; operator_message_id: string };
type Row = { id: string; state: MessageState; channel: SentChannel; reason: string | null; idempotency_key: string; referral_id: string; conference_id: string; member_id: string };

/** Applies what the inbox holds, as a lattice: any order, any number of times, the same end. */
export class ApplyReceipts {
  constructor(
    private readonly db: Database,
    private readonly onUnknownStatus: (status: string) => void = () => undefined,
    private readonly at: AtPoint = passBy,
  ) {}

  execute(municipalityId: string): Promise<number> {
    return this.db.inMunicipality(municipalityId, SYSTEM, (tx) => this.apply(tx));
  }

  private async apply(tx: Tx): Promise<number> {
    const waiting = await tx.query<Waiting>(
      `SELECT id, message_id, operator, status, operator_message_id FROM receipt_inbox WHERE municipality_id = $1 AND applied_at IS NULL ORDER BY received_at LIMIT 500 FOR UPDATE SKIP LOCKED`,
      [tx.municipalityId],
    );
    if (waiting.length === 0) return 0;
    const rows = await tx.query<Row>(
      `SELECT id, state, channel, reason, idempotency_key, referral_id, conference_id, member_id FROM message WHERE municipality_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
      [tx.municipalityId, [...new Set(waiting.map((receipt) => receipt.message_id))]],
    );
    for (const row of rows) await this.applyTo(tx, row, waiting.filter((receipt) => receipt.message_id === row.id));
    await tx.query(`UPDATE receipt_inbox SET applied_at = $3 WHERE municipality_id = $1 AND id = ANY($2)`, [tx.municipalityId, waiting.map((receipt) => receipt.id), tx.now]);
    await this.at('receiptApplied');
    return waiting.length;
  }

  private async applyTo(tx: Tx, row: Row, receipts: readonly Waiting[]): Promise<void> {
    let state = row.state;
    for (const { operator, status } of receipts) {
      const delivery = deliveryOf(operator, status);
      // A word we do not know is kept in the inbox and raised, never guessed at.
      if (delivery === null) this.onUnknownStatus(status);
      else state = applyReceipt(state, delivery);
    }
    if (state === row.state) return;
    const optedOut = state === 'failed' && receipts.some(({ operator, status }) => optedOutBy(operator, status));
    const mark = { referralId: row.referral_id, conferenceId: row.conference_id };
    await tx.query(
      `UPDATE message SET state = $3, reason = CASE WHEN $3 = 'failed' THEN $6 END, operator_message_id = coalesce(operator_message_id, $4), accepted_at = coalesce(accepted_at, $5), lease_until = NULL,
              delivered_at = CASE WHEN $3 = 'delivered' THEN $5::timestamptz ELSE delivered_at END, ended_at = CASE WHEN $3 IN ('delivered', 'failed') THEN $5::timestamptz ELSE ended_at END
       WHERE municipality_id = $1 AND id = $2`,
      [tx.municipalityId, row.id, state, receipts[0]!.operator_message_id, tx.now, optedOut ? 'optedOut' : 'numberUnreachable'],
    );
    if (optedOut) await stopAsOperatorSays(tx, row.id);
    else if (state === 'failed') await tryNextWay(tx, row.id, 'numberUnreachable');
    if (state === 'delivered') {
      await tx.query(`UPDATE network_member SET last_reached_by = $3 WHERE municipality_id = $1 AND id = $2 AND last_reached_by IS DISTINCT FROM $3`, [tx.municipalityId, row.member_id, row.channel]);
      await tx.query(`UPDATE task SET done_at = $3 WHERE municipality_id = $1 AND message_id = $2 AND done_at IS NULL AND kind IN ('findOtherWay', 'checkUnknown')`, [tx.municipalityId, row.id, tx.now]);
      // It had come after all: the second one, if it has not left yet, need not.
      await tx.query(
        `UPDATE message SET state = 'cancelled', reason = 'versionSuperseded', ended_at = $3, lease_until = NULL WHERE municipality_id = $1 AND idempotency_key = $2 AND state IN ('planned', 'queued')`,
        [tx.municipalityId, `${row.idempotency_key}:resent`, tx.now],
      );
    }
    tx.announce({ ...mark, what: 'messages' });
  }
}
