import { fallbackChain, FAMILY_LANGUAGES, intlLocale, revealingWords } from '@radslag/domain';
import { flatten, placesIn, type Texts } from '@radslag/messages';
import { textFaults } from './faults';
import { tongueOf, wordsOf, WRITTEN } from './languages';
import { isOpenToAll } from './places';
import { sv } from './texts/sv';

const ORIGINAL = new Map(flatten(sv));
const tongues = WRITTEN.map((tongue) => [tongue.language, tongue] as const);

describe('the written languages', () => {
  it('are those that a person in the network can be given', () => {
    expect(WRITTEN.map(({ language }) => language).toSorted()).toEqual([...FAMILY_LANGUAGES].toSorted());
    expect(new Set(WRITTEN.map(({ code }) => code)).size).toBe(WRITTEN.length);
  });

  it('each end their fallback chain in Swedish', () => {
    for (const { language } of WRITTEN) expect(fallbackChain(language).at(-1)).toBe('sv');
  });
});

describe.each(tongues)('the texts in %s', (language, { texts }) => {
  const own = flatten(texts as Texts);

  it('have the keys of the Swedish original, all of them unless they fall back to it', () => {
    expect(own.map(([path]) => path).filter((path) => !ORIGINAL.has(path))).toEqual([]);
    const missing = [...ORIGINAL.keys()].filter((path) => !own.some(([known]) => known === path));
    expect(language === 'sv-x-lattlast' ? [] : missing).toEqual([]);
  });

  it('parse, take what the original takes, and have every plural of the language', () => {
    expect(own.map(([path, text]) => [path, textFaults(ORIGINAL.get(path)!, text, intlLocale(language))]).filter(([, faults]) => faults!.length > 0)).toEqual([]);
  });

  it('are empty only where the original is or may be', () => {
    expect(own.filter(([path, text]) => text === '' && ORIGINAL.get(path) !== '').map(([path]) => path)).toEqual([]);
  });

  it('are not the Swedish ones left standing', () => {
    if (language === 'sv') return;
    const same = own.filter(([path, text]) => text === ORIGINAL.get(path) && text.length > 12).map(([path]) => path);
    expect(same).toEqual([]);
  });

  it('have Latin digits and the 24-hour clock', () => {
    expect(own.filter(([, text]) => /[\u0660-\u0669\u06f0-\u06f9]|\d ?(am|pm)\b/i.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('reveal nothing on the pages that anybody with the phone may see', () => {
    const seen = own.filter(([path]) => isOpenToAll(path));
    expect(seen.length).toBeGreaterThan(language === 'sv-x-lattlast' ? 10 : 200);
    expect(seen.map(([path, text]) => [path, revealingWords(text)]).filter(([, words]) => words!.length > 0)).toEqual([]);
  });

  it('say what they take', () => {
    const words = wordsOf(tongueOf(language)) as unknown as Record<string, unknown>;
    for (const [path, text] of ORIGINAL) {
      const leaf = path.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], words);
      const values = Object.fromEntries(placesIn(text).map((place) => [place, place === 'n' || place === 'max' || place === 'of' ? 3 : 'Lena']));
      const said = typeof leaf === 'function' ? (leaf as (values: object) => string)(values) : leaf;
      expect([path, said]).toEqual([path, expect.not.stringMatching(/[{}#]|undefined/)]);
    }
  });
});
