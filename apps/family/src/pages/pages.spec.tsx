import { gunzipSync, gzipSync } from 'node:zlib';
import { directionOf, revealingWords } from '@radslag/domain';
import { gzipPage } from '../document/compress';
import { answerState } from '../forms/answer-state';
import { SCRIPT } from '../script/script';
import { SHEET } from '../sheet/sheet';
import { WRITTEN, type Tongue } from '@radslag/family-texts';
import { aDeskFrame, aFrame, anAnswer, aPage, TIMES } from './a-page.fixture';
import { cardPage } from './card-page';
import { checkPage, donePage } from './check-pages';
import { askedPage, codePage, deadPage, languagePage, letterPage, overPage, plainPage, slowPage, startPage, wrongPage } from './door-pages';
import { meetingPage, toldPage } from './meeting-pages';
import { planPage } from './plan-page';
import { comingPage, detailPage, howPage, needsPage, timesPage, worryPage } from './question-pages';

const set = { state: 'confirmed', startsLocal: '2026-12-08T17:30', endsLocal: '2026-12-08T20:30' } as const;
const venue = { name: 'Alnäs fritidsgård', address: 'Skolgatan 3', directions: 'Buss 4' };
const plan = {
  focalName: 'Elias', madeOn: '2026-12-08', reviewOn: '2027-03-09',
  mine: [{ actionId: 'a0000000-0000-7000-8000-00000000000a', what: 'Hämta Elias i skolan', whenText: 'torsdagar', dueOn: '2026-12-17', planB: 'ring mormor', lastReport: 'good' as const }],
  others: [{ who: 'Sara A.', what: 'Elias sover hos henne', whenText: '', dueOn: null }],
};
const missing = [{ at: 't1', text: 'Torsdag' }];

/** Before the second step: what a stranger with the phone can see. */
const before = (tongue: Tongue): Record<string, string> => {
  const [frame, desk] = [aFrame(tongue), aDeskFrame(tongue)];
  const paused = aPage({ secondStep: { required: true, birthYear: true, code: true, lockedUntil: new Date() } });
  return {
    start: startPage(frame), dead: deadPage(desk), letter: letterPage(desk), letterWrong: letterPage(desk, true), asked: askedPage(desk), over: overPage(desk), slow: slowPage(desk),
    notHere: plainPage(desk, frame.w.notHere), broken: plainPage(desk, frame.w.broken), wrong: wrongPage(frame),
    languages: languagePage(frame), languagesUnknown: languagePage(desk), missingLanguage: languagePage(frame, 'ru'),
    code: codePage({ frame, page: aPage() }), codeWrong: codePage({ frame, page: aPage(), year: '1975', fault: { at: 'ar', text: frame.w.code.yearWrong } }),
    codePaused: codePage({ frame, page: paused, paused: true }), codeOnly: codePage({ frame, page: aPage({ secondStep: { required: true, birthYear: false, code: true, lockedUntil: null } }) }),
    card: cardPage(desk, { phone: '+46701740605', smsSender: 'Svara', outOfHoursPhone: '+46701740699', emailFrom: 'svara@alnas.example', linkStart: 'svara.example/r/' }),
    codeNeeded: codePage({ frame, page: aPage({ secondStep: { required: false, birthYear: false, code: false, lockedUntil: null } }) }),
  };
};
/** The answer pages never say who or why, even after the step. */
const asking = (tongue: Tongue): Record<string, string> => {
  const frame = aFrame(tongue);
  const page = aPage({ answer: anAnswer() });
  const state = answerState(page);
  return {
    coming: comingPage({ frame, state }), times: timesPage({ frame, state, page }), timesFault: timesPage({ frame, state, page, unanswered: [TIMES[1]!.id], faults: missing }),
    how: howPage({ frame, state }), needs: needsPage({ frame, state }), detail: detailPage({ frame, state, need: 'interpreter' }), worry: worryPage({ frame, state }),
    check: checkPage({ frame, page }), late: checkPage({ frame, page: aPage({ answer: anAnswer(), conference: { answerBy: '2026-11-20' } }) }),
    lateUnanswered: checkPage({ frame, page: aPage({ conference: { answerBy: '2026-11-20' } }) }), done: donePage({ frame, page, changed: false }),
    doneNo: donePage({ frame, page: aPage({ answer: anAnswer({ coming: 'no', mode: null, needs: [], times: [] }) }), changed: true }), told: toldPage(frame, page),
    set: meetingPage(frame, aPage({ conference: set, answer: anAnswer() })), moved: meetingPage(frame, aPage({ conference: { ...set, moved: true, movedFrom: '2026-12-03T17:30' } })),
    behindStep: meetingPage(frame, aPage({ conference: set, venueBehindStep: true })), cancelled: meetingPage(frame, aPage({ conference: { state: 'cancelled' } })), held: meetingPage(frame, aPage({ conference: { ...set, state: 'held' } })),
  };
};
const after = (tongue: Tongue): Record<string, string> => ({ place: meetingPage(aFrame(tongue), aPage({ conference: set, venue })), plan: planPage(aFrame(tongue), plan) });

