import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@radslag/db';
import { hashToken } from '../link-token';
import { asFamily, type FamilyAccess } from './family-access';
import type { SessionCookie } from './session-cookie';
import type { AboutWhom } from './family-task';
import { FAMILY_SIGNALS } from './tell-coordinator';

/**
 * What has really come in. A page that says "saved", "has been told" or "we have got your question" asks here first: its address
 * alone, which anybody with a session can open, is no proof of it.
 */
@Injectable()
export class ReadReceived {
  constructor(private readonly db: Database) {}

  /** Whether this phone's session, over or not, has answered something that is kept. */
  kept(cookie: SessionCookie): Promise<boolean> {
    return this.db.inMunicipality(cookie.municipalityId, { kind: 'system' }, (tx) =>
      exists(
        tx,
        `FROM family_session s JOIN invitation i ON i.municipality_id = s.municipality_id AND i.id = s.invitation_id
         WHERE s.municipality_id = $1 AND s.token_hash = $2 AND i.revoked_at IS NULL
           AND (i.draft IS NOT NULL OR EXISTS (SELECT 1 FROM answer a WHERE a.municipality_id = i.municipality_id AND a.invitation_id = i.id))`,
        [hashToken(cookie.token.toString('base64url'))],
      ),
    );
  }

  /** The coordinator has something of theirs to read: a signal that stands open, or one, or an answer, of this very visit. */
  told(access: FamilyAccess, about: AboutWhom): Promise<boolean> {
    return asFamily(this.db, access, async (tx) =>
      (await exists(
        tx,
        `FROM task t WHERE t.municipality_id = $1 AND t.member_id = $3 AND t.conference_id = $4 AND (t.kind = 'worried' OR t.kind || ':' || coalesce(t.reason, '') = ANY($5))
           AND (t.done_at IS NULL OR t.created_at >= ${BEGAN})`,
        [access.sessionId, about.memberId, about.conferenceId, SIGNALS],
      )) || (await exists(tx, `FROM answer a WHERE a.municipality_id = $1 AND a.invitation_id = $3 AND a.at >= ${BEGAN}`, [access.sessionId, access.invitationId])),
    );
  }

  /** Their question who has opened their data waits for somebody. */
  askedWhoHasOpened(access: FamilyAccess, about: AboutWhom): Promise<boolean> {
    return asFamily(this.db, access, (tx) => exists(tx, `FROM task t WHERE t.municipality_id = $1 AND t.member_id = $2 AND t.kind = 'whoHasOpened' AND t.done_at IS NULL`, [about.memberId]));
  }

  /** Something about the pages has come from this person during this visit. */
  feedback(access: FamilyAccess, about: AboutWhom): Promise<boolean> {
    return asFamily(this.db, access, (tx) =>
      exists(tx, `FROM inbound_message m WHERE m.municipality_id = $1 AND m.member_id = $3 AND m.kind = 'siteFeedback' AND m.received_at >= ${BEGAN}`, [access.sessionId, about.memberId]),
    );
  }
}

const SIGNALS = Object.values(FAMILY_SIGNALS).filter(({ kind }) => kind !== 'whoHasOpened').map(({ kind, reason }) => `${kind}:${reason ?? ''}`);
/** When the visit began; its session is the second parameter. */
const BEGAN = '(SELECT s.created_at FROM family_session s WHERE s.municipality_id = $1 AND s.id = $2)';

async function exists(tx: Tx, from: string, parameters: unknown[]): Promise<boolean> {
  return (await tx.query(`SELECT 1 ${from} LIMIT 1`, [tx.municipalityId, ...parameters])).length > 0;
}
