import { Conference, Invitation, type Tx } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';

/** The latest conference of the case that somebody is invited to, by a link that is not closed. */
export async function currentInvitation(tx: Tx, memberId: string, options: { lock?: boolean } = {}): Promise<{ invitation: Invitation; conference: Conference }> {
  const [found] = await tx.query<{ id: string; conference_id: string }>(
    `SELECT i.id, i.conference_id FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id
     WHERE i.municipality_id = $1 AND i.member_id = $2 AND i.revoked_at IS NULL AND i.state <> 'revoked' ORDER BY c.created_at DESC, c.id DESC LIMIT 1`,
    [tx.municipalityId, memberId],
  );
  if (!found) throw new RuleBroken('not-invited', { memberId });
  // The conference first, as everywhere.
  const conference = await tx.get(Conference, found.conference_id, options);
  return { conference, invitation: await tx.get(Invitation, found.id, options) };
}
