import { isSpecialNumber } from '@radslag/domain';
import { isMobile, storedPhone } from './phone-number';

const codeOf = (typed: string, channel: 'sms' | 'phone' = 'sms'): string => {
  try {
    return storedPhone(typed, channel) ?? '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it.each([
  ['070-174 06 05', '+46701740605'], ['+46 (0)70 174 06 05', '+46701740605'], ['0046701740605', '+46701740605'], ['+47 900 12 345', '+4790012345'], ['+358 40 123 4567', '+358401234567'], ['+252 61 2345678', '+252612345678'], ['+291 7 123456', '+2917123456'],
])('%s is a mobile: %s', (typed, stored) => expect(codeOf(typed)).toBe(stored));

it.each([
  ['a satellite', '+881 612 345 678'], ['another', '+8816 1234 5678'], ['ships', '+870 773 111 632'], ['international networks', '+882 16 1234567'], ['machines of many countries', '+883 5100 1234 5678'], ['with 00', '00881612345678'],
  ['freephone of no country', '+800 1234 5678'], ['shared cost of no country', '+808 1234 5678'], ['premium of no country', '+979 123 456 789'], ['disaster relief', '+888 123 456 789'],
  ['Swedish premium', '0900-123 45 67'], ['Swedish premium', '+46 939 123 456'], ['Swedish voting', '0944-12 34 56'], ['shared cost', '0771-12 34 56'], ['freephone', '020-12 34 56'], ['a pager', '0740-12 34 56'], ['American premium', '+1 900 555 1234'], ['British freephone', '+44 800 123 4567'],
])('%s, %s, is refused for a text and for a call', (_what, typed) => {
  expect([codeOf(typed), codeOf(typed, 'phone')]).toEqual(['special-number', 'special-number']);
});

it.each(['112', '114 14', 'hej', '070-174 06 05 anknytning 3', '+46 70 12', '+999 123 456 789'])('%s is no number of a person', (typed) => expect(codeOf(typed)).toMatch(/^(?:not-a-phone-number|special-number)$/));

it('a landline takes calls and no texts, of an authority too', () => {
  expect([codeOf('08-123 456 78'), codeOf('08-123 456 78', 'phone'), codeOf('010-123 45 67', 'phone')]).toEqual(['not-a-mobile-number', '+46812345678', '+46101234567']);
});

it('what was stored before is no mobile either', () => {
  for (const number of ['+881612345678', '+870773111632', '+46746123456', '+46900123456']) expect([number, isMobile(number), isSpecialNumber(number)]).toEqual([number, false, true]);
  expect([isMobile('+46701740605'), isSpecialNumber('+46701740605')]).toEqual([true, false]);
});
