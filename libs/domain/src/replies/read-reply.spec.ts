import * as fc from 'fast-check';
import { readReply } from './read-reply';
import { ACKNOWLEDGED, REPLY_WORDS, START_AGAIN } from './reply-words';
import { FAMILY_LANGUAGES } from '../vocabulary';

const ANSWERS = ['yes', 'no', 'maybe'] as const;
const every = FAMILY_LANGUAGES.flatMap((language) => ANSWERS.flatMap((says) => REPLY_WORDS[language][says].map((word) => ({ language, says, word }))));
const says = (text: string, own: Parameters<typeof readReply>[1] = 'sv') => readReply(text, own).says;

describe('the words of a reply', () => {
  it.each(FAMILY_LANGUAGES)('%s has a word for each answer, for stop and for danger', (language) => {
    for (const key of [...ANSWERS, 'risk'] as const) expect(REPLY_WORDS[language][key].length).toBeGreaterThan(0);
    // One word cannot mean two things in the language it is in.
    const all = [...ANSWERS, 'other' as const].flatMap((key) => REPLY_WORDS[language][key]);
    expect(new Set(all).size).toBe(all.length);
  });
  it('only Swedish and English have been read by somebody who knows; the others are drafts', () => {
    expect(FAMILY_LANGUAGES.filter((language) => REPLY_WORDS[language].state === 'read')).toEqual(['sv', 'sv-x-lattlast', 'en']);
  });
  it.each(every)('$language: ‘$word’ says $says to its own reader', ({ language, says: meaning, word }) => {
    expect(readReply(word, language)).toMatchObject({ says: meaning, unclear: null });
  });
});

describe('a reply', () => {
  it.each([
    ['JA', 'yes'], [' Ja! ', 'yes'], ['Nej.', 'no'], ['KANSKE', 'maybe'], ['"ja"', 'yes'], ['Nä', 'no'], ['Ja tack!', 'yes'], ['Ja! Ja!', 'yes'], ['Ja.\nYes.', 'yes'], ['\u200FJA\u200F', 'yes'], ['J\u00ADA', 'yes'],
    ['JAAA', 'yes'], ['Neeej', 'no'], ['Hej! Ja tack', 'yes'], ['Ja tack, mvh Anna Berg', 'yes'], ['Nej tyvärr. Hälsningar Karl', 'no'], ['Ja\nSkickat från min iPhone', 'yes'], ['NEJ Skickat från Outlook för Android', 'no'], ['Ja\n> Svara ja eller nej', 'yes'], ['Ｊａ', 'yes'],
    ['Ja kanske', 'text'], ['Ja om det är efter fem', 'text'], ['Nej inte då men en annan dag', 'text'], ['Svara ja', 'text'], ['Han sa "ja"', 'text'], ['ja från klockan fem', 'text'], ['jag', 'text'], ['Jaså', 'text'],
    ['Stopp!!', 'stop'], ['STOP 🛑', 'stop'], ['stop nej', 'stop'], ['ja men inte på fredag', 'text'], ['Jag kan inte stoppa bilen', 'text'], ['', 'text'], ['...', 'text'], ['1', 'text'], ['١', 'text'], ['hej', 'text'], ['jaha', 'text'], ['nejlikor', 'text'],
  ])('‘%s’ in Swedish says %s', (text, meaning) => expect(says(text)).toBe(meaning));

  it.each([
    ['نَعَم', 'ar', 'yes'], ['لا', 'ar', 'no'], ['ربمـا', 'ar', 'maybe'], ['HAA', 'so', 'yes'], ['እወ።', 'ti', 'yes'], ['አይፋል', 'ti', 'no'], ['بلي', 'prs', 'yes'], ['بله', 'fa', 'yes'], ['ТАК', 'uk', 'yes'], ['Ні!', 'uk', 'no'],
    ['kylla', 'fi', 'yes'], ['moze', 'pl', 'maybe'], ['بەڵێ', 'ckb', 'yes'], ['بەلێ', 'ckb', 'yes'], ['HAYIR', 'tr', 'no'], ['hayir', 'tr', 'no'], ['EVET', 'tr', 'yes'],
  ] as const)('‘%s’ from a reader of %s says %s', (text, own, meaning) => expect(says(text, own)).toBe(meaning));

  it('in the country’s language, or in English, is an answer from anybody', () => {
    for (const own of FAMILY_LANGUAGES) expect([says('ja', own), says('nej', own), says('kanske', own), says('yes', own), says('maybe', own), says('stop', own)]).toEqual(['yes', 'no', 'maybe', 'yes', 'maybe', 'stop']);
  });

  it.each([
    ['no', 'sv'], ['no', 'pl'], ['no', 'ar'], ['nie', 'sv'], ['ne', 'sv'], ['ne', 'tr'], ['na', 'sv-x-lattlast' as const], ['na', 'en'], ['خير', 'ar'], ['la', 'sv'], ['en', 'sv'], ['jo', 'fi'],
  ] as const)('‘%s’ from a reader of %s means different things, and is no answer', (text, own) => {
    const reading = readReply(text, own);
    // 'na' is how 'nä' is written without the letter: for a Swede their own language decides.
    if (text === 'na' && own === 'sv-x-lattlast') expect(reading.says).toBe('no');
    else expect(reading).toMatchObject({ says: 'text', unclear: 'twoLanguages' });
  });
  it('which their own language decides', () => {
    expect([says('no', 'en'), says('nie', 'pl'), says('ne', 'ckb'), says('na', 'fa'), says('خیر', 'fa'), says('la', 'ar'), says('en', 'fi'), says('jo', 'sv')]).toEqual(['no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes']);
    expect(readReply('no', null)).toMatchObject({ says: 'text', unclear: 'twoLanguages' });
  });

  it.each(['👍', '👎', '👍🏽', '🙏', 'Ja 👎', 'Ja ❌', 'Nej 👍', 'Ja 🤷', 'Ja 😂', 'kanske 👍'])('a picture is no answer, and can turn one round: %s', (text) => expect(readReply(text, 'sv')).toEqual({ says: 'text', unclear: 'emoji', urgent: false }));
  it.each([['Ja 👍', 'yes'], ['JA ❤️', 'yes'], ['Nej ❤️', 'no'], ['Nej tyvärr 😔', 'no'], ['👍🏽 ja', 'yes'], ['yes 🙂', 'yes'], ['نعم 🌹', 'yes']])('a picture that goes with it changes no answer: %s', (text, meaning) => expect(says(text)).toBe(meaning));
  it.each(START_AGAIN)('‘%s’ wants texts again, and a person sees to it', (text) => expect(readReply(text, 'sv')).toMatchObject({ says: 'text', unclear: 'startAgain' }));
  it.each(ACKNOWLEDGED)('‘%s’ only says that it has been seen', (text) => expect(readReply(text, 'sv')).toMatchObject({ says: 'text', unclear: 'acknowledged' }));
  it.each(['ja nej', 'Ja eller nej?', 'nej, ja', 'yes no'])('‘%s’ is no answer', (text) => expect(readReply(text, 'sv')).toMatchObject({ says: 'text', unclear: 'bothWays' }));
});

