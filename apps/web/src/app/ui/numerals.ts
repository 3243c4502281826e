import { inject, Injectable } from '@angular/core';
import { numberWords } from '../words/numbers';
import { byCode, Words } from '../words/words';

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);

/** Numbers in running text: the small ones in words. */
@Injectable({ providedIn: 'root' })
export class Numerals {
  private readonly w = inject(Words).of(numberWords);

  /** tre */
  within(n: number): string {
    return byCode(this.w().small, String(n)) ?? String(n);
  }
  /** Tre, where a sentence begins. */
  opening(n: number): string {
    return capital(this.within(n));
  }
}
