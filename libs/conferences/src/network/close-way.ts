import type { Tx } from '@radslag/db';
import type { MessageReason } from '@radslag/domain';
import { supersede } from '@radslag/outreach';

/**
 * Closes the way to a person and stops what was on it. Three steps, since messages may be planned at this very moment: stop
 * what stands (and wait for whoever is rewriting it, before we hold a lock they need), close, then stop what was committed in
 * between. From the closing on the database refuses new rows.
 */
export async function closeWay(tx: Tx, memberId: string, reason: MessageReason, close: () => Promise<void>): Promise<void> {
  await supersede(tx, { memberId }, reason);
  await close();
  await supersede(tx, { memberId }, reason);
}
