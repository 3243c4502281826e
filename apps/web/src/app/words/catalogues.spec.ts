import { flatten, messageFaults, placesIn, type Texts } from '@radslag/messages';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spoken, type Catalogue } from './words';

/** Read from the folder, so that a new file cannot be forgotten. */
const FILES = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file !== 'words.ts');
const LANGUAGES = ['sv', 'en'] as const;

/** The screens, as text: what they never name is dead. */
const SCREENS = readdirSync(join(__dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|html)$/.test(file) && !/^words|\.spec\.ts$/.test(file))
  .map((file) => readFileSync(join(__dirname, '..', file), 'utf8'))
  .join('\n');

const isCatalogue = (value: unknown): value is Catalogue<Texts> => typeof value === 'object' && value !== null && 'sv' in value && 'en' in value;
/** Each choice that a text makes: `n, plural`, `by, select, none`. */
const choices = (text: string, form: RegExp) => [...new Set([...text.matchAll(form)].map(([, name]) => name))].toSorted();
const COUNTS = /\{(\w+), plural, /g;
const LACKS = /\{(\w+), select, none \{/g;
const SELECTS = /\{(\w+), select, /g;

describe.each(FILES)('the staff words of %s', (file) => {
  let catalogues: Catalogue<Texts>[];
  let texts: Record<(typeof LANGUAGES)[number], Map<string, string>>;
  beforeAll(async () => {
    catalogues = Object.values(await import(join(__dirname, file))).filter(isCatalogue);
    const all = (language: (typeof LANGUAGES)[number]) => new Map(catalogues.flatMap((one) => flatten(one[language])));
    texts = { sv: all('sv'), en: all('en') };
  });

  it('are a catalogue', () => {
    expect(catalogues).toHaveLength(1);
    expect(texts.sv.size).toBeGreaterThan(0);
  });

  it('are the same ones in Swedish and English', () => {
    expect([...texts.en.keys()].toSorted()).toEqual([...texts.sv.keys()].toSorted());
  });

  it('are used by a screen', () => {
    // Acts and tasks are chosen by a code of the server, which has dots.
    const named = catalogues.flatMap(({ sv }) => Object.keys(sv)).filter((key) => /^\w+$/.test(key));
    expect(named.filter((key) => !new RegExp(`\\.${key}\\b|'${key}'`).test(SCREENS))).toEqual([]);
  });

  it.each(LANGUAGES)('parse in %s, take what the Swedish take, and have every plural of the language', (language) => {
    const faults = [...texts[language]].map(([path, text]) => [path, messageFaults(texts.sv.get(path)!, text, language)] as const);
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it('use what they take alike: what English counts the compiler knows from Swedish to be a number', () => {
    const unlike = [...texts.sv].filter(([path, swedish]) => {
      const english = texts.en.get(path)!;
      const counted = choices(swedish, COUNTS);
      return (
        choices(english, COUNTS).some((name) => !counted.includes(name)) ||
        choices(english, LACKS).join() !== choices(swedish, LACKS).join() ||
        choices(english, SELECTS).join() !== choices(swedish, SELECTS).join()
      );
    });
    expect(unlike.map(([path]) => path)).toEqual([]);
  });

  it.each(LANGUAGES)('are said whole in %s', (language) => {
    for (const one of catalogues) {
      const said = flattenSaid(spoken(one, language));
      expect([...said.keys()]).toEqual([...texts.sv.keys()]);
      for (const [path, leaf] of said) {
        const text = texts[language].get(path)!;
        const values = Object.fromEntries(placesIn(texts.sv.get(path)!).map((place) => [place, choices(texts.sv.get(path)!, COUNTS).includes(place) ? 3 : 'Lena']));
        expect(typeof leaf === 'function').toBe(Object.keys(values).length > 0);
        const sentence = typeof leaf === 'function' ? leaf(values) : leaf;
        // Braces in quotes are there to be read.
        expect([path, text.includes("'") ? sentence.replace(/[{}]/g, '') : sentence]).toEqual([path, expect.not.stringMatching(/[{}#]|undefined/)]);
      }
    }
  });
});

type Leaf = string | ((values: object) => string);
function flattenSaid(tree: object, before = ''): Map<string, Leaf> {
  return new Map(Object.entries(tree).flatMap(([part, value]: [string, Leaf | object]) => (typeof value === 'object' ? [...flattenSaid(value, `${before}${part}.`)] : [[before + part, value]])));
}
