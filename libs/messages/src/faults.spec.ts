import { messageFaults, placesIn } from './faults';

describe('a text in place of the original', () => {
  const original = '{n, plural, one {{name} har # dag} other {{name} har # dagar}}';
  it.each([
    ['{n, plural, one {{name} has # day} other {{name} has # days}}', 'en', []],
    ['{n, plural, one {{name} ma # dzień} other {{name} ma # dnia}}', 'pl', [{ fault: 'missingPlural', category: 'few' }, { fault: 'missingPlural', category: 'many' }]],
    ['{who} har {n} dagar', 'sv', [{ fault: 'unknownPlace', place: 'who' }, { fault: 'missingPlace', place: 'name' }]],
    ['{name} har {n dagar', 'sv', [{ fault: 'unreadable', at: 11 }]],
    ['  ', 'sv', [{ fault: 'empty' }]],
  ])('%s (%s)', (text, locale, faults) => {
    expect(messageFaults(original, text, locale)).toEqual(faults);
  });
  it('may leave out what it may', () => {
    expect(messageFaults('Ring {name}', 'Call us', 'en', ['name'])).toEqual([]);
  });
  it('may be empty where the original is', () => {
    expect(messageFaults('', '', 'en')).toEqual([]);
  });
});

it('finds the places in every branch, and none in quotes', () => {
  expect(placesIn("{a, select, none {'{x}' {b}} other {{c, plural, one {{d}} other {#}}}}").toSorted()).toEqual(['a', 'b', 'c', 'd']);
});
