import type { Tx } from '@radslag/db';

/**
 * Somebody has answered: they are asked no more, and what brought the answer (when they came by their link) is tried first
 * from now on.
 */
export async function afterAnswer(tx: Tx, of: { invitationId: string; memberId: string; byLink: boolean }): Promise<void> {
  await tx.query(
    `UPDATE message SET state = 'cancelled', reason = 'answered', ended_at = $3, lease_until = NULL
     WHERE municipality_id = $1 AND invitation_id = $2 AND kind = 'answerReminder' AND state IN ('planned', 'held', 'queued')`,
    [tx.municipalityId, of.invitationId, tx.now],
  );
  if (!of.byLink) return;
  await tx.query(
    `UPDATE network_member nm SET last_reached_by = last.channel
     FROM (SELECT channel FROM message WHERE municipality_id = $1 AND invitation_id = $2 AND state IN ('accepted', 'delivered') ORDER BY accepted_at DESC LIMIT 1) last
     WHERE nm.municipality_id = $1 AND nm.id = $3 AND nm.last_reached_by IS DISTINCT FROM last.channel`,
    [tx.municipalityId, of.invitationId, of.memberId],
  );
}
