import { aPage, anAnswer, TIMES } from '../pages/a-page.fixture';
import { tongueOf, wordsOf } from '@radslag/family-texts';
import { answerState, answerToSend, firstGap, landing, nextPage, stepOf } from './answer-state';
import { detour } from './detour';
import { Form, Unreadable } from './form';
import { readComing, readDetail, readHow, readNeeds, readNote, readTimes } from './read-answers';

const sv = wordsOf(tongueOf('sv'));

const form = (fields: Record<string, string | string[]>) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) query.append(name, one);
  return Form.parse(Buffer.from(query.toString()));
};
const ids = TIMES.map((time) => time.id);

describe('a form', () => {
  it('is refused when its bytes are not what they say they are', () => {
    for (const body of ['n=%', 'n=%ff', 'n=%E0%A4', 'n=%zz']) expect(() => Form.parse(Buffer.from(body))).toThrow(Unreadable);
    expect(() => Form.parse(Buffer.from([0x6e, 0x3d, 0xff, 0xfe]))).toThrow(Unreadable);
  });
  it('loses what would mislead the next reader: overrides, control characters, lone marks of order', () => {
    expect(form({ d: 'ab\u202Ecd\u0000\u2066e\n f ' }).line('d')).toBe('ab cd e f');
    expect(form({ n: 'rad ett\r\nrad \u202Etvå\u0007' }).block('n')).toBe('rad ett\nrad två');
  });
  it('composes letters, keeps every script and emoji', () => {
    expect(form({ d: 'a\u030A ትግርኛ العربية 👩‍👧' }).line('d')).toBe('å ትግርኛ العربية 👩‍👧');
  });
  it('reads digits as phones write them', () => {
    expect(form({ ar: '١٩٧٤' }).digits('ar')).toBe('1974');
    expect(form({ kod: '۱۲۳ ۴۵۶' }).digits('kod')).toBe('123456');
  });
});

describe('what is sent from a page', () => {
  it('coming: something must be chosen, and only what was offered', () => {
    expect(readComing(form({}), sv).faults).toEqual([{ at: 'k', text: 'Välj det som stämmer bäst' }]);
    expect(readComing(form({ k: 'never' }), sv).faults).toHaveLength(1);
    expect(readComing(form({ k: 'maybe' }), sv)).toEqual({ part: { coming: 'maybe' }, faults: [] });
  });
  it('times: every time, or none of them; what was answered stays', () => {
    const read = readTimes(form({ t0: 'yes', t2: 'no', t3: 'hacked' }), aPage(), sv);
    expect(read.unanswered).toEqual([ids[1], ids[3]]);
    expect(read.part.times).toEqual({ [ids[0]!]: 'yes', [ids[2]!]: 'no' });
    expect(readTimes(form({ ingen: '1', nar: 'helger' }), aPage(), sv)).toMatchObject({ unanswered: [], faults: [], part: { noTimeFits: true, usualTimes: 'helger' } });
  });
  it('a text of 10,000 characters is refused with a sentence that says what to do, and kept', () => {
    const long = 'x'.repeat(10_000);
    const read = readTimes(form({ ingen: '1', nar: long }), aPage(), sv);
    expect(read.faults).toEqual([{ at: 'nar', text: 'Texten är för lång. Skriv högst 1000 tecken.' }]);
    expect(read.part.usualTimes).toBe(long);
    expect(readNote(form({ n: long }), sv).faults).toHaveLength(1);
    expect(readHow(form({ h: 'spokesperson', vem: long }), answerState(aPage()), sv).faults[0]!.at).toBe('vem');
  });
  it('needs: some, or nothing special, never both and never neither', () => {
    const state = answerState(aPage());
    expect(readNeeds(form({}), state, sv).faults).toHaveLength(1);
    expect(readNeeds(form({ b: ['food', 'inget'] }), state, sv).faults).toHaveLength(1);
    expect(readNeeds(form({ b: ['inget'] }), state, sv)).toMatchObject({ part: { needs: [] }, faults: [] });
    expect(readNeeds(form({ b: ['food', 'gold'] }), state, sv).part).toEqual({ needs: ['food'] });
  });
  it('an interpreter needs a language; the food need not be said', () => {
    const state = answerState(aPage());
    expect(readDetail(form({ d: ' ' }), 'interpreter', state, sv).faults[0]!.text).toBe('Skriv vilket språk du vill ha tolk på');
    expect(readDetail(form({ d: '' }), 'food', state, sv).faults).toEqual([]);
  });
});

