import type { Tx } from '@radslag/db';
import { heldByWorry } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';

/** Of people who are still in the network: with whoever has left it nobody is brought together. */
export const unansweredWorries = (tx: Tx, referralId: string): Promise<{ id: string; memberId: string }[]> =>
  tx.query<{ id: string; memberId: string }>(
    `SELECT w.id, w.member_id AS "memberId" FROM worry w JOIN network_member m ON m.municipality_id = w.municipality_id AND m.id = w.member_id AND m.removed_at IS NULL
     WHERE w.municipality_id = $1 AND w.referral_id = $2 AND w.answered_at IS NULL ORDER BY w.told_at, w.id`,
    [tx.municipalityId, referralId],
  );

/** Somebody is worried about meeting someone, and nobody has said what was done: nothing that brings them together is decided. */
export async function requireNoWorry(tx: Tx, referralId: string, what: 'confirm' | 'move' | 'invite'): Promise<void> {
  if (!heldByWorry(what)) return;
  const worries = await unansweredWorries(tx, referralId);
  if (worries.length > 0) throw new RuleBroken('worry-unanswered', { memberIds: [...new Set(worries.map((worry) => worry.memberId))] });
}
