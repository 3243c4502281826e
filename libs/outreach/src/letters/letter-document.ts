import { directionOf, formatDate, formatPhone, formatTimeRange, type CalendarDate, type FamilyLanguage } from '@radslag/domain';
import { encodeQR } from 'qr';
import { letterLanguage, letterWords, type LetterMatter } from './letter-words';

export type LetterFacts = {
  /** For whoever needs large print. */
  large: boolean;
  language: FamilyLanguage;
  name: string;
  address: string;
  matter: LetterMatter;
  date: CalendarDate | null;
  from: string | null;
  to: string | null;
  answerBy: CalendarDate | null;
  phone: string;
  agreedWord: string | null;
  /** Where the code is typed, and the link that the picture holds. */
  site: string;
  link: string;
  code: string;
};

/** What the template sets: words only, already chosen for one reader. */
export type LetterDocument = {
  large: boolean;
  language: string;
  rtl: boolean;
  envelope: string[];
  heading: string;
  word: string;
  lead: string;
  answerBy: string;
  scan: string;
  type: string;
  picture: string;
  qr: string;
  code: string;
  call: string;
  safe: string;
};

/** The first line on the envelope is the person, and beside the address nothing stands on it: no sender tells whom the letter is from. */
export function letterDocument(facts: LetterFacts): LetterDocument {
  const language = letterLanguage(facts.language);
  const w = letterWords(language);
  const fill = (text: string, values: Readonly<Record<string, string>>) => text.replace(/\{(\w+)\}/g, (_whole, key: string) => values[key] ?? '');
  const day = (date: CalendarDate) => formatDate(date, language, 'full');
  const when = facts.date === null ? '' : facts.from === null || facts.to === null || facts.matter === 'cancelled' ? day(facts.date) : `${day(facts.date)} ${formatTimeRange(facts.from, facts.to, language, 'full')}`;
  const rtl = directionOf(language) === 'rtl';
  const ltr = (text: string) => (rtl ? `\u2066${text}\u2069` : text);
  const opens = facts.matter !== 'cancelled';
  return {
    large: facts.large, language: language.split('-')[0]!, rtl, envelope: [facts.name, ...facts.address.split('\n').map((line) => line.trim()).filter(Boolean)],
    heading: w[facts.matter].heading, word: facts.agreedWord ?? '', lead: fill(w[facts.matter].lead, { when }),
    answerBy: facts.matter === 'asks' && facts.answerBy !== null ? fill(w.answerBy, { date: day(facts.answerBy) }) : '',
    scan: opens ? w.scan : '', type: opens ? fill(w.type, { address: ltr(facts.site) }) : '', picture: w.picture, qr: opens ? encodeQR(facts.link, 'svg', { ecc: 'medium', border: 1 }) : '', code: opens ? facts.code : '',
    call: fill(w.call, { phone: ltr(formatPhone(facts.phone)) }), safe: w.safe,
  };
}