describe('the way through', () => {
  const answered = (draft: Parameters<typeof aPage>[0]) => aPage(draft);
  it('asks what is missing, the worry once, then shows the whole', () => {
    const times = Object.fromEntries(ids.map((id) => [id, 'yes' as const]));
    expect(nextPage(aPage(), '')).toBe('/2');
    expect(nextPage(answered({ draft: { coming: 'yes' } }), '/2')).toBe('/3');
    expect(nextPage(answered({ draft: { coming: 'yes', times } }), '/3')).toBe('/4');
    expect(nextPage(answered({ draft: { coming: 'yes', times, mode: 'inPerson' } }), '/4')).toBe('/5');
    expect(nextPage(answered({ draft: { coming: 'yes', times, mode: 'inPerson', needs: ['food'] } }), '/5')).toBe('/54');
    const complete = { coming: 'yes', times, mode: 'inPerson', needs: [] } as const;
    expect(nextPage(answered({ draft: { ...complete, needs: [] } }), '/5')).toBe('/6');
    expect(nextPage(answered({ draft: { ...complete, needs: [] } }), '/6')).toBe('/7');
  });
  it('after a no the calendar is not asked for, and the steps are counted anew', () => {
    const page = aPage({ draft: { coming: 'no' } });
    expect(nextPage(page, '/2')).toBe('/4');
    expect(stepOf(answerState(page), '/4')).toEqual({ n: 2, of: 4 });
    expect(nextPage(aPage({ draft: { coming: 'no', mode: 'none' } }), '/4')).toBe('/6');
  });
  it('a changed mind asks again only for what no longer fits', () => {
    const page = aPage({ answer: anAnswer(), draft: { coming: 'no' } });
    expect(nextPage(page, '/2')).toBe('/4');
    expect(firstGap(answerState(aPage({ answer: anAnswer() })), ids)).toBeNull();
  });
  it('a time proposed later is asked for', () => {
    const times = [...TIMES, { id: 'a0000000-0000-7000-8000-000000000009', startsLocal: '2026-12-13T10:00', endsLocal: '2026-12-13T12:00' }];
    expect(nextPage(aPage({ times, answer: anAnswer() }), '')).toBe('/3');
  });
  it('a returning link shows how things stand', () => {
    expect(landing(aPage())).toBe('/2');
    expect(landing(aPage({ answer: anAnswer() }))).toBe('/7');
    expect(landing(aPage({ conference: { answerBy: '2026-11-21' } }))).toBe('/7');
    expect(landing(aPage({ conference: { state: 'confirmed' } }))).toBe('/9');
    expect(landing(aPage({ conference: { state: 'cancelled' } }))).toBe('/9');
    expect(landing(aPage({ planReleased: true, conference: { state: 'held' } }))).toBe('/10');
    expect(landing(aPage({ planReleased: true, secondStep: { required: true, passed: false, birthYear: true, code: false, lockedUntil: null } }))).toBe('/1');
  });
  it('nothing but the step, before the step; nothing but the thank-you, at the wrong door', () => {
    const required = aPage({ secondStep: { required: true, passed: false, birthYear: true, code: false, lockedUntil: null } });
    for (const at of ['/2', '/3', '/6', '/7', '/9', '/10', '/12', '/80', '/90']) expect(detour(required, at)).toBe('/1');
    const wrong = aPage({ wrongPerson: true });
    for (const at of ['/1', '/2', '/6', '/7', '/9', '/10', '/90']) expect(detour(wrong, at)).toBe('/11');
  });
  it('the last day to answer is a whole day where the meeting is', () => {
    const at = (now: string) => detour(aPage({ now: new Date(now) }), '/3');
    expect(at('2026-11-27T22:59:00Z')).toBeNull(); // 23.59 in Sweden
    expect(at('2026-11-27T23:00:00Z')).toBe('/7'); // midnight
  });
});

describe('what is sent', () => {
  it('carries the earlier note and worry when nothing new was said', () => {
    const page = aPage({ answer: anAnswer({ note: 'hej', worry: 'doNotCall' }), draft: { mode: 'phone' } });
    expect(answerToSend(page, '')).toMatchObject({ mode: 'phone', note: 'hej', worry: 'doNotCall' });
    expect(answerToSend(page, 'ny')).toMatchObject({ note: 'ny' });
  });
  it('says the wish about the interpreter once, however often it is changed', () => {
    const first = answerToSend(aPage({ draft: { coming: 'no', mode: 'phone', needs: ['interpreter'], details: { interpreter: 'arabiska' }, interpreter: 'woman' } }), '');
    expect(first.needs).toEqual([{ need: 'interpreter', detail: 'arabiska, helst en kvinna' }]);
    const again = aPage({ answer: anAnswer({ needs: first.needs }), draft: { interpreter: 'man' } });
    expect(answerState(again).details.interpreter).toBe('arabiska');
    expect(answerToSend(again, '').needs).toEqual([{ need: 'interpreter', detail: 'arabiska, helst en man' }]);
  });
  it('after a no: no times, and only needs that a call or a letter has', () => {
    const sent = answerToSend(aPage({ answer: anAnswer(), draft: { coming: 'no', mode: 'letter' } }), '');
    expect(sent).toMatchObject({ coming: 'no', times: [], needs: [{ need: 'interpreter' }] });
    expect(sent.needs).toHaveLength(1);
  });
});
