import type { Database, Tx } from '@radslag/db';
import type { Carrier } from '@radslag/sms';
import { bodyHash } from './gate';
import { GO_BETWEEN, NUMBER_OF } from './recipients';
import type { Ways } from './ways';

const SYSTEM = { kind: 'system' } as const;
const HOUR_MS = 60 * 60_000;
/** What has ended is forgotten an hour later, so that there are twenty-three left for trying again. */
const AFTER_END_MS = HOUR_MS;
/** What never got a last receipt, or whose end nobody knows, has ended at the operator by now all the same. */
const WITHOUT_END_MS = 20 * HOUR_MS;
const TRY_AGAIN_MS = 15 * 60_000;
const AT_A_TIME = 100;
const CALLS_AT_ONCE = 8;
const WINDOW_MS = 10 * 60_000;

type Text = { id: string; operator: string | null; operator_message_id: string | null; doubtful: boolean; body_hash: Buffer; phone: Buffer | null; phone_owner: string; started_at: Date | null };
type Asked = Text & { to: string | null };

/**
 * Operators keep what they are given, and a text must not outlive its errand there. Those that can be told not to keep it
 * are; the others are made to forget it within a day. The row keeps the template's name and a hash, which is enough to know
 * afterwards what was said.
 */
export class ForgetTexts {
  constructor(
    private readonly db: Database,
    private readonly ways: Ways,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {}

  async execute(): Promise<number> {
    let forgotten = 0;
    for (const { id } of await this.db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id')) {
      try {
        forgotten += await this.ofMunicipality(id);
      } catch (error) {
        this.onError(error);
      }
    }
    return forgotten;
  }

  private async ofMunicipality(municipalityId: string): Promise<number> {
    const texts = await this.db.inMunicipality(municipalityId, SYSTEM, take);
    if (texts.length === 0) return 0;
    const ways = await this.ways.of(municipalityId);
    const done: string[] = [];
    const waiting = [...texts];
    // No transaction is open while operators are told.
    const tell = async () => {
      for (let text = waiting.pop(); text; text = waiting.pop()) {
        if (await this.told(ways.carrier(text.operator ?? ''), text)) done.push(text.id);
      }
    };
    await Promise.all(Array.from({ length: CALLS_AT_ONCE }, tell));
    await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => tx.query(`UPDATE message SET forgotten_at = $3, forget_after = NULL WHERE municipality_id = $1 AND id = ANY($2) AND forgotten_at IS NULL`, [tx.municipalityId, done, tx.now]));
    return done.length;
  }

  /** Whether there is nothing left to forget. */
  private async told(carrier: Carrier | undefined, text: Asked): Promise<boolean> {
    if (carrier === undefined) return false;
    if (carrier.forget === undefined) return true;
    try {
      const ids = new Set(text.operator_message_id === null ? [] : [text.operator_message_id]);
      if (text.doubtful) for (const id of await found(carrier, text)) ids.add(id);
      for (const id of ids) await carrier.forget(id);
      return true;
    } catch (error) {
      this.onError(error);
      return false;
    }
  }
}

/** Nobody knows its id, or whether it was taken at all: it is looked for by its hash. */
async function found(carrier: Carrier, { to, started_at, body_hash }: Asked): Promise<string[]> {
  if (carrier.history === undefined || to === null || started_at === null) return [];
  const record = await carrier.history({ to, since: new Date(started_at.getTime() - WINDOW_MS), until: new Date(started_at.getTime() + 2 * WINDOW_MS) });
  return record.filter((sms) => sms.text !== null && bodyHash(sms.text).equals(body_hash)).map((sms) => sms.operatorMessageId);
}

/** Keeps other sweepers off, and brings back what could not be forgotten this time. Not by the row's lease, which is the resolver's. */
async function take(tx: Tx): Promise<Asked[]> {
  const texts = await tx.query<Text>(
    `SELECT m.id, m.operator, m.operator_message_id, m.state = 'unknown' OR m.reason = 'outcomeUnknown' AS doubtful, m.body_hash, ${NUMBER_OF} AS phone, coalesce(nm.delegate_id, nm.id) AS phone_owner,
            (SELECT max(a.started_at) FROM message_attempt a WHERE a.municipality_id = m.municipality_id AND a.message_id = m.id) AS started_at
     FROM message m JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id ${GO_BETWEEN}
     WHERE m.municipality_id = $1 AND m.forgotten_at IS NULL AND m.body_hash IS NOT NULL AND (m.forget_after IS NULL OR m.forget_after < $2)
       AND (m.ended_at <= $3 OR m.ended_at IS NULL AND m.state IN ('accepted', 'unknown') AND m.due_at <= $4)
     ORDER BY m.due_at LIMIT $5 FOR UPDATE OF m SKIP LOCKED`,
    [tx.municipalityId, tx.now, new Date(tx.now.getTime() - AFTER_END_MS), new Date(tx.now.getTime() - WITHOUT_END_MS), AT_A_TIME],
  );
  await tx.query(`UPDATE message SET forget_after = $3 WHERE municipality_id = $1 AND id = ANY($2)`, [tx.municipalityId, texts.map(({ id }) => id), new Date(tx.now.getTime() + TRY_AGAIN_MS)]);
  return texts.map((text) => ({ ...text, to: text.phone === null ? null : tx.orElse(() => tx.open('network_member', text.phone_owner, 'phone', text.phone!), null) }));
}
