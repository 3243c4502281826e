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

/** Whether a row is what the pages say, as long as no later one is: read by a second person, built in, or from before two were needed. */
export const isInUse = (row: Pick<FamilyText, 'text' | 'reviewedBy' | 'alone'>): boolean => row.text === null || row.reviewedBy !== null || row.alone;

/** The rows of every place of a language, oldest first. */
export async function historyOfTexts(tx: Tx, language: FamilyLanguage): Promise<Map<string, FamilyText[]>> {
  return Map.groupBy(await tx.find(FamilyText, { language }, { order: { version: 'ASC' } }), (row) => row.path);
}

/** One writer at a time at a place. */
export async function lockText(tx: Tx, { language, path }: TextPlace): Promise<{ history: FamilyText[]; newest: FamilyText | null; inUse: FamilyText | null }> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId}:familyText:${language}:${path}`]);
  const history = await tx.find(FamilyText, { language, path }, { order: { version: 'ASC' } });
  return { history, newest: history.at(-1) ?? null, inUse: history.findLast(isInUse) ?? null };
}

/** `history`: oldest first. */
export function toFamilyText({ language, path }: TextPlace, history: readonly FamilyText[], names: ReadonlyMap<string, string>, userId: string): FamilyTextView {
  const builtIn = builtInText(language, path);
  const newest = history.at(-1);
  const inUse = history.findLast(isInUse);
  const proposal = newest !== undefined && !isInUse(newest) ? newest : undefined;
  const written = proposal ?? (inUse?.text == null ? undefined : inUse);
  const isCurrent = inUse?.basis === basisOf({ language, path });
  const reviewed = inUse?.reviewedAt != null && isCurrent;
  return {
    path,
    swedish: PLACES.get(path) ?? '',
    builtIn: builtIn.text,
    fallsBackTo: builtIn.language === language ? null : builtIn.language,
    text: inUse?.text ?? null,
    proposed: proposal?.text ?? null,
    version: newest?.version ?? 0,
    standing: standingOf(),
    /** A release has changed what it was written against. */
    outdated: inUse != null && inUse.text !== null && !isCurrent,
    places: placesIn(PLACES.get(path) ?? ''),
    openToAll: isOpenToAll(path),
    mine: written?.changedBy === userId,
    changedBy: written === undefined ? null : (names.get(written.changedBy) ?? ''),
    changedAt: written === undefined ? null : written.changedAt.toISOString(),
    reviewedBy: reviewed ? (names.get(inUse.reviewedBy ?? '') ?? '') : null,
    reviewedAt: reviewed ? inUse.reviewedAt!.toISOString() : null,
  };

  function standingOf(): FamilyTextView['standing'] {
    if (proposal !== undefined) return 'proposed';
    if (inUse?.alone) return 'alone';
    if (reviewed) return 'reviewed';
    return tongueOf(language).standing === 'original' && inUse?.text == null ? 'original' : 'draft';
  }
}
