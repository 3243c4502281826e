import { placesIn } from './faults';
import type { Spoken } from './texts';

const original = {
  title: 'Utskick',
  by: 'Godkänd av {who}, {when}.',
  none: '{n, plural, =0 {Inget.} one {{who} {n}.} other {{who}, {n} dagar.}}',
  lack: '{by, select, none {Klart} other {Klart av {by} {on}}}',
  kind: '{own, select, true {kommunens version {v}} other {version {v}}}',
  quoted: "Skriv '{link}' här.",
  quotedPlace: "'{'{place}'}' fattas. Ett '{' behöver ett '}', {name}.",
  apostrophe: "'s ''{n}'' days",
  deep: '{hours, plural, =0 {{minutes, plural, one {En minut} other {{minutes} minuter}}} one {En timme och {minutes} min} other {{hours} timmar {name}}}',
} as const;
type W = Spoken<typeof original>;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Taken<F> = F extends (values: infer V) => string ? { [K in keyof V]: V[K] } : F;
const same = <A, B>(yes: Same<A, B>): boolean => yes;

describe('what a message takes', () => {
  it('is read from its text by the compiler', () => {
    expect([
      same<W['title'], string>(true),
      same<Taken<W['by']>, { readonly who: string | number; readonly when: string | number }>(true),
      same<Taken<W['none']>, { readonly n: number; readonly who: string | number }>(true),
      same<Taken<W['lack']>, { readonly on: string | number; readonly by?: string | number | null }>(true),
      same<Taken<W['kind']>, { readonly own: string | boolean; readonly v: string | number }>(true),
      same<W['quoted'], string>(true),
      same<Taken<W['quotedPlace']>, { readonly place: string | number; readonly name: string | number }>(true),
      same<Taken<W['apostrophe']>, { readonly n: string | number }>(true),
      same<Taken<W['deep']>, { readonly hours: number; readonly minutes: number; readonly name: string | number }>(true),
    ]).not.toContain(false);
  });
  it('is what the parser finds', () => {
    expect(Object.entries(original).map(([path, text]) => [path, placesIn(text).toSorted().join()])).toEqual([
      ['title', ''], ['by', 'when,who'], ['none', 'n,who'], ['lack', 'by,on'], ['kind', 'own,v'], ['quoted', ''], ['quotedPlace', 'name,place'], ['apostrophe', 'n'], ['deep', 'hours,minutes,name'],
    ]);
  });
});
