import { gunzipSync, gzipSync } from 'node:zlib';
import { directionOf, revealingWords } from '@radslag/domain';
import { gzipPage } from '../document/compress';
import { answerState } from '../forms/answer-state';
import { SCRIPT } from '../script/script';
import { SHEET } from '../sheet/sheet';
import { WRITTEN } from '@radslag/family-texts';
import { after, asking, before, everyPage, set } from './every-page.fixture';
import { aDeskFrame, aFrame, anAnswer, aPage } from './a-page.fixture';
import { checkPage } from './check-pages';
import { deadPage } from './door-pages';
import { meetingPage } from './meeting-pages';
import { comingPage, detailPage, howPage, needsPage, timesPage, worryPage } from './question-pages';

const withoutSheet = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, ' ');
const readable = (html: string) => withoutSheet(html).replace(/<[^>]+>/g, ' ');
const isChecked = (html: string) => / checked/.test(withoutSheet(html));

describe.each(WRITTEN.map((tongue) => [tongue.code, tongue] as const))('the pages in %s', (_code, tongue) => {
  const all = everyPage(tongue);

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
    expect(html).toContain('Ring Lena och fråga.');
    expect(html).not.toMatch(/hemlig|skydd/i);
  });

  it('promises no call: nobody has been given one to make', () => {
    const pages = [{ conference: set }, { conference: { ...set, state: 'cancelled' as const } }, { conference: { ...set, state: 'held' as const } }].map((change) => meetingPage(aFrame(), aPage(change)));
    for (const html of pages) expect(html).not.toMatch(/ringer dig|hör av sig|kan du läsa den här/);
    expect(pages[1]).toContain('Behöver du prata? Ring Lena.');
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
    expect(SHEET).toContain('min(1.8125rem,.875rem + 4.7vw)');
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
