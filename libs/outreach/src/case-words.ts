import { saysTooMuch, type RenderedMessage } from '@radslag/domain';
import type { Tx } from '@radslag/db';

/** The names and places of a case, which nothing that fields and people bring into its messages may say. `people`: given and family name together. */
export type CaseWords = { names: string[]; people: string[]; places: string[]; /** A name or a place of it cannot be read: what fields bring in cannot be held against it. */ unreadable: boolean; print: string };

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
const verdicts = new Kept<boolean>(5_000);

export function openKept(tx: Tx, table: string, rowId: string, column: string, sealed: Buffer): string {
  return opened.get(sealed.toString('latin1'), () => tx.open(table, rowId, column, sealed));
}

type Source = 'network_member' | 'focal_person' | 'conference';
type SealedPair = { referral_id: string; source: Source; id: string; first: Buffer | null; second: Buffer | null };
const COLUMNS: Readonly<Record<Source, readonly [string, string]>> = {
  network_member: ['given_name', 'family_name'],
  focal_person: ['given_name', 'family_name'],
  conference: ['venue_name', 'venue_address'],
};

export async function wordsOfCases(tx: Tx, referralIds: readonly string[]): Promise<Map<string, CaseWords>> {
  const words = new Map(referralIds.map((id): [string, CaseWords] => [id, { names: [], people: [], places: [], unreadable: false, print: '' }]));
  const pairs = await tx.prepared<SealedPair>(
    'outreach-words-of-cases',
    `SELECT referral_id, 'network_member' AS source, id, given_name AS first, family_name AS second FROM network_member WHERE municipality_id = $1 AND referral_id = ANY($2) AND removed_at IS NULL
     UNION ALL SELECT referral_id, 'focal_person', id, given_name, family_name FROM focal_person WHERE municipality_id = $1 AND referral_id = ANY($2)
     UNION ALL SELECT referral_id, 'conference', id, venue_name, venue_address FROM conference WHERE municipality_id = $1 AND referral_id = ANY($2)`,
    [tx.municipalityId, referralIds],
  );
  for (const { referral_id, source, id, first, second } of pairs) {
    const found = words.get(referral_id)!;
    const [one, two] = COLUMNS[source];
    const read = ([[one, first], [two, second]] as const).map(([column, sealed]) => (sealed === null ? '' : tx.orElse(() => openKept(tx, source, id, column, sealed), null)));
    if (read.includes(null)) found.unreadable = true;
    const said = read.filter((text) => text !== null && text !== '') as string[];
    (source === 'conference' ? found.places : found.names).push(...said);
    if (source !== 'conference' && said.length > 0) found.people.push(said.join(' ').trim());
  }
  for (const value of words.values()) {
    value.names = [...new Set(value.names)].filter(isWord);
    value.people = [...new Set(value.people)];
    value.places = value.places.filter(isWord);
    value.print = [String(value.unreadable), ...value.people, '|', ...value.names, '|', ...value.places].join('\u0000');
  }
  return words;
}

const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** The filter at send. The same text to thirty people is looked through once. */
export function revealedBy(rendered: RenderedMessage, words: CaseWords, municipality: string): boolean {
  const { brought, ownBody, language } = rendered;
  return verdicts.get([brought.opening, brought.address, ownBody ?? '', language, municipality, words.print].join('\u0000'), () => (words.unreadable && brought.opening !== '') || saysTooMuch(rendered, { ...words, municipality }));
}
