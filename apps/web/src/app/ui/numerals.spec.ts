import '@angular/compiler';
import { Injector } from '@angular/core';
import { Words, type Language } from '../words/words';
import { Numerals } from './numerals';

function numeralsIn(language: Language): Numerals {
  const words = new Words();
  words.language.set(language);
  return Injector.create({ providers: [{ provide: Numerals }, { provide: Words, useValue: words }] }).get(Numerals);
}

describe('numbers in running text', () => {
  it('are words when they are small, in the language of the screen', () => {
    expect([0, 1, 2, 15].map((n) => numeralsIn('sv').within(n))).toEqual(['noll', 'en', 'två', 'femton']);
    expect([0, 1, 2, 15].map((n) => numeralsIn('en').within(n))).toEqual(['zero', 'one', 'two', 'fifteen']);
  });
  it('are figures when they are not', () => {
    expect([16, 1000, -1].map((n) => numeralsIn('sv').within(n))).toEqual(['16', '1000', '-1']);
  });
  it('begin a sentence with a capital', () => {
    expect([8, 16].map((n) => numeralsIn('sv').opening(n))).toEqual(['Åtta', '16']);
  });
});
