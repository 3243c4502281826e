import type { Tx } from '@radslag/db';
import { heldByWorry, refusedByWorries, type WorryToldIn } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';

/** `id`: of the worry, or of the text. Nobody is named where several may have written it. `unclaimed`: nobody has said whose text it is. */
export type OpenWorry = { told: WorryToldIn; id: string; memberId: string | null; unclaimed: boolean };

/** What people who are still in the network have told on their pages or written in a text, and nobody has dealt with; texts first. */
export const openWorries = (tx: Tx, referralId: string): Promise<OpenWorry[]> =>
  tx.query<OpenWorry>(`SELECT told, id, member_id AS "memberId", unclaimed FROM open_worries($1, $2) ORDER BY told DESC, told_at, id`, [tx.municipalityId, referralId]);

/** Somebody is worried about meeting someone, or has written of danger, and nobody has dealt with it: nothing that brings them together is decided. */
export async function requireNoWorry(tx: Tx, referralId: string, what: 'confirm' | 'move' | 'invite'): Promise<void> {
  if (!heldByWorry(what)) return;
  const worries = await openWorries(tx, referralId);
  const refused = refusedByWorries(worries);
  if (refused === null) return;
  const texts = worries.filter(({ told }) => told === 'text').map(({ id }) => id);
  throw new RuleBroken(refused, { memberIds: [...new Set(worries.flatMap(({ memberId }) => memberId ?? []))], ...(texts.length > 0 && { inboundIds: texts }) });
}
