import { AuditBreakRow, StaffUser, type Database, type Tx } from '@radslag/db';
import type { Ways } from '@radslag/outreach';
import { In, IsNull } from 'typeorm';
import { reallyPause, sendStaffLetter, whereStaffGetEmail, type Pause, type StaffLetter, type WaysOut } from '../staff-letter';
import { breakLetter } from './break-letter';

const SYSTEM = { kind: 'system' } as const;

/**
 * One e-mail to each log reviewer for what a check has found and nobody has been told of yet; where there is no reviewer, to the
 * managers, so that somebody knows. The screen says it whether or not there is e-mail. What could not be sent is tried again.
 */
export class TellOfBreaks {
  constructor(
    private readonly db: Database,
    private readonly ways: Ways,
    private readonly staffUrl: string,
    private readonly pause: Pause = reallyPause,
  ) {}

  /** How many letters left. */
  execute(): Promise<number> {
    return whereStaffGetEmail(this.db, this.ways, (municipalityId, out) => this.municipality(municipalityId, out));
  }

  private async municipality(municipalityId: string, ways: WaysOut): Promise<number> {
    const { breakIds, letters } = await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => this.write(tx));
    if (letters.length === 0) return 0;
    const outcomes = [];
    for (const letter of letters) outcomes.push(await sendStaffLetter(ways, letter, this.pause));
    // Whoever may have got it has got it: an alarm that comes every hour is one that nobody reads.
    if (outcomes.some((outcome) => outcome !== 'notSent')) {
      await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => tx.query('UPDATE audit_break SET told_at = $3 WHERE municipality_id = $1 AND id = ANY($2) AND told_at IS NULL', [municipalityId, breakIds, tx.now]));
    }
    return outcomes.filter((outcome) => outcome === 'accepted').length;
  }

  private async write(tx: Tx): Promise<{ breakIds: string[]; letters: StaffLetter[] }> {
    const untold = await tx.find(AuditBreakRow, { toldAt: IsNull(), answeredAt: IsNull() });
    const [municipality] = await tx.query<{ email_from: string | null }>('SELECT email_from FROM municipality WHERE id = $1', [tx.municipalityId]);
    const from = municipality!.email_from;
    if (untold.length === 0 || from === null) return { breakIds: [], letters: [] };
    const staff = await tx.find(StaffUser, { role: In(['logReviewer', 'manager']), disabledAt: IsNull() });
    const reviewers = staff.filter(({ role }) => role === 'logReviewer');
    const told = reviewers.length > 0 ? reviewers : staff;
    return {
      breakIds: untold.map(({ id }) => id),
      letters: told.map((user) => ({ id: tx.newId(), from, to: user.email, ...breakLetter(user.language, reviewers.length > 0 ? `${this.staffUrl}/logg` : null) })),
    };
  }
}
