import type { Tx } from '@radslag/db';
import type { ToldWorry } from '@radslag/domain';

/** Whether they want to be called, as they have said it last: it holds for every call, whatever it is about. */
export async function noteWishAboutCalls(tx: Tx, memberId: string, wish: ToldWorry): Promise<void> {
  await tx.query('UPDATE network_member SET no_calls = $3, version = version + 1 WHERE municipality_id = $1 AND id = $2 AND no_calls <> $3', [tx.municipalityId, memberId, wish === 'doNotCall']);
}
