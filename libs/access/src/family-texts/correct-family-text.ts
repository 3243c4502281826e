import { Injectable } from '@nestjs/common';
import type { FamilyTextView } from '@radslag/contracts';
import { Database, FamilyText } from '@radslag/db';
import { PLACES } from '@radslag/family-texts';
import { NotFound, StaleVersion } from '@radslag/platform';
import { namesOfStaff } from '../staff/names-of-staff';
import { asStaff, type StaffAccess } from '../staff-access';
import { basisOf, lockText, toFamilyText, type TextPlace } from './places';
import { refuseText } from './refuse-text';

export type Correction = TextPlace & { /** Null: back to what is built in. */ text: string | null; version: number };

/**
 * Proposes a text of the family pages in the municipality's own words: in use when another than its writer has read it. What is
 * built in, or in use already, two have read: going back to it needs nobody else, and takes a proposal away.
 */
@Injectable()
export class CorrectFamilyText {
  constructor(private readonly db: Database) {}

  async execute(staff: StaffAccess, { language, path, text, version }: Correction): Promise<FamilyTextView> {
    if (!PLACES.has(path)) throw new NotFound('text');
    return asStaff(this.db, staff, async (tx) => {
      const place = { language, path };
      const before = await lockText(tx, place);
      if ((before.newest?.version ?? 0) !== version) throw new StaleVersion('family_text');
      const again = text !== null && before.inUse?.text === text ? before.inUse : null;
      if (text !== null && again === null) refuseText(place, text);
      const { reviewedBy = null, reviewedAt = null, alone = false, basis = basisOf(place), changedBy = staff.userId, changedAt = tx.now } = again ?? {};
      const row = await tx.insert(FamilyText, { language, path, text, version: version + 1, basis, changedBy, changedAt, reviewedBy, reviewedAt, alone });
      tx.audit(text === null ? 'familyText.restore' : 'familyText.correct', { entity: 'family_text', entityId: row.id });
      return toFamilyText(place, [...before.history, row], await namesOfStaff(tx), staff.userId);
    });
  }
}
