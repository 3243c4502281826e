import type { Tx } from '@radslag/db';
import { heldByWorry, MESSAGE_KINDS } from '@radslag/domain';

export const HELD_KINDS = MESSAGE_KINDS.filter(heldByWorry);

/** What waited at the gate for a worry is looked at again at once; if another one is open it waits on. */
export async function wakeHeld(tx: Tx, referralIds: readonly string[]): Promise<void> {
  if (referralIds.length === 0) return;
  await tx.query(`UPDATE message SET lease_until = NULL WHERE municipality_id = $1 AND referral_id = ANY($2) AND state = 'planned' AND lease_until > $3 AND kind = ANY($4)`, [tx.municipalityId, referralIds, tx.now, HELD_KINDS]);
}
