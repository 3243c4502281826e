/**
 * Ways out of a text that its writers may not give: the one link, number and address it may hold are filled in by us. Whoever
 * could write another would lead every family of a municipality where they like.
 */
export type ContactInText = { kind: 'address' | 'phone'; found: string };

const ENDS =
  'se|nu|com|net|org|eu|info|io|ly|gl|gd|me|app|link|site|online|test|example|no|dk|fi|de|uk|fr|nl|be|ch|at|it|es|pt|ie|is|ee|lt|lv|pl|cz|sk|hu|ro|bg|gr|ru|ua|tr|ir|iq|af|so|er|us|ca|' +
  'tv|cc|co|xyz|top|click|live|shop|store|blog|page|dev|cloud|pro|biz|mobi|name|club|space|website|help|chat|zip|ws|li|im|st|sh|la|to|world|today|support|onion|invalid|localhost|local';
/** With or without its beginning: by its scheme, its www, its ending, its slash, or as four numbers. */
const ADDRESSES: readonly RegExp[] = [
  /\b[a-z][a-z+.-]{1,9}:\s?\/\/\S*/giu,
  /\b(?:tel|sms|mailto|javascript|data|geo|whatsapp|tg|intent|callto|sip):\S+/giu,
  /\bwww\s?\.\s?\S+/giu,
  /[\p{L}\d._%+-]*[\p{L}\d]\s?@\s?[\p{L}\d][\p{L}\d.-]*/gu,
  new RegExp(`[\\p{L}\\d-]+(?:\\s?\\.\\s?[\\p{L}\\d-]+)*(?:\\.| \\. | \\.)(?:${ENDS})(?![\\p{L}\\d])`, 'giu'),
  /[\p{L}\d-]+\.\p{L}{2,}\/\S*/gu,
  /\bxn--[\w-]+/giu,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/gu,
];
/** Five digits or more, however they are set apart. Not a date, nor hours. */
const NUMBER = /\+?\d(?:[\s().\-–—]{0,3}\d){4,}/gu;
const NO_NUMBER: readonly RegExp[] = [/\b\d{4}-\d{2}-\d{2}\b/gu, /\b\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?/gu, /\b\d{1,2}[.:]\d{2}\b/gu, /\b\d{1,2}\/\d{1,2}\b/gu];

/** Full-width and other dots, digits of other scripts, what cannot be seen, and the dots and at-signs that are spelled out. */
function flat(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/gu, '')
    .replace(/[。｡․‧∙⸱]/gu, '.')
    .replace(/[：﹕]/gu, ':')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\s*[[({<]\s*(?:\.|dot|punkt|prick|piste|kropka|nokta)\s*[\])}>]\s*/giu, '.')
    .replace(/\s*[[({<]\s*(?:@|at|snabel-?a)\s*[\])}>]\s*/giu, '@')
    .replace(new RegExp(`(?<=[\\p{L}\\d])\\s+(?:dot|punkt|prick|piste|kropka|nokta)\\s+(?=(?:${ENDS})(?![\\p{L}\\d]))`, 'giu'), '.')
    .replace(/(?<=[\p{L}\d])\s+snabel-?a\s+(?=[\p{L}\d])/giu, '@');
}

/** `but`: a text whose own addresses may stand in it too, as those of the authorities one can complain to. */
export function contactsIn(text: string, but = ''): ContactInText[] {
  const allowed = but === '' ? [] : contactsIn(but).map(({ found }) => found.toLowerCase());
  // What is filled in ends a word on both sides.
  const words = flat(text.replace(/\{[^{}]*\}/g, ' ¤ '));
  const addresses = ADDRESSES.flatMap((form) => words.match(form) ?? []);
  const rest = [...ADDRESSES, ...NO_NUMBER].reduce((left, form) => left.replace(form, ' ¤ '), words);
  const phones = rest.match(NUMBER) ?? [];
  return [...addresses.map((found): ContactInText => ({ kind: 'address', found: found.trim() })), ...phones.map((found): ContactInText => ({ kind: 'phone', found: found.trim() }))].filter(
    ({ found }) => !allowed.includes(found.toLowerCase()),
  );
}
