import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '@radslag/platform';
import { IdempotentAnswer, type Tx } from '@radslag/db';

/**
 * A POST with an `Idempotency-Key`: the key is claimed and the answer kept in the same transaction as the work, so a
 * repeat after a lost answer gets the first answer and does nothing, however the first attempt ended.
 */
export type IdempotentCall = { key: string; userId: string; requestHash: Buffer; /** A use case keeps to one transaction; a second one belongs to the same call. */ claimed?: boolean };

const calls = new AsyncLocalStorage<IdempotentCall>();

export const withIdempotency = <T>(call: IdempotentCall, work: () => T): T => calls.run(call, work);

/** Thrown inside the transaction when the work was done before: the edge sends the first answer. */
export class AnsweredBefore extends Error {
  constructor(readonly answer: unknown) {
    super('answered before');
  }
}

const COLUMN = 'answer';

export async function idempotently<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const call = calls.getStore();
  if (!call || call.claimed) return work();
  call.claimed = true;
  try {
    return await claim(tx, call, work);
  } catch (error) {
    // The claim is undone with the transaction: a new attempt claims again.
    call.claimed = false;
    throw error;
  }
}

async function claim<T>(tx: Tx, call: IdempotentCall, work: () => Promise<T>): Promise<T> {
  const id = tx.newId();
  // Waits for a concurrent first attempt to commit, and then finds its row.
  const claimed = await tx.query(
    `INSERT INTO idempotent_answer (municipality_id, id, user_id, key, request_hash, status, created_at) VALUES ($1,$2,$3,$4,$5,0,app_now())
     ON CONFLICT (municipality_id, user_id, key) DO NOTHING RETURNING id`,
    [tx.municipalityId, id, call.userId, call.key, call.requestHash],
  );
  if (claimed.length === 0) {
    const first = await tx.findOne(IdempotentAnswer, { userId: call.userId, key: call.key });
    if (!first || !first.requestHash.equals(call.requestHash)) throw new AppError('key-reused', 409);
    throw new AnsweredBefore(first.answer === null ? undefined : JSON.parse(tx.open('idempotent_answer', first.id, COLUMN, first.answer)));
  }
  const answer = await work();
  if (answer !== undefined) {
    await tx.query('UPDATE idempotent_answer SET answer = $3 WHERE municipality_id = $1 AND id = $2', [tx.municipalityId, id, tx.keys.seal('idempotent_answer', id, COLUMN, JSON.stringify(answer))]);
  }
  return answer;
}
