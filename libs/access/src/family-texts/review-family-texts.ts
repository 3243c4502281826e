import { Injectable } from '@nestjs/common';
import type { FamilyTextView } from '@radslag/contracts';
import { Database, FamilyText, type Tx } from '@radslag/db';
import { PLACES } from '@radslag/family-texts';
import { RuleBroken, StaleVersion } from '@radslag/platform';
import { namesOfStaff } from '../staff/names-of-staff';
import { asStaff, type StaffAccess } from '../staff-access';
import { basisOf, lockText, toFamilyText, type TextPlace } from './places';
import { refuseText } from './refuse-text';

/**
 * Says that somebody who knows the language has read these texts against the Swedish ones: built-in texts too, never one's own.
 * With that a proposal is in use.
 */
@Injectable()
export class ReviewFamilyTexts {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, { language, texts }: { language: TextPlace['language']; texts: readonly { path: string; version: number }[] }): Promise<FamilyTextView[]> {
    return asStaff(this.db, staff, async (tx) => {
      const names = await namesOfStaff(tx);
      const reviewed: FamilyTextView[] = [];
      for (const { path, version } of texts.filter((one) => PLACES.has(one.path))) reviewed.push(toFamilyText({ language, path }, await review(tx, staff, { language, path }, version), names, staff.userId));
      tx.audit('familyText.review', { entity: 'family_text' });
      return reviewed;
    });
  }
}

async function review(tx: Tx, staff: StaffAccess, place: TextPlace, version: number): Promise<FamilyText[]> {
  const { newest: before, history } = await lockText(tx, place);
  if ((before?.version ?? 0) !== version) throw new StaleVersion('family_text');
  const text = before?.text ?? null;
  if (text !== null && before!.changedBy === staff.userId) throw new RuleBroken('own-text');
  if (text !== null) refuseText(place, text);
  // A row of its own: who wrote it, and who read it, stay as they were.
  const read = await tx.insert(FamilyText, {
    ...place, text, version: version + 1, basis: basisOf(place), changedBy: text === null ? staff.userId : before!.changedBy, changedAt: text === null ? tx.now : before!.changedAt, reviewedBy: staff.userId, reviewedAt: tx.now, alone: false,
  });
  return [...history, read];
}
