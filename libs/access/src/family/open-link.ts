import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, FamilySession } from '@radslag/db';
import type { FamilyLanguage } from '@radslag/domain';
import { letterCode, letterCodeHash, readLetterCode } from '../letter-code';
import { hashToken, linkToken } from '../link-token';
import { familyActor, mintFamilyAccess, type FamilyAccess } from './family-access';
import { FamilySecrets } from './family-secrets';
import type { Contact, TextsOf } from './invitation-page';
import { contactSql, readOnce, type ContactRow } from './page-sql';
import { familyLanguage, firstName } from './read-invitation-page';
import { SESSION_TOKEN_BYTES } from './session-cookie';

const SESSION_HOURS = 12;

type FoundLink = { municipality_id: string; id: string; rotation: number; expires_at: Date; revoked: boolean; now: Date };
export type LinkFront = { language: FamilyLanguage; contact: Contact; municipality: TextsOf };
export type OpenedLink = { access: FamilyAccess; token: Buffer; issuedAt: number };

/**
 * The secret of a link. Unknown, expired and revoked are one answer, after the same single lookup. `look` only reads, whoever
 * asks and however often: messengers and mail scanners open every link they see.
 */
@Injectable()
export class OpenLink {
  constructor(
    private readonly db: Database,
    private readonly secrets: FamilySecrets,
  ) {}

  async look(linkToken: string): Promise<LinkFront | null> {
    const link = await this.find(linkToken);
    if (!link) return null;
    const [row] = await readOnce<ContactRow>(this.db, link.municipality_id, contactSql(link.id));
    if (!row) return null;
    return { language: familyLanguage(row.language), municipality: { id: link.municipality_id, textsVersion: row.texts_version }, contact: { name: firstName(row.coordinator_name), phone: row.coordinator_phone ?? row.common_phone } };
  }

  /** The link that the code in a letter stands for; null for every code that opens nothing, after the same single lookup. */
  async byLetterCode(typed: string): Promise<string | null> {
    const { linkKey } = this.secrets;
    const code = readLetterCode(typed);
    const [found] = await this.db.withoutTenant<FoundLink>('SELECT * FROM invitation_by_letter_code($1)', [letterCodeHash(linkKey, code ?? '')]);
    // Of a letter that was written before the link was changed the hash may still stand here.
    if (!found || code !== letterCode(linkKey, found.id, found.rotation) || !isOpen(found)) return null;
    return linkToken(linkKey, found.id, found.rotation);
  }

  /** The person pressed the button: a session begins. */
  async execute(linkToken: string): Promise<OpenedLink | null> {
    const link = await this.find(linkToken);
    if (!link) return null;
    return this.db.inMunicipality(link.municipality_id, familyActor(link.id), async (tx) => {
      const token = randomBytes(SESSION_TOKEN_BYTES);
      const session = await tx.insert(FamilySession, {
        invitationId: link.id,
        tokenHash: hashToken(token.toString('base64url')),
        rotation: link.rotation,
        stepPassedAt: null,
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + SESSION_HOURS * 3_600_000),
        endedAt: null,
        recordedBy: null,
        enteredAt: null,
      });
      tx.audit('link.open', { entity: 'invitation', entityId: link.id });
      const access = mintFamilyAccess({ municipalityId: link.municipality_id, invitationId: link.id, sessionId: session.id, stepPassed: false, recordedBy: null });
      return { access, token, issuedAt: tx.now.getTime() };
    });
  }

  private async find(linkToken: string): Promise<FoundLink | null> {
    const [link] = await this.db.withoutTenant<FoundLink>('SELECT * FROM invitation_by_token($1)', [hashToken(linkToken)]);
    return link && isOpen(link) ? link : null;
  }
}

const isOpen = (link: FoundLink): boolean => !link.revoked && link.now < link.expires_at;
