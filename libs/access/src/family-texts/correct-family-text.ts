import { Injectable } from '@nestjs/common';
import type { FamilyTextView } from '@radslag/contracts';
import { Database, FamilyText } from '@radslag/db';
import { intlLocale, revealingWords } from '@radslag/domain';
import { isOpenToAll, PLACES, textFaults } from '@radslag/family-texts';
import { NotFound, RuleBroken, StaleVersion } from '@radslag/platform';
import { namesOfStaff } from '../staff/names-of-staff';
import { asStaff, type StaffAccess } from '../staff-access';
import { basisOf, lockText, toFamilyText, type TextPlace } from './places';

export type Correction = TextPlace & { /** Null: back to what is built in. */ text: string | null; version: number };

/**
 * A text of the family pages in the municipality's own words, in use at once: a wrong word on a page that people read today
 * cannot wait for a meeting. It is a draft until somebody else has read it. What stands on pages that anybody with the phone
 * may see can reveal nothing, whoever asks.
 */
@Injectable()
export class CorrectFamilyText {
  constructor(private readonly db: Database) {}

  async execute(staff: StaffAccess, { language, path, text, version }: Correction): Promise<FamilyTextView> {
    const original = PLACES.get(path);
    if (original === undefined) throw new NotFound('text');
    if (text !== null) refuse(original, text, language, path);
    return asStaff(this.db, staff, async (tx) => {
      const before = await lockText(tx, { language, path });
      if ((before?.version ?? 0) !== version) throw new StaleVersion('family_text');
      const row = await tx.insert(FamilyText, {
        language, path, text, version: version + 1, basis: basisOf({ language, path }), changedBy: staff.userId, changedAt: tx.now, reviewedBy: null, reviewedAt: null,
      });
      tx.audit(text === null ? 'familyText.restore' : 'familyText.correct', { entity: 'family_text', entityId: row.id });
      return toFamilyText({ language, path }, row, await namesOfStaff(tx), staff.userId);
    });
  }
}

function refuse(original: string, text: string, language: TextPlace['language'], path: string): void {
  const [fault] = textFaults(original, text, intlLocale(language));
  if (fault !== undefined) throw new RuleBroken('family-text-faulty', { ...fault });
  const words = isOpenToAll(path) ? revealingWords(text) : [];
  if (words.length > 0) throw new RuleBroken('family-text-revealing', { words });
}
