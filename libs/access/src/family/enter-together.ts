import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, FamilySession } from '@radslag/db';
import { hashToken } from '../link-token';
import { municipalityOfEntrance } from './entrance';
import { mintFamilyAccess } from './family-access';
import type { OpenedLink } from './open-link';
import { SESSION_TOKEN_BYTES } from './session-cookie';

const SESSION_HOURS = 1;

/** A member of staff goes in by the address they were given, once. The person is on the phone: no second step is asked for. */
@Injectable()
export class EnterTogether {
  constructor(private readonly db: Database) {}

  async execute(entrance: string): Promise<OpenedLink | null> {
    const municipalityId = municipalityOfEntrance(entrance);
    if (municipalityId === null || !(await this.isOurs(municipalityId))) return null;
    const tokenHash = hashToken(entrance);
    const recordedBy = await this.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => (await tx.findOne(FamilySession, { tokenHash }))?.recordedBy ?? null);
    if (recordedBy === null) return null;
    return this.db.inMunicipality(municipalityId, { kind: 'staff', id: recordedBy }, async (tx) => {
      // Asked again under the lock: two presses, one way in.
      const session = await tx.findOne(FamilySession, { tokenHash }, { lock: true });
      if (session === null || session.enteredAt !== null || session.endedAt !== null || session.expiresAt <= tx.now) return null;
      const token = randomBytes(SESSION_TOKEN_BYTES);
      await tx.update(FamilySession, session.id, {
        tokenHash: hashToken(token.toString('base64url')), enteredAt: tx.now, stepPassedAt: tx.now, expiresAt: new Date(tx.now.getTime() + SESSION_HOURS * 3_600_000),
      });
      const { invitationId } = session;
      tx.audit('link.together', { entity: 'invitation', entityId: invitationId });
      return { access: mintFamilyAccess({ municipalityId, invitationId, sessionId: session.id, stepPassed: true, recordedBy }), token, issuedAt: tx.now.getTime() };
    });
  }

  private async isOurs(municipalityId: string): Promise<boolean> {
    const ids = await this.db.withoutTenant<{ municipality_ids: string }>('SELECT municipality_ids()');
    return ids.some((row) => row.municipality_ids === municipalityId);
  }
}
