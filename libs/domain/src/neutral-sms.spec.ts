import * as fc from 'fast-check';
import { revealingWords, smsSegments, toGsm7Friendly } from './neutral-sms';

describe('segments', () => {
  it('hold 160 characters alone and 153 joined', () => {
    expect(smsSegments('å'.repeat(160))).toEqual({ alphabet: 'GSM-7', characters: 160, segments: 1, perSegment: 160 });
    expect(smsSegments('å'.repeat(161))).toEqual({ alphabet: 'GSM-7', characters: 161, segments: 2, perSegment: 153 });
    expect(smsSegments('a'.repeat(2 * 153)).segments).toBe(2);
    expect(smsSegments('a'.repeat(2 * 153 + 1)).segments).toBe(3);
  });
  it('hold 70 and 67 as soon as one character is outside GSM-7', () => {
    expect(smsSegments('ሓ'.repeat(70))).toEqual({ alphabet: 'UCS-2', characters: 70, segments: 1, perSegment: 70 });
    expect(smsSegments('ሓ'.repeat(71)).segments).toBe(2);
    expect(smsSegments(`${'a'.repeat(134)}–`).segments).toBe(3);
  });
  it('count € [ ] { } twice, and an emoji as two', () => {
    expect(smsSegments('€[]{}').characters).toBe(2 * 5);
    expect(smsSegments('€'.repeat(80)).segments).toBe(1);
    expect(smsSegments('€'.repeat(81)).segments).toBe(2);
    expect(smsSegments('☕🙂').characters).toBe(1 + 2);
  });
  it('never cut a pair in two: 76 × € fill a joined segment, not 76.5', () => {
    // 153 = 76 × 2 + 1, so the last septet of each joined segment stays empty.
    expect(smsSegments('€'.repeat(2 * 76)).segments).toBe(2);
    expect(smsSegments('€'.repeat(2 * 76 + 1)).segments).toBe(3);
  });
  it('are one for an empty text', () => {
    expect(smsSegments('')).toEqual({ alphabet: 'GSM-7', characters: 0, segments: 1, perSegment: 160 });
  });
  it('never get fewer when more is written before or after', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'å', '€', '{', 'ሓ', '🙂', ' '), maxLength: 400 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(smsSegments(a + b).segments).toBeGreaterThanOrEqual(Math.max(smsSegments(a).segments, smsSegments(b).segments));
      }),
    );
  });
});

describe('plain characters', () => {
  it('replace the typographic ones that would halve a message', () => {
    expect(toGsm7Friendly('kl. 16.30–20 ”du” ’s … \u00A0x\u00AD')).toBe('kl. 16.30-20 "du" \'s ...  x');
    expect(smsSegments(toGsm7Friendly('– — ” “ „ ’ … • « »')).alphabet).toBe('GSM-7');
  });
  it('leave Swedish letters and other scripts alone', () => {
    expect(toGsm7Friendly('åäö ÅÄÖ é ሓሙስ الخميس')).toBe('åäö ÅÄÖ é ሓሙስ الخميس');
  });
});

describe('words that reveal', () => {
  it.each([
    ['Hej! Socialtjänsten har en fråga', 'socialtjänst'],
    ['Kallelse till familjerådslag', 'rådslag'],
    ['Möte om ditt barnbarn', 'barn'],
    ['Ring soc i dag', 'soc'],
    ['Soctjänsten ringer', 'soctjänst'],
    ['Kom till sockontoret', 'sockontor'],
    ['RING SOC!', 'soc'],
    ['Alnäs kommuns fråga', 'kommun'],
    ['En orosanmälan har kommit', 'orosanmäl'],
    ['Beslut enligt LVU', 'lvu'],
    ['Utredningen är klar', 'utredning'],
    ['ORA\u030ADSLA\u0308GET: ra\u030Adslag', 'rådslag'],
    ['soc-tjänst', 'soc'],
    ['barn-avårds-möte', 'barn'],
    ['social\u00ADtjänst', 'socialtjänst'],
    ['s\u200Bo\u200Bc', 'soc'],
    ['Your social worker wants to meet', 'social worker'],
    ['about your child', 'child'],
    ['الخدمات الاجتماعية', 'اجتماعي'],
    ['اجتماع عائلي', 'عائل'],
    ['بلديّة', 'بلدية'],
    ['خدمات اجتماعی', 'اجتماعی'],
    ['Adeegyada bulshada', 'bulshad'],
    ['ilmahaaga', 'ilmahaaga'],
    ['ማሕበራዊ ኣገልግሎት', 'ማሕበራዊ'],
    ['соціальна служба', 'соціал'],
    ['ваша дитина', 'дитин'],
    ['sosiaalipalvelut', 'sosiaal'],
    ['lapsesi asia', 'laps'],
    ['opieka społeczna', 'społeczn'],
    ['ÇOCUĞUNUZ', 'çocu'],
    ['sosyal hizmetler', 'sosyal'],
    ['خێزانەکەت', 'خێزان'],
  ])('are found in %p', (text, word) => {
    expect(revealingWords(text)).toContain(word);
  });
  it.each([
    'Hej! Du har fått en fråga om en tid. Svara här: https://svara.example/r/7Qm2xLr0aTzV8cKd3NfWbp Undrar du något? Ring 070-174 06 05',
    'Möte torsdag 10/12 kl. 16.30-20',
    'Din bokning i salongen är klar, personlig service',
    'Sociologi är inte vårt ämne? Jo, associerat.',
    'Sol hela dagen, säger de. Son günü 10 Aralık.',
    '',
  ])('are not seen where there are none: %p', (text) => {
    expect(revealingWords(text)).toEqual([]);
  });
  it('do not hide inside a link’s token, nor is a token taken for one', () => {
    expect(revealingWords('https://svara.example/r/x7soc9LVU0barnQmTzV8cK')).toEqual([]);
    expect(revealingWords('https://socialtjanst.alnas.example/r/x')).toContain('socialtjänst');
  });
  it('include the names and places that are given, whole or in part, in the genitive too', () => {
    const known = { names: ['Ella Andersson', 'Öz'], places: ['Alnäs fritidsgård'] };
    expect(revealingWords('Ellas möte', known)).toEqual(['Ella Andersson']);
    expect(revealingWords('möte med ANDERSSON', known)).toEqual(['Ella Andersson']);
    expect(revealingWords('Vi ses på Alnas fritidsgard', known)).toEqual(['Alnäs fritidsgård']);
    expect(revealingWords('oz kommer', known)).toEqual(['Öz']);
    expect(revealingWords('ett paraplyställ på en fritid', known)).toEqual([]);
  });
  it('find a name wherever it stands in a text', () => {
    fc.assert(
      fc.property(fc.constantFrom('Ella', 'Fadumo', 'Åsa', 'فاطمة', 'ኣኽሊሉ'), fc.constantFrom(' ', ', ', '. ', '!', ' (', '\n'), fc.boolean(), (name, mark, upper) => {
        const text = `Hej${mark}${upper ? name.toUpperCase() : name}${mark}kl. 16.30`;
        expect(revealingWords(text, { names: [name] })).toContain(name);
      }),
    );
  });
});