const withoutSheet = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, ' ');
const readable = (html: string) => withoutSheet(html).replace(/<[^>]+>/g, ' ');
const isChecked = (html: string) => / checked/.test(withoutSheet(html));

describe.each(WRITTEN.map((tongue) => [tongue.code, tongue] as const))('the pages in %s', (_code, tongue) => {
  const all = { ...before(tongue), ...asking(tongue), ...after(tongue) };

  it('are 14 kB at most over the wire, sheet and all, in one request, with no script but the one they can do without', () => {
    for (const html of Object.values(all)) {
      expect(gzipPage(html).length).toBeLessThanOrEqual(14 * 1024);
      expect(html.split('<script>')).toHaveLength(2);
      expect(html).toContain(`<script>${SCRIPT}</script>`);
      expect(html.replace(SCRIPT, '')).not.toMatch(/<script |<link rel="stylesheet"|<img|\son\w+=|\sstyle=|src=/);
    }
  });

  it('say their language and direction once, where it turns the whole page', () => {
    for (const html of Object.values(all)) {
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${tongue.lang}" dir="${directionOf(tongue.language)}">`));
      expect(withoutSheet(html).match(/dir="rtl"/g) ?? []).toHaveLength(directionOf(tongue.language) === 'rtl' ? 1 : 0);
    }
  });

  it('have one main, one h1, a title that tells nothing, and every control inside a label or with one', () => {
    for (const html of Object.values(all)) {
      expect(html.match(/<main/g)).toHaveLength(1);
      expect(html.match(/<h1/g)).toHaveLength(1);
      const title = /<title>(.*)<\/title>/.exec(html)![1]!;
      expect(revealingWords(title)).toEqual([]);
      expect(title).not.toContain('Lena');
      for (const [, id] of html.matchAll(/<(?:input type="text"|textarea|input class="short" type="text")[^>]* id="(\w+)"/g)) expect(html).toContain(`for="${id}"`);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('keep the phone number whole and left to right, and within reach on every page', () => {
    for (const html of Object.values(all)) expect(html).toMatch(/<bdi dir="ltr">070-174 06 \d\d<\/bdi>/);
  });

  it('name no agency, child, relation or method before the second step', () => {
    for (const [name, html] of Object.entries(before(tongue))) expect([name, revealingWords(readable(html))]).toEqual([name, []]);
  });

  it('nor on the pages that ask; help with one’s own children is the one thing that must be called by its name', () => {
    const { options, notes } = aFrame(tongue).w.needs;
    for (const [name, html] of Object.entries(asking(tongue))) {
      expect([name, revealingWords(readable(html).replace(options.childcare, '').replace(notes.childcare, ''))]).toEqual([name, []]);
    }
  });

  it('leave no mark of the catalogue behind', () => {
    for (const html of Object.values(all)) expect(html).not.toMatch(/[\u0001-\u0008]|undefined|\[object|NaN/);
  });

  it('carry the session’s token in every form of a session but the way out', () => {
    for (const html of Object.values({ ...asking(tongue), ...after(tongue) })) {
      const forms = html.split('<form').slice(1).filter((form) => !form.includes('action="/ut"'));
      for (const form of forms) expect(form.slice(0, form.indexOf('</form>'))).toContain(`name="t" value="${'x'.repeat(22)}"`);
    }
  });
});

describe('the pages', () => {
  it('choose nothing beforehand', () => {
    const state = answerState(aPage());
    const frame = aFrame();
    for (const html of [comingPage({ frame, state }), timesPage({ frame, state, page: aPage() }), howPage({ frame, state }), needsPage({ frame, state }), worryPage({ frame, state })]) expect(isChecked(html)).toBe(false);
  });

  it('never show a worry or a note again', () => {
    const page = aPage({ draft: { worry: 'callMe' }, answer: anAnswer({ worry: 'doNotCall', note: 'jag är rädd för Bo' }) });
    const html = withoutSheet(worryPage({ frame: aFrame(), state: answerState(page) })) + withoutSheet(checkPage({ frame: aFrame(), page }));
    expect(html).not.toContain('rädd för Bo');
    expect(isChecked(html)).toBe(false);
    expect(html).toContain('Ditt svar går bara till Lena');
  });

  it('a fault is said first: in the title, in a focused summary with links, at the question', () => {
    const html = asking(WRITTEN[0])['timesFault']!;
    expect(html).toContain('<title>Fel: Möte – steg 2 av 5</title>');
    expect(html).toMatch(/<div class="sum" role="alert" tabindex="-1" autofocus/);
    expect(html).toContain('<a href="#t1">');
    expect(html).toContain('id="t1"');
    expect(html).toContain('aria-describedby="t1-f"');
  });

  it('what people typed stays text', () => {
    const hostile = '"><img src=x onerror=alert(1)>{{7*7}}</textarea>';
    const page = aPage({ draft: { usualTimes: hostile, spokesperson: hostile, details: { food: hostile }, noTimeFits: true, mode: 'spokesperson', coming: 'yes', needs: ['food'] } });
    const state = answerState(page);
    const html = timesPage({ frame: aFrame(), state, page }) + howPage({ frame: aFrame(), state }) + detailPage({ frame: aFrame(), state, need: 'food' }) + checkPage({ frame: aFrame(), page });
    expect(html).not.toContain('<img');
    expect(html.match(/&lt;img/g)!.length).toBeGreaterThanOrEqual(4);
  });

  it('after the last day answers are shown without a way to change them', () => {
    const html = asking(WRITTEN[0])['late']!;
    expect(html).toContain('Svarstiden gick ut fredag <span class="nb">20 november</span>. Ring Lena om du vill ändra något.');
    expect(html).not.toContain('>Ändra<');
    expect(html).not.toContain('Skicka mitt svar');
  });

  it('a place that is not released, and one that never will be, look the same', () => {
    const html = meetingPage(aFrame(), aPage({ conference: set }));
    expect(html).toContain('Lena ringer dig och berättar var vi ses.');
    expect(html).not.toMatch(/hemlig|skydd/i);
  });

  it('on the day, "if something happens" comes right under the place', () => {
    const order = (now: string) => {
      const html = meetingPage(aFrame(), aPage({ now: new Date(now), conference: set }));
      return html.indexOf('Om något händer') < html.indexOf('Spara i kalendern');
    };
    expect(order('2026-12-07T22:59:00Z')).toBe(false); // 23.59 the evening before
    expect(order('2026-12-07T23:01:00Z')).toBe(true);
  });

  it('unknown, expired and revoked are one page; with several municipalities it names no wrong number in the bar', () => {
    expect(deadPage(aDeskFrame())).toBe(deadPage(aDeskFrame()));
    const several = deadPage({ ...aDeskFrame(), deskPhones: ['+46701740605', '+46701740606'] });
    expect(several.slice(0, several.indexOf('</header>'))).not.toContain('tel:');
    expect(several).toContain('070-174 06 05');
    expect(several).toContain('070-174 06 06');
  });
});

describe('the compressed page', () => {
  it.each(WRITTEN.map((tongue) => [tongue.code, tongue] as const))('unpacks to itself, and is no larger than gzip makes it (%s)', (_code, tongue) => {
    for (const html of Object.values(asking(tongue))) {
      expect(gunzipSync(gzipPage(html)).toString()).toBe(html);
      expect(gzipPage(html).length).toBeLessThan(gzipSync(html).length * 1.05);
    }
  });
  it('also of a text with no known beginning', () => expect(gunzipSync(gzipPage('<!doctype html>å')).toString()).toBe('<!doctype html>å'));
});

describe('the sheet', () => {
  it('is without comments, and keeps min-width for phones that know nothing newer', () => {
    expect(SHEET).not.toContain('/*');
    expect(SHEET).toContain('@media (min-width:42em)');
    expect(SHEET).not.toMatch(/width\s*[<>]=/);
    expect(SHEET).not.toMatch(/@import|url\(/);
    expect(SHEET).toContain('.c :checked+span::before');
  });
});

describe('a moved meeting', () => {
  it.each([['sv', 'Förut: torsdag 3 december 2026 kl. 17.30. Den tiden gäller inte längre.'], ['en', 'Before: Thursday 3 December 2026 17:30. That time no longer applies.']])('says in %s what held before', (code, said) => {
    const frame = aFrame(WRITTEN.find((tongue) => tongue.code === code));
    const page = aPage({ conference: { ...set, moved: true, movedFrom: '2026-12-03T17:30' } });
    expect(readable(meetingPage(frame, page)).replace(/\s+/g, ' ').replace(' .', '.')).toContain(said);
    expect(readable(meetingPage(frame, aPage({ conference: { ...set, moved: true } })))).not.toContain(said.slice(0, 6));
  });
});
