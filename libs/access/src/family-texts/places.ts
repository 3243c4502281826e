import { createHash } from 'node:crypto';
import type { FamilyTextView } from '@radslag/contracts';
import { FamilyText, type Tx } from '@radslag/db';
import type { FamilyLanguage } from '@radslag/domain';
import { builtInText, isOpenToAll, PLACES, tongueOf } from '@radslag/family-texts';
import { placesIn } from '@radslag/messages';

export type TextPlace = { language: FamilyLanguage; path: string };

/** What a correction was made, or a reading was done, against: changes with the Swedish text and with the built-in one. */
export const basisOf = ({ language, path }: TextPlace): string =>
  createHash('sha256').update(`${PLACES.get(path)}\u0000${builtInText(language, path).text}`).digest('base64url').slice(0, 22);

/** The newest row of every place of a language. */
export async function newestTexts(tx: Tx, language: FamilyLanguage): Promise<Map<string, FamilyText>> {
  const rows = await tx.find(FamilyText, { language }, { order: { version: 'ASC' } });
  return new Map(rows.map((row) => [row.path, row]));
}

/** One writer at a time at a place. */
export async function lockText(tx: Tx, { language, path }: TextPlace): Promise<FamilyText | null> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId}:familyText:${language}:${path}`]);
  const versions = await tx.find(FamilyText, { language, path }, { order: { version: 'DESC' } });
  return versions[0] ?? null;
}

export function toFamilyText({ language, path }: TextPlace, row: FamilyText | null | undefined, names: ReadonlyMap<string, string>, userId: string): FamilyTextView {
  const builtIn = builtInText(language, path);
  const isCurrent = row?.basis === basisOf({ language, path });
  const reviewed = row?.reviewedAt != null && isCurrent;
  return {
    path,
    swedish: PLACES.get(path) ?? '',
    builtIn: builtIn.text,
    fallsBackTo: builtIn.language === language ? null : builtIn.language,
    text: row?.text ?? null,
    version: row?.version ?? 0,
    standing: reviewed ? 'reviewed' : tongueOf(language).standing === 'original' && row?.text == null ? 'original' : 'draft',
    /** A release has changed what it was written against. */
    outdated: row != null && row.text !== null && !isCurrent,
    places: placesIn(PLACES.get(path) ?? ''),
    openToAll: isOpenToAll(path),
    mine: row?.text != null && row.changedBy === userId,
    changedBy: row == null || row.text === null ? null : (names.get(row.changedBy) ?? ''),
    changedAt: row == null || row.text === null ? null : row.changedAt.toISOString(),
    reviewedBy: reviewed ? (names.get(row.reviewedBy ?? '') ?? '') : null,
    reviewedAt: reviewed ? row.reviewedAt!.toISOString() : null,
  };
}
