import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@radslag/platform';
import { Database, Municipality, StaffSession, StaffUser } from '@radslag/db';
import { STAFF_IDLE_MINUTES, type Role } from '@radslag/domain';
import type { Me, Present } from '@radslag/contracts';
import { hashToken } from '../link-token';
import { asStaff, mintStaffAccess, type StaffAccess } from '../staff-access';
import { verifyPassword } from './password';

/** A session ends when its person has done nothing for so long, and after twelve hours in any case. */
export const STAFF_IDLE_MS = STAFF_IDLE_MINUTES * 60_000;
export const STAFF_ABSOLUTE_MS = 12 * 60 * 60_000;
/** Last use is written at most this often. */
const TOUCH_MS = 60_000;

type SessionRow = { municipality_id: string; session_id: string; user_id: string; role: Role; name: string; language: string; last_seen_at: Date; expires_at: Date; now: Date };

export type OpenSession = { staff: StaffAccess; sessionId: string };

@Injectable()
export class StaffSessions {
  constructor(private readonly db: Database) {}

  /** A new session's token (for the cookie), or the one error that tells nothing about which part was wrong. */
  async signIn(email: string, password: string, requestId: string): Promise<{ token: string; me: Me; wrongTries: number }> {
    const [user] = await this.db.withoutTenant<{ municipality_id: string; id: string; password_hash: string; disabled: boolean }>('SELECT * FROM staff_for_sign_in($1)', [email]);
    const right = await verifyPassword(user?.password_hash, password);
    if (!user || !right || user.disabled) {
      if (user) await this.db.inMunicipality(user.municipality_id, { kind: 'system', requestId }, async (tx) => {
        await tx.query('UPDATE staff_user SET wrong_tries = wrong_tries + 1 WHERE municipality_id = $1 AND id = $2', [tx.municipalityId, user.id]);
        tx.audit('session.refused', { entity: 'staff_user', entityId: user.id });
      });
      throw new AppError('wrong-credentials', 401);
    }
    const token = randomBytes(32).toString('base64url');
    const { me, wrongTries } = await this.db.inMunicipality(user.municipality_id, { kind: 'staff', id: user.id, requestId }, async (tx) => {
      // now(), not app_now(): moving the clock in local mode must not sign anybody out.
      await tx.query(
        `INSERT INTO staff_session (municipality_id, id, user_id, token_hash, created_at, last_seen_at, expires_at) VALUES ($1,$2,$3,$4,now(),now(),now() + $5 * interval '1 millisecond')`,
        [user.municipality_id, newId(), user.id, hashToken(token), STAFF_ABSOLUTE_MS],
      );
      tx.audit('session.begin', { entity: 'staff_user', entityId: user.id });
      const row = await tx.get(StaffUser, user.id);
      if (row.wrongTries > 0) await tx.update(StaffUser, row.id, { wrongTries: 0 });
      return { me: { userId: row.id, name: row.name, role: row.role, language: row.language, municipality: await this.municipality(tx.query.bind(tx), user.municipality_id) }, wrongTries: row.wrongTries };
    });
    return { token, me, wrongTries };
  }

  /**
   * Who holds this token now; undefined when nobody does any more. `acted`: a person did something; an open tab that asks again by
   * itself keeps nobody signed in.
   */
  async resolve(token: string, requestId: string = newId(), acted = true): Promise<OpenSession | undefined> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
    const [row] = await this.db.withoutTenant<SessionRow>('SELECT * FROM staff_by_session($1)', [hashToken(token)]);
    if (!row) return undefined;
    const idle = row.now.getTime() - row.last_seen_at.getTime();
    if (row.now >= row.expires_at) return undefined;
    if (idle > STAFF_IDLE_MS && !(await this.waitsForAFamily(row))) return undefined;
    const staff = mintStaffAccess({ municipalityId: row.municipality_id, userId: row.user_id, role: row.role, name: row.name, language: row.language, requestId });
    if (acted && (idle > TOUCH_MS || idle < 0)) {
      await this.db.inMunicipality(row.municipality_id, { kind: 'system' }, (tx) => tx.query('UPDATE staff_session SET last_seen_at = now() WHERE id = $1', [row.session_id]));
    }
    return { staff, sessionId: row.session_id };
  }

  /** A family's own time may last for hours, and whoever waits for it has nothing to press: that is not idleness. The twelve hours hold. */
  private async waitsForAFamily({ municipality_id, user_id, role }: Pick<SessionRow, 'municipality_id' | 'user_id' | 'role'>): Promise<boolean> {
    if (role !== 'coordinator') return false;
    const waiting = await this.db.inMunicipality(municipality_id, { kind: 'system' }, (tx) =>
      tx.query(
        `SELECT 1 FROM referral r JOIN conference c ON c.municipality_id = r.municipality_id AND c.referral_id = r.id
         WHERE r.municipality_id = $1 AND r.coordinator_id = $2 AND c.phase = 'privateTime' LIMIT 1`,
        [municipality_id, user_id],
      ),
    );
    return waiting.length > 0;
  }

  async whoAmI(staff: StaffAccess): Promise<Present> {
    const waitsForFamily = await this.waitsForAFamily({ municipality_id: staff.municipalityId, user_id: staff.userId, role: staff.role });
    return asStaff(this.db, staff, async (tx) => ({
      userId: staff.userId, name: staff.name, role: staff.role, language: staff.language, municipality: await this.municipality(tx.query.bind(tx), staff.municipalityId), waitsForFamily,
    }));
  }

  async setLanguage(staff: StaffAccess, language: 'sv' | 'en'): Promise<Me> {
    return asStaff(this.db, staff, async (tx) => {
      await tx.update(StaffUser, staff.userId, { language });
      return { userId: staff.userId, name: staff.name, role: staff.role, language, municipality: await this.municipality(tx.query.bind(tx), staff.municipalityId) };
    });
  }

  async signOut(staff: StaffAccess, sessionId: string): Promise<void> {
    await asStaff(this.db, staff, async (tx) => {
      await tx.remove(StaffSession, sessionId);
      tx.audit('session.end', { entity: 'staff_user', entityId: staff.userId });
    });
  }

  private async municipality(query: (sql: string, p: unknown[]) => Promise<unknown[]>, id: string): Promise<Me['municipality']> {
    const [row] = (await query('SELECT id, name FROM municipality WHERE id = $1', [id])) as Pick<Municipality, 'id' | 'name'>[];
    return { id: row!.id, name: row!.name };
  }
}
