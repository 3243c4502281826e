/** Lower case, composed, without what cannot be seen and without punctuation; words parted by one space. */
export function bareWords(text: string): string {
  return plainLetters(text)
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/['\u2019\u02BC`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Without signs that cannot be seen (marks of direction, joiners, soft hyphens, the Arabic lengthening), lines kept. */
export const plainLetters = (text: string): string =>
  text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\u0640\u115F\u1160\u3164\uFE0E\uFE0F]/gu, (sign) => (sign === '\n' || sign === '\r' || sign === '\t' ? '\n' : ''));

/** Letters that people without the right keyboard, or with another one, write for each other. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłđøæəیىئېێكکەھۀةڵڕۆኣዐዓɛ]/gu, (letter) => ALIKE[letter] ?? letter)
    .normalize('NFC');
}
const ALIKE: Readonly<Record<string, string>> = {
  ı: 'i', ł: 'l', đ: 'd', ø: 'o', ی: 'ي', ى: 'ي', ې: 'ي', ێ: 'ي', ک: 'ك', ە: 'ه', ھ: 'ه', ۀ: 'ه', ة: 'ه', ڵ: 'ل', ڕ: 'ر', ۆ: 'و', ኣ: 'አ', ዐ: 'አ', ዓ: 'አ',
};

/** The words by their sound: 'STOPPP' and 'stopp' are one, 'hjääälp' and 'hjalp' too. */
export const roughly = (text: string): string => fold(bareWords(text)).replace(/(\p{L})\1+/gu, '$1');

/** Letters of other alphabets that look like ours, put in by a keyboard or on purpose. */
export const inLatin = (word: string): string => (/[ѕтораесху]/.test(word) ? word.replace(/[ѕтораесху]/g, (letter) => LOOKS_LIKE[letter]!) : word);
const LOOKS_LIKE: Readonly<Record<string, string>> = { ѕ: 's', т: 't', о: 'o', р: 'p', а: 'a', е: 'e', с: 'c', х: 'x', у: 'y' };

export const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20E3]/gu;
export const EMOJI_ANY = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