describe('danger', () => {
  it.each(FAMILY_LANGUAGES.flatMap((language) => REPLY_WORDS[language].risk.map((word) => [language, word.replace('*', '')] as const)))('%s: ‘%s’ is read first', (_language, word) => {
    expect(readReply(`x. ${word.toUpperCase()}! x`, null).urgent || readReply(`x. ${word}! x`, null).urgent).toBe(true);
  });
  it('in a sentence, in any case, with or without accents', () => {
    for (const text of ['HJALP MIG', 'han slår mig', 'Jag är rädd för honom', 'ring 112', 'I am scared', 'он погрожує', 'خايف جدا']) expect(readReply(text, 'sv')).toMatchObject({ says: 'text', urgent: true });
  });
  it('is fear of meeting somebody too', () => {
    for (const text of ['Jag vågar inte träffa Bo', 'jag vagar inte', 'Törs inte komma om han är där', 'Dit vågar jag inte gå', 'Han slår mig om han får veta', "I don't dare to meet him"]) expect(readReply(text, 'sv')).toMatchObject({ says: 'text', urgent: true });
    for (const text of ['Vågar inte lova något', 'Det törs jag inte lova', "I don't dare to promise"]) expect(readReply(text, 'sv').urgent).toBe(false);
    expect(readReply('Vågar inte lova. Vågar inte komma.', 'sv').urgent).toBe(true);
  });
  it('is not seen where there is none', () => {
    for (const text of ['ja', 'Vi bor på hotell i Farsta', 'Tack för hjälpsamheten', 'Jag hinner inte', 'تمام']) expect(readReply(text, 'sv').urgent).toBe(false);
  });
});

describe('whatever is written', () => {
  const language = fc.constantFrom(...FAMILY_LANGUAGES);
  const noise = fc.constantFrom('', ' ', '!', '.', '…', '"', '«', '\u200F', '\u202E', '\u2066', '\n', ' ?!');
  it('an answer in quotation marks is theirs, although each of its words stands somewhere in our texts', () => {
    expect(['"ja det går bra"', '”Ja, det går bra!”', '«nej det går inte»'].map((text) => readReply(text, 'sv').says)).toEqual(['yes', 'yes', 'no']);
  });

  it('case, punctuation and signs that cannot be seen change no answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), noise, noise, fc.boolean(), ({ word, language: own, says: meaning }, before, after, upper) => {
        const text = upper ? (own === 'tr' ? word.toLocaleUpperCase('tr') : word.toUpperCase()) : word;
        return readReply(`${before}${text}${after}`, own).says === meaning;
      }),
    );
  });
  it('an answer is never taken from a text that has another word in it', () => {
    fc.assert(fc.property(fc.constantFrom(...every), language, ({ word }, own) => says(`${word} qwrtz`, own) === 'text' && says(`qwrtz ${word}`, own) === 'text'));
  });
  it('a word is never read as what no language says, whoever reads it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), language, ({ word }, own) => {
        const reading = readReply(word, own).says;
        return reading === 'text' || every.some((one) => one.says === reading && one.word === word) || foldsTo(word, reading);
      }),
    );
  });
  it('anything at all is read, and twice the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.option(language), (text, own) => expect(readReply(text, own)).toEqual(readReply(text, own))));
  });
  it('two thousand pictures take no time', () => expect(readReply('🙂'.repeat(2000), 'sv').says).toBe('text'));
});

/** The same letters without their marks: 'ne' for 'nę' and the like. */
function foldsTo(word: string, reading: string): boolean {
  const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[ىیيێې]/gu, 'ي').replace(/[کك]/gu, 'ك').replace(/[ەھهة]/gu, 'ه').replace(/[ڵل]/gu, 'ل').replace(/ł/g, 'l').replace(/ı/g, 'i');
  return every.some((one) => one.says === reading && bare(one.word) === bare(word));
}
