import { speak, type Layer } from './speak';

const sv = {
  title: 'Svar',
  sent: 'Skickat {when}',
  people: '{n, plural, =0 {Ingen.} one {En person.} other {{n} personer.}}',
  decided: '{by, select, none {Godkänd {on}.} other {Godkänd {on} av {by}.}}',
  tried: '{outcome, select, accepted {tog emot det} other {frågas nu}}',
  days: '{days, select, none {bokat} other {{days, plural, =0 {i dag} one {i morgon} other {om {days} dagar}}}}',
  hint: "Skriv '{link}' där.",
  part: { missing: "'{'{place}'}' fattas." },
} as const;
const swedish = speak(sv, { locale: 'sv' }, []);
const layered = (...layers: Layer[]) => speak(sv, { locale: 'en' }, layers);

describe('a message that is said', () => {
  it('is a text, or a function of what it takes', () => {
    expect([swedish.title, swedish.sent({ when: 'i går' })]).toEqual(['Svar', 'Skickat i går']);
  });
  it('has the grammar of its numbers', () => {
    expect([0, 1, 2].map((n) => swedish.people({ n }))).toEqual(['Ingen.', 'En person.', '2 personer.']);
  });
  it('writes numbers as they are: a year is not grouped', () => {
    expect([swedish.sent({ when: 2026 }), swedish.people({ n: 1000 })]).toEqual(['Skickat 2026', '1000 personer.']);
  });
  it('has words for what is lacking', () => {
    expect([undefined, null, '', 'Lena'].map((by) => swedish.decided({ on: '3 dec', by }))).toEqual(['Godkänd 3 dec.', 'Godkänd 3 dec.', 'Godkänd 3 dec.', 'Godkänd 3 dec av Lena.']);
    expect([swedish.days({}), swedish.days({ days: 0 }), swedish.days({ days: 12 })]).toEqual(['bokat', 'i dag', 'om 12 dagar']);
  });
  it('chooses by a code, and says the rest of an unknown one', () => {
    expect(['accepted', 'new', ''].map((outcome) => swedish.tried({ outcome }))).toEqual(['tog emot det', 'frågas nu', 'frågas nu']);
  });
  it('reads out braces in quotes', () => {
    expect([swedish.hint, swedish.part.missing({ place: 'name' })]).toEqual(['Skriv {link} där.', '{name} fattas.']);
  });
  it('leaves a gap where a value never came, and reads none of what did as a message', () => {
    expect((swedish.sent as (values: object) => string)({})).toBe('Skickat ');
    expect(swedish.sent({ when: "{n} '" })).toBe("Skickat {n} '");
  });
});

describe('a language', () => {
  it('says what its own layer says, then what the next does, the original last', () => {
    const w = layered({ texts: { title: 'Answers' } }, { texts: { title: 'Replies', sent: 'Sent {when}' } });
    expect([w.title, w.sent({ when: 'now' }), w.people({ n: 1 })]).toEqual(['Answers', 'Sent now', 'En person.']);
  });
  it('says what has been corrected in its layer', () => {
    const w = layered({ texts: { part: { missing: '{place} is gone' } }, corrections: { 'part.missing': 'No {place}' } });
    expect(w.part.missing({ place: 'x' })).toBe('No x');
  });
  it('may leave out what the original takes', () => {
    expect(layered({ texts: { sent: 'Sent' } }).sent({ when: 'now' })).toBe('Sent');
  });
  it('makes what is put into a text fit for it', () => {
    const w = speak(sv, { locale: 'sv', keep: (value) => `<${value}>` }, []);
    expect([w.sent({ when: 'nu' }), w.people({ n: 2 }), w.decided({ on: 'i dag', by: '' })]).toEqual(['Skickat <nu>', '2 personer.', 'Godkänd <i dag>.']);
  });
  it('parses a text when it is said: one that nobody asks for harms nobody', () => {
    const w = layered({ texts: { sent: 'Sent {when', title: 'Answers' } });
    expect(w.title).toBe('Answers');
    expect(() => w.sent({ when: 'now' })).toThrow();
  });
});
