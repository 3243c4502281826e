import { formatDate } from './format';
import { fold, spread } from './letters';
import { capitalsInside } from './names-brought-in';
import { MESSAGE_TEXTS } from './message-texts';
import type { FamilyLanguage } from './vocabulary';

const SOME_YEAR = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
const known = new Map<FamilyLanguage, string>();

/** Words of our own texts in a language, its months and weekdays, and the municipality's name: capitals of theirs are nobody's name. */
export function ordinaryWords(language: FamilyLanguage, municipality: string): Set<string> {
  let words = known.get(language);
  if (words === undefined) {
    const texts = Object.values(MESSAGE_TEXTS).map((of) => (of[language] ?? of.sv).body.replace(/\{\w+\}/g, ' '));
    const dates = SOME_YEAR.flatMap((month) => ['01', '02', '03', '04', '05', '06', '07'].map((day) => formatDate(`${month}-${day}`, language, 'full')));
    words = spread(fold([...texts, ...dates].join(' ')));
    known.set(language, words);
  }
  return new Set(`${words}${spread(fold(municipality))}`.split(' ').flatMap((word) => [word, `${word}s`]));
}

/** What looks like somebody's name in a text that is being written, for those who write and approve it to think about. */
export function nameLike(body: string, language: FamilyLanguage): string[] {
  const ordinary = ordinaryWords(language, '');
  return [...new Set(capitalsInside(body))].filter((word) => !ordinary.has(fold(word)) && !POLITE.test(word));
}
/** You and yours, which Polish, Ukrainian and Swedish write large. */
const POLITE = /^(?:I|Ni|Er|Ert|Era|Du|Dig|Din|Ditt|Dina|Pan|Pani|Pań\p{L}*|Ty|Ci|Ciebie|Cię|Tob\p{L}*|Tw\p{L}{1,5}|Wam|Was|Wasz\p{L}*|Ви|Вас|Вам|Вами|Ваш\p{L}*)$/u;
