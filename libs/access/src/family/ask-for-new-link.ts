import { Injectable } from '@nestjs/common';
import { Conference, Database, Invitation, NetworkMember, type Tx } from '@radslag/db';
import { sentBy } from '@radslag/domain';
import { hashToken, linkToken } from '../link-token';
import { familyActor } from './family-access';
import { FamilyOutreach } from './family-outreach';
import { FamilySecrets } from './family-secrets';

const PER_DAY = 2;
const DAY_MS = 86_400_000;
const NEW_LINK_DAYS = 30;

/**
 * A link that no longer opens, known to us and not revoked: the person gets a new one at the number on file. Whoever asks learns
 * nothing: the answer is the same for every token, and the caller gives it the same time.
 */
@Injectable()
export class AskForNewLink {
  constructor(
    private readonly db: Database,
    private readonly secrets: FamilySecrets,
    private readonly outreach: FamilyOutreach,
  ) {}

  async execute(token: string): Promise<'sent' | 'nothing'> {
    const [found] = await this.db.withoutTenant<{ municipality_id: string; id: string; revoked: boolean }>('SELECT * FROM invitation_by_token($1)', [hashToken(token)]);
    if (!found || found.revoked) return 'nothing';
    return this.db.inMunicipality(found.municipality_id, familyActor(found.id), async (tx) => {
      const invitation = await tx.get(Invitation, found.id, { lock: true });
      if (invitation.revokedAt !== null || !(await mayBeSent(tx, invitation))) return 'nothing';
      if (invitation.expiresAt <= tx.now) await this.renew(tx, invitation);
      await this.outreach.sendNewLink(tx, invitation.id);
      tx.audit('link.asked-again', { entity: 'invitation', entityId: invitation.id });
      return 'sent';
    });
  }

  /** An expired secret stays dead: the new message carries another. */
  private async renew(tx: Tx, invitation: Invitation): Promise<void> {
    const rotation = invitation.rotation + 1;
    await tx.update(Invitation, invitation.id, {
      rotation,
      tokenHash: hashToken(linkToken(this.secrets.linkKey, invitation.id, rotation)),
      expiresAt: new Date(tx.now.getTime() + NEW_LINK_DAYS * DAY_MS),
    });
  }
}

async function mayBeSent(tx: Tx, invitation: Invitation): Promise<boolean> {
  const member = await tx.get(NetworkMember, invitation.memberId);
  const reach = { ...member, hasPhone: member.phone !== null || member.delegateId !== null, hasEmail: member.email !== null };
  if (member.protected || member.removedAt !== null || sentBy(reach) === null) return false;
  const conference = await tx.get(Conference, invitation.conferenceId);
  if (conference.state === 'cancelled') return false;
  const [row] = await tx.query<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM message WHERE municipality_id = $1 AND invitation_id = $2 AND kind = 'newLink' AND created_at > $3`,
    [tx.municipalityId, invitation.id, new Date(tx.now.getTime() - DAY_MS)],
  );
  return row!.sent < PER_DAY;
}
