import { formatDate } from './format';
import { messageValues, openingOf, renderMessage, TEMPLATES, type RenderedMessage } from './messages';
import { namesIn, namesWritten } from './names-brought-in';
import { GREETINGS, NAMES, PLACE_NAMES } from './names.fixture';
import { revealingWords } from './neutral-sms';
import { nameLike, ordinaryWords } from './ordinary-words';
import { saysTooMuch } from './says-too-much';
import { FAMILY_LANGUAGES, MESSAGE_KINDS, type FamilyLanguage, type MessageKind } from './vocabulary';

const EVERY_NAME = [...new Set(Object.values(NAMES).flat())];
const WEEK_OF_MONTHS = Array.from({ length: 12 }, (_, month) => Array.from({ length: 7 }, (_day, day) => `2027-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`)).flat();
const CALENDAR = [...new Set(FAMILY_LANGUAGES.flatMap((language) => WEEK_OF_MONTHS.flatMap((date) => formatDate(date, language, 'full').match(/[\p{L}\p{M}’']+/gu) ?? [])))];
const ALL = MESSAGE_KINDS.flatMap((kind) => Object.keys(TEMPLATES[kind]).map((language) => ({ kind, language: language as FamilyLanguage })));

const rendered = (kind: MessageKind, language: FamilyLanguage, opening = '', date = '2027-05-06'): RenderedMessage =>
  renderMessage(kind, language, messageValues({ link: 'https://svara.example/r/7Qm2xLr0aTzV8cKd3NfWbp', phone: '+46701740605', outOfHours: '+46701740699', opening, date, from: '16:30', to: '20:00' }, language));
const stopped = (message: RenderedMessage, known: { names?: readonly string[]; places?: readonly string[] }) => saysTooMuch(message, { names: [], places: [], people: known.names ?? [], municipality: 'Alnäs kommun', ...known });

it('several hundred names are at hand, and every month and weekday', () => {
  expect(EVERY_NAME.length).toBeGreaterThan(450);
  expect(CALENDAR.length).toBeGreaterThan(150);
});

describe.each(ALL)('$kind in $language', ({ kind, language }) => {
  it('is stopped by nobody’s name, no day, greeting or place', () => {
    const known = { names: [...EVERY_NAME, ...CALENDAR, ...GREETINGS], places: PLACE_NAMES };
    for (const date of WEEK_OF_MONTHS) expect(stopped(rendered(kind, language, '', date), known)).toBe(false);
    // An agreed word that is nobody's name changes nothing.
    const told = rendered(kind, language, openingOf({ agreedWord: 'Blåsippa', sharedPhone: true, initialsAllowed: true, alias: null, initials: 'B.O.' }));
    expect(told.text).toContain('Blåsippa (B.O.): ');
    expect(stopped(told, known)).toBe(false);
  });
  it('still is by a name that a field brings in', () => {
    for (const name of ['Ella', 'Ring', 'سلام', 'Maja', 'ኣኽሊሉ']) {
      expect([name, stopped(rendered(kind, language, openingOf({ agreedWord: name, sharedPhone: false, initialsAllowed: false, alias: null, initials: '' })), { names: [name] })]).toEqual([name, true]);
      expect([name, stopped(rendered(kind, language, openingOf({ agreedWord: null, sharedPhone: true, initialsAllowed: true, alias: `lilla ${name}`, initials: '' })), { names: [name] })]).toEqual([name, true]);
    }
  });
});

it.each(EVERY_NAME)('%s is found when it is brought in, in any case, beside other words and in brackets', (name) => {
  for (const text of [name, name.toUpperCase(), name.toLowerCase(), `Blåsippa ${name}`, `Hej (${name}): `, `${name}!`, `\u200B${name}\u200D`]) expect([text, namesIn(text, { names: [name] })]).toEqual([text, [name]]);
});

describe('a name as the language writes it', () => {
  it.each([
    ['Ella', 'Ellas'], ['Lars', 'Lars’'], ['Ella', 'ELLA2010'], ['Ella', '3ll4'], ['Ella', 'E l l a'], ['Ella', 'E.l.l.a'], ['Ella', 'Еllа'], ['Ella', 'Ｅｌｌａ'], ['Ella', 'Ęllä'], ['Ella', '🅴🅻🅻🅰'],
    ['Anna-Karin', 'karin'], ['Anna-Karin', 'Annakarin'], ['Ella Andersson', 'fru Andersson'], ['Ella von Ring', 'Ring'], ['O’Brien', 'obrien'],
    ['Maja', 'Mają'], ['Maja', 'Maję'], ['Anna', 'Annie'], ['Piotr', 'Piotrowi'], ['Kowalska', 'Kowalskiej'],
    ['Олена', 'Олені'], ['Олена', 'Оленою'], ['Тарас', 'Тарасові'], ['Андрій', 'Андрія'],
    ['Aino', 'Ainolle'], ['Matti', 'Mattilta'], ['İpek', "İpek'in"], ['Işık', 'ISIK'], ['Işık', 'ışık'], ['İbrahim', 'ibrahim'], ['Yılmaz', 'YILMAZLAR'],
    ['فاطمة', 'لفاطمة'], ['فاطمة', 'وفاطمه'], ['فاطِمَة', 'فاطمة'], ['أحمد', 'احمد'], ['الحسن', 'والحسن'], ['حسن', 'الحسن'], ['علي', 'علی'], ['نرگس', 'نرگس‌ها'], ['رضا', 'رضای'],
    ['هیوا', 'هیوای'], ['ئازاد', 'ئازادەکە'], ['ኣኽሊሉ', 'ንኣኽሊሉ'], ['ሓጎስ', 'ሐጎስ'], ['ዮሃንስ', 'ዮሐንስ'], ['ጸጋይ', 'ፀጋይ'], ['አበባ', 'ኣበባ'], ['李', '李明你好'],
  ])('%s is found in %p', (name, text) => {
    expect(namesIn(text, { names: [name] })).toEqual([name]);
  });
  it.each([['Ring', 'Kringla'], ['Ella', 'Gabriella'], ['Bo', 'Bok'], ['Ali', 'Alice'], ['Maja', 'Majskolv'], ['علي', 'علیحده'], ['Ask', 'Askersund'], ['Ek', 'Ekonomi'], ['Van', 'Vanja'], ['Ella von Ring', 'von'], ['Ronja', 'Rönn']])(
    '%s is not in %p: only whole words are names',
    (name, text) => {
      expect(namesIn(text, { names: [name] })).toEqual([]);
    },
  );
  it('of a place it is what has a name: not that one rings at the door', () => {
    const places = ['Storgatan 12, ring på porttelefon'];
    expect(namesIn('Ring', { places })).toEqual([]);
    expect(namesIn('Porttelefon 12', { places })).toEqual([]);
    expect(namesIn('storgatans', { places })).toEqual(places);
    expect(namesIn('fritidsgården', { places: ['fritidsgården bakom skolan'] })).toEqual(['fritidsgården bakom skolan']);
  });
});

describe('a municipality’s own words', () => {
  const ordinary = (language: FamilyLanguage) => ordinaryWords(language, 'Lunds kommun');
  const written = (body: string, names: readonly string[], language: FamilyLanguage = 'sv') => namesWritten(body, names, ordinary(language));
  it.each([
    ['Hej! Det är dags: {date} {time}. Mer här: {link} Frågor? Ring {phone}', ['Dag Ring', 'Mer', 'Frågor', 'Hej']],
    ['Sol eller regn, vi ses {date} {time}. {link} Välkommen! {phone}', ['Sol Modig', 'Välkommen']],
    ['HEJ! DET ÄR DAGS {date} {time} {link} RING {phone}', ['Dag Ring']],
    ['Vi på Lunds växel svarar. {link} {phone}', ['Pelle Lund', 'Växel']],
    ['- Rosor är röda {link}\nLiv och lust {phone}', ['Liv', 'Ros']],
  ])('%p is words, whoever bears them', (body, names) => {
    expect(written(body, names)).toEqual([]);
  });
  it('months, weekdays and polite words are nobody in the languages that write them large', () => {
    expect(written('Hi! See you in May or June, on Friday. {link} {phone}', ['May June', 'Friday'], 'en')).toEqual([]);
    expect(written('مرحبا! سلام {link} {phone}', ['سلام'], 'ar')).toEqual([]);
  });
  it.each([
    ['Hej! Vi ses hos Ella {date}. {link} {phone}', 'Ella Andersson'], ['Hej Ella! {link} {phone}', 'Ella'], ['Det gäller familjen Anderssons möte {link} {phone}', 'Ella Andersson'],
    ['ella andersson {link} {phone}', 'Ella Andersson'], ['مرحبا فاطمة حداد {link} {phone}', 'فاطمة حداد'],
  ])('%p names %s, as only a name is written', (body, name) => {
    expect(written(body, [name])).toEqual([name]);
  });
});

describe('a text while it is written', () => {
  it.each([['sv', 'Hej! Vi ses hos Ella i Folkets hus. {link} {phone} Tack!', ['Ella', 'Folkets']], ['en', 'Hi! See you on Friday in May. I am {phone}', []], ['pl', 'Dzień dobry! Czekamy na Państwa {link}', []], ['sv', 'Hej! Ring oss: {phone}', []], ['ar', 'مرحبا', []]] as const)(
    'in %s: what looks like a name in %p is shown', (language, body, found) => expect(nameLike(body, language)).toEqual(found),
  );
});

describe('a disguised word', () => {
  it.each([
    's o c i a l t j ä n s t', 'so ci al tj än st', 's.o.c.i.a.l', 's*o*c', 's_o_c', 'soc\u00ADial', 's\u200Bo\u200Bc\u200Bi\u200Ba\u200Bl', 'ѕосіаl', 'ｓｏｃｉａｌ', '5ocialtjänst', 's0c1al', '50c', '$oc', 'b4rn', 'bаrn', 'BΑRΝ', 'ba rn', 'b-a-r-n',
    'familje råds lag', 'ｂａｒｎ', 'ⓑⓐⓡⓝ', '🅱🅰🆁🅽', '🇧🇦🇷🇳', 'ʙᴀʀɴ', 'b̶a̶r̶n̶', 'barrrn', 'LVU', 'L V U', 'l.v.u', 'lѵu', 'ċhïłd', 'ch1ld', 'ط ف ل', 'طـفـل', 'طِفْل', 'ди ти на', 'диtина', 'д и т и н а', 'ማ ሕ በ ራ ዊ', 'mαmmα', 'рарра', 'k0mmun',
  ])('%p is found', (text) => {
    expect(revealingWords(`Hej! Vi ses. ${text} {link}`)).not.toEqual([]);
  });
  it.each(['Vi ses kl. 16.30-20, plan 4b, rum B2', 'Ta buss 15 eller 4, 3 tr upp', 'A-huset, port C, 2 tr. o.g.', 'Kom i tid! Vi har te & kaffe @ 9', 'a b c d e f g', 'Ми маємо час о 16', 'Mamy pytanie', 'То ти й мені?'])('%p is not one', (text) => {
    expect(revealingWords(text)).toEqual([]);
  });
});
