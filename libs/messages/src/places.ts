/**
 * What a message takes, read from its very text by the compiler. Braces alternate: in a text one opens a place, in a place
 * (`{n, plural, one {…} other {…}}`) one opens a text. `Depth` has an element for each open brace. A brace that is to be
 * read stands in quotes, `'{link}'`, and opens nothing.
 */
type Scan<T extends string, Depth extends 0[], Found> = T extends `${infer Before}{${infer After}`
  ? Before extends `${infer Text}}${infer More}`
    ? InText<Depth> extends true
      ? InQuotes<Text> extends true
        ? Scan<AfterQuote<`${More}{${After}`>, Depth, Found>
        : Scan<`${More}{${After}`, Up<Depth>, Found>
      : Scan<`${More}{${After}`, Up<Depth>, Found>
    : InText<Depth> extends true
      ? InQuotes<Before> extends true
        ? Scan<AfterQuote<After>, Depth, Found>
        : Scan<After, [0, ...Depth], Found | Place<After>>
      : Scan<After, [0, ...Depth], Found>
  : Found;
type InText<Depth extends 0[]> = Depth extends [] ? true : Depth extends [0, 0, ...infer Outer extends 0[]] ? InText<Outer> : false;
type Up<Depth extends 0[]> = Depth extends [0, ...infer Outer extends 0[]] ? Outer : [];
/** A brace after an apostrophe. Two of them are a single one to read. */
type InQuotes<Before extends string> = Before extends `${string}''` ? false : Before extends `${string}'` ? true : false;
type AfterQuote<T extends string> = T extends `${string}'${infer Rest}` ? Rest : '';

type Place<After extends string> = After extends `${infer Head}}${string}` ? (Head extends `${infer Name},${infer Form}` ? `${FormOf<Form>}:${Name}` : `text:${Head}`) : never;
type FormOf<Form extends string> = Form extends ` plural,${string}` | ` selectordinal,${string}`
  ? 'count'
  : Form extends ` select, none {${string}`
    ? 'maybe'
    : Form extends ` select,${string}`
      ? 'choice'
      : 'text';

/** `count:n`, `text:name`: the places of a message with what each is used as. */
export type PlacesIn<T extends string> = Scan<T, [], never>;

type Named<Places, Form extends string> = Places extends `${Form}:${infer Name}` ? Name : never;
type Given<Places, Name extends string> = Name extends Named<Places, 'count'> ? number : Name extends Named<Places, 'choice'> ? string | boolean : string | number;
/**
 * What it takes to say a message. Numbers are written as they are, without grouping, so that a year or a case number can stand
 * in a text; what is to look otherwise is given as text. What a message has words for the lack of may be left out.
 */
export type Values<Places> = {
  readonly [Name in Exclude<Named<Places, string>, Named<Places, 'maybe'>>]: Given<Places, Name>;
} & {
  readonly [Name in Named<Places, 'maybe'>]?: Given<Places, Name> | null;
};
