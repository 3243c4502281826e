import type { Tx } from '@radslag/db';
import { asksNotToBeCalled } from '@radslag/domain';

/** 'Ring mig inte', by text: it is the wish of everybody whose own number it is, since nobody can tell which of them wrote. */
export async function noteNoCalls(tx: Tx, { numberIndex, text }: { numberIndex: Buffer; text: string }): Promise<void> {
  if (!asksNotToBeCalled(text)) return;
  await tx.query('UPDATE network_member SET no_calls = true, version = version + 1 WHERE municipality_id = $1 AND phone_index = $2 AND removed_at IS NULL AND NOT no_calls', [tx.municipalityId, numberIndex]);
}
