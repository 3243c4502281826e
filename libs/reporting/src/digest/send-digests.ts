import { mintStaffAccess } from '@radslag/access';
import { StaffDigest, StaffUser, type Database, type Tx } from '@radslag/db';
import { CASE_ROLES, dateOf, isWorkingDay, SWEDISH_ZONE, wallOf } from '@radslag/domain';
import { municipalRules, type Ways } from '@radslag/outreach';
import { newId } from '@radslag/platform';
import { In, IsNull } from 'typeorm';
import { reallyPause, sendStaffLetter, whereStaffGetEmail, type Pause, type StaffLetter, type WaysOut } from '../staff-letter';
import { countWaiting } from './count-waiting';
import { digestText } from './digest-text';

const SYSTEM = { kind: 'system' } as const;
/** A list of the morning that comes after lunch is a list of yesterday's. */
const LATEST = '11:00';

/**
 * The morning's list: one e-mail to each member of staff who has something waiting, on working days. The row is written
 * before the call and is unique for the day, so whatever happens nobody gets two.
 */
export class SendDigests {
  constructor(
    private readonly db: Database,
    private readonly ways: Ways,
    private readonly staffUrl: string,
    private readonly pause: Pause = reallyPause,
  ) {}

  execute(): Promise<number> {
    return whereStaffGetEmail(this.db, this.ways, (municipalityId, out) => this.municipality(municipalityId, out));
  }

  private async municipality(municipalityId: string, ways: WaysOut): Promise<number> {
    const letters = await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => this.write(tx));
    let sent = 0;
    for (const letter of letters) {
      if ((await sendStaffLetter(ways, letter, this.pause)) !== 'accepted') continue;
      await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => tx.update(StaffDigest, letter.id, { sentAt: tx.now }));
      sent += 1;
    }
    return sent;
  }

  private async write(tx: Tx): Promise<StaffLetter[]> {
    const { policy } = await municipalRules(tx);
    const day = dateOf(tx.now, SWEDISH_ZONE);
    const clock = wallOf(tx.now, SWEDISH_ZONE).local.slice(11, 16);
    if (policy.digestAt === null || !isWorkingDay(day) || clock < policy.digestAt || clock >= LATEST) return [];
    const [municipality] = await tx.query<{ email_from: string | null }>('SELECT email_from FROM municipality WHERE id = $1', [tx.municipalityId]);
    if (municipality!.email_from === null) return [];
    const written = new Set((await tx.find(StaffDigest, { day })).map((digest) => digest.userId));
    const staff = (await tx.find(StaffUser, { role: In([...CASE_ROLES]), disabledAt: IsNull() })).filter((user) => !written.has(user.id));
    const letters: StaffLetter[] = [];
    for (const user of staff) {
      const counts = await countWaiting(tx, mintStaffAccess({ municipalityId: tx.municipalityId, userId: user.id, role: user.role, name: user.name, language: user.language, requestId: newId() }));
      // Written for those who have nothing, too: what comes up during the morning is on their screen, not in a second list.
      const [made] = await tx.query<{ id: string }>(
        `INSERT INTO staff_digest (municipality_id, id, user_id, day, waiting, urgent, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [tx.municipalityId, tx.newId(), user.id, day, counts.waiting, counts.urgent, tx.now],
      );
      if (made === undefined || counts.waiting === 0) continue;
      letters.push({ id: made.id, from: municipality!.email_from, to: user.email, ...digestText(user.language, counts, `${this.staffUrl}/idag`) });
    }
    if (letters.length > 0) tx.audit('digest.send');
    return letters;
  }
}
