import { Injectable } from '@nestjs/common';
import type { FamilyTextsView } from '@radslag/contracts';
import { Database, type Municipality } from '@radslag/db';
import type { FamilyLanguage } from '@radslag/domain';
import { PLACES } from '@radslag/family-texts';
import { namesOfStaff } from '../staff/names-of-staff';
import { asStaff, type StaffAccess } from '../staff-access';
import { historyOfTexts, toFamilyText } from './places';

/** Everything the family pages say in a language, with the Swedish beside it. */
@Injectable()
export class ReadFamilyTexts {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, language: FamilyLanguage): Promise<FamilyTextsView> {
    return asStaff(this.db, staff, async (tx) => {
      const [own, names] = [await historyOfTexts(tx, language), await namesOfStaff(tx)];
      const [municipality] = await tx.query<Pick<Municipality, 'name' | 'logo'>>('SELECT name, logo FROM municipality WHERE id = $1', [tx.municipalityId]);
      return { language, texts: [...PLACES.keys()].map((path) => toFamilyText({ language, path }, own.get(path) ?? [], names, staff.userId)), name: municipality!.name, logo: municipality!.logo };
    });
  }
}
