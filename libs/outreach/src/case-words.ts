import { revealingWords } from '@radslag/domain';
import type { Tx } from '@radslag/db';

/** The names and places of a case, which no message of it may hold. */
export type CaseWords = { names: string[]; places: string[]; print: string };

/** Least recently used goes first. A sealed value's bytes tell its text for ever (its nonce is random), so it never goes stale. */
class Kept<V> {
  private readonly values = new Map<string, V>();
  constructor(private readonly most: number) {}
  get(key: string, make: () => V): V {
    let value = this.values.get(key);
    if (value === undefined) value = make();
    else this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value!);
    return value;
  }
}
const opened = new Kept<string>(20_000);
const verdicts = new Kept<readonly string[]>(5_000);

export function openKept(tx: Tx, table: string, rowId: string, column: string, sealed: Buffer): string {
  return opened.get(sealed.toString('latin1'), () => tx.open(table, rowId, column, sealed));
}

/** A name that cannot be read cannot be written either: nothing to look for, and no reason to stop the whole batch. */
function readable(tx: Tx, source: Source, id: string, column: string, sealed: Buffer): string[] {
  try {
    return [openKept(tx, source, id, column, sealed)];
  } catch {
    return [];
  }
}

type Source = 'network_member' | 'focal_person' | 'conference';
type SealedPair = { referral_id: string; source: Source; id: string; first: Buffer | null; second: Buffer | null };
const COLUMNS: Readonly<Record<Source, readonly [string, string]>> = {
  network_member: ['given_name', 'family_name'],
  focal_person: ['given_name', 'family_name'],
  conference: ['venue_name', 'venue_address'],
};

export async function wordsOfCases(tx: Tx, referralIds: readonly string[]): Promise<Map<string, CaseWords>> {
  const words = new Map(referralIds.map((id): [string, CaseWords] => [id, { names: [], places: [], print: '' }]));
  const pairs = await tx.prepared<SealedPair>(
    'outreach-words-of-cases',
    `SELECT referral_id, 'network_member' AS source, id, given_name AS first, family_name AS second FROM network_member WHERE municipality_id = $1 AND referral_id = ANY($2)
     UNION ALL SELECT referral_id, 'focal_person', id, given_name, family_name FROM focal_person WHERE municipality_id = $1 AND referral_id = ANY($2)
     UNION ALL SELECT referral_id, 'conference', id, venue_name, venue_address FROM conference WHERE municipality_id = $1 AND referral_id = ANY($2)`,
    [tx.municipalityId, referralIds],
  );
  for (const { referral_id, source, id, first, second } of pairs) {
    const found = words.get(referral_id)!;
    const list = source === 'conference' ? found.places : found.names;
    const [one, two] = COLUMNS[source];
    for (const [column, sealed] of [[one, first], [two, second]] as const) if (sealed) list.push(...readable(tx, source, id, column, sealed));
  }
  for (const value of words.values()) {
    value.names = [...new Set(value.names)].filter(isWord);
    value.places = value.places.filter(isWord);
    value.print = [...value.names, '|', ...value.places].join('\u0000');
  }
  return words;
}

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/**
 * The filter at send. A link's token is left out: it is random, so what it seems to spell is chance, and without it the
 * same text to thirty people is looked through once.
 */
export function revealedBy(text: string, words: CaseWords): readonly string[] {
  const readable = text.replace(/\/r\/[0-9A-Za-z]{22}\b/g, '/r/');
  return verdicts.get(`${readable}\u0000${words.print}`, () => revealingWords(readable, { names: words.names, places: words.places }));
}
