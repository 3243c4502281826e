import type { Database } from '@radslag/db';
import type { SendOutcome } from '@radslag/sms';
import { receiptUrl } from './callbacks';
import { passBy, type AtPoint } from './crash-points';
import { passGate, type Passed } from './gate';
import { markFinished, type Finished } from './mark';
import type { LinkSettings } from './render';
import type { MunicipalWays, Ways } from './ways';

export type SendSettings = LinkSettings & { callbackUrl: string; callbackKey: Buffer; /** Another patience with a gate than `GATE_HOLDS_MS`. */ gateHoldsMs?: number };
export type Sent = { sent: number; skipped: { messageId: string; reason: string }[] };

/** Finished calls are marked at least this often, so that one slow number holds up nobody else's mark. */
const MARK_EVERY_MS = 150;
/**
 * A call is made this soon after its gate or not at all. A process that was frozen between the two knows what was true then:
 * the resolver may have asked the operator since, found nothing, and sent another.
 */
const GATE_HOLDS_MS = 30_000;
/** Rows that somebody was changing are looked at again this soon; after that their lease brings them back. */
const LOOK_AGAIN_MS = [20, 100];
const LOOK_SOON_MS = 2_000;

const SYSTEM = { kind: 'system' } as const;

/**
 * Gate, call, mark for a batch of one municipality. Safe to repeat, to run twice at once, and to die in: a row passes the
 * gate once, and what dies between gate and mark stays `sending` until the resolver has asked the operator.
 */
export class SendMessages {
  constructor(
    private readonly db: Database,
    private readonly ways: Ways,
    private readonly settings: SendSettings,
    private readonly onError: (error: unknown) => void = () => undefined,
    private readonly at: AtPoint = passBy,
  ) {}

  async execute(municipalityId: string, messageIds: readonly string[]): Promise<Sent> {
    const ways = await this.ways.of(municipalityId);
    const isOld = timer(this.settings.gateHoldsMs ?? GATE_HOLDS_MS);
    const { passed, skipped } = await this.pass(municipalityId, messageIds, ways);
    if (passed.length > 0) await this.at('gateCommitted');
    // No transaction is open here: a slow operator must cost no database connection.
    await this.callAll(municipalityId, passed, ways, isOld);
    return { sent: passed.length, skipped };
  }

  private async pass(municipalityId: string, messageIds: readonly string[], ways: MunicipalWays) {
    const gate = (ids: readonly string[]) =>
      this.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
        const judged = await passGate(tx, ids, ways, this.settings);
        await this.at('gateJudged');
        return judged;
      });
    const { passed, skipped } = await gate(messageIds);
    const seen = new Set([...passed, ...skipped].map((m) => m.messageId));
    let left = messageIds.filter((id) => !seen.has(id));
    for (const pause of LOOK_AGAIN_MS) {
      if (left.length === 0) break;
      left = await this.stillQueued(municipalityId, left);
      if (left.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
      const again = await gate(left);
      passed.push(...again.passed);
      skipped.push(...again.skipped);
      for (const m of [...again.passed, ...again.skipped]) seen.add(m.messageId);
      left = left.filter((id) => !seen.has(id));
    }
    if (left.length > 0) await this.lookSoon(municipalityId, left);
    for (const messageId of messageIds) if (!seen.has(messageId)) skipped.push({ messageId, reason: 'not-queued' });
    return { passed, skipped };
  }

  /** Held by somebody all the while (another gate has the same number, or a change is under way): not a whole lease later. */
  private async lookSoon(municipalityId: string, ids: readonly string[]): Promise<void> {
    await this.db.inMunicipality(municipalityId, SYSTEM, (tx) =>
      tx.query(
        `UPDATE message SET lease_until = $3 WHERE municipality_id = $1 AND id IN (
           SELECT id FROM message WHERE municipality_id = $1 AND id = ANY($2) AND state = 'queued' FOR UPDATE SKIP LOCKED)`,
        [municipalityId, ids, new Date(tx.now.getTime() + LOOK_SOON_MS)],
      ),
    );
  }

  private stillQueued(municipalityId: string, ids: readonly string[]): Promise<string[]> {
    return this.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
      const rows = await tx.query<{ id: string }>(`SELECT id FROM message WHERE municipality_id = $1 AND id = ANY($2) AND state = 'queued'`, [municipalityId, ids]);
      return rows.map((row) => row.id);
    });
  }

  private async callAll(municipalityId: string, passed: readonly Passed[], ways: MunicipalWays, isOld: () => boolean): Promise<void> {
    let finished: Finished[] = [];
    const mark = async () => {
      const batch = finished;
      finished = [];
      await this.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
        await markFinished(tx, batch, ways);
        await this.at('markWritten');
      });
      await this.at('marked');
    };
    let underway = passed.length;
    const calls = passed.map(async (message) => {
      const outcome: SendOutcome | undefined = isOld() ? { kind: 'retryable', detail: 'gate-too-old' } : await this.call(municipalityId, message, ways);
      await this.at('callAnswered');
      underway -= 1;
      if (outcome) finished.push({ messageId: message.messageId, attemptId: message.attemptId, outcome });
    });
    const all = Promise.all(calls);
    while (underway > 0) {
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, MARK_EVERY_MS))]);
      if (finished.length > 0) await mark();
    }
    await all;
    if (finished.length > 0) await mark();
  }

  /** Undefined: it broke in a way nobody foresaw. The row stays `sending`, and the resolver asks. */
  private async call(municipalityId: string, { messageId, operator, from, to, text, subject }: Passed, ways: MunicipalWays): Promise<SendOutcome | undefined> {
    const callbackUrl = receiptUrl(this.settings.callbackUrl, this.settings.callbackKey, { operator, municipalityId, version: ways.addressAt(operator), messageId });
    try {
      return await ways.carrier(operator)!.send({ id: messageId, from, to, text, callbackUrl, ...(subject === undefined ? {} : { subject }) });
    } catch (error) {
      this.onError(error);
      return undefined;
    }
  }
}

/** By whichever clock says more: one may have been set back, the other stands still while the whole machine is suspended. */
function timer(ms: number): () => boolean {
  const [wall, elapsed] = [Date.now(), performance.now()];
  return () => Math.max(Date.now() - wall, performance.now() - elapsed) > ms;
}
