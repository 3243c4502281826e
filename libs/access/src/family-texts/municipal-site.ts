import { Injectable } from '@nestjs/common';
import { Database, FamilyText } from '@radslag/db';
import { intlLocale, type FamilyLanguage } from '@radslag/domain';
import { PLACES, textFaults, type CorrectionsByLanguage } from '@radslag/family-texts';
import { basisOf, isInUse } from './places';

/** What is a municipality's own on the family pages. */
export type OwnSite = { textsVersion: number; name: string; logo: string | null; corrections: CorrectionsByLanguage; /** Languages in which somebody has read every text, as it stands. */ reviewed: FamilyLanguage[] };

/**
 * Kept in memory, municipality by municipality. The query of each page brings the number that says whether this is still what
 * holds, so that a correction shows on the next page anybody opens, and no page asks for texts that have not changed.
 */
@Injectable()
export class MunicipalSite {
  private readonly known = new Map<string, OwnSite>();

  constructor(private readonly db: Database) {}

  async execute(municipalityId: string, textsVersion: number): Promise<OwnSite> {
    const known = this.known.get(municipalityId);
    if (known !== undefined && known.textsVersion >= textsVersion) return known;
    const read = await this.read(municipalityId);
    this.known.set(municipalityId, read);
    return read;
  }

  private read(municipalityId: string): Promise<OwnSite> {
    return this.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
      const [row] = await tx.query<{ texts_version: number; name: string; logo: string | null }>('SELECT texts_version, name, logo FROM municipality WHERE id = $1', [municipalityId]);
      // A proposal is shown to nobody: what was in use before it is.
      const inUse = new Map((await tx.find(FamilyText, {}, { order: { version: 'ASC' } })).filter(isInUse).map((text) => [`${text.language} ${text.path}`, text]));
      const corrections: Partial<Record<FamilyLanguage, Record<string, string>>> = {};
      for (const row of inUse.values()) if (row.text !== null && stillFits(row)) (corrections[row.language] ??= {})[row.path] = row.text;
      const read = [...inUse.values()].filter((row) => row.reviewedAt !== null && row.basis === basisOf(row)).map(({ language }) => language);
      const reviewed = [...new Set(read)].filter((language) => read.filter((one) => one === language).length === PLACES.size);
      return { textsVersion: row!.texts_version, name: row!.name, logo: row!.logo, corrections, reviewed };
    });
  }
}

/** A release may change what a text takes: a correction that no longer fits would take every page down with it, and gives way. */
function stillFits({ path, text, language }: FamilyText): boolean {
  const original = PLACES.get(path);
  return original !== undefined && textFaults(original, text ?? '', intlLocale(language)).length === 0;
}
