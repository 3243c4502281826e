import { WRITTEN } from '@radslag/family-texts';
import { answerState } from '../forms/answer-state';
import { aDeskFrame, aFrame, anAnswer, aPage, TIMES } from './a-page.fixture';
import { donePage } from './check-pages';
import { overPage, plainPage } from './door-pages';
import { plan, set } from './every-page.fixture';
import { meetingPage } from './meeting-pages';
import { planPage } from './plan-page';
import { timeFault, timesPage } from './question-pages';

/** Every sentence about a state, where it is so and where it is not; in every language, since each has its own words for it. */
describe.each(WRITTEN.map((tongue) => [tongue.code, tongue] as const))('what is said of how things stand, in %s', (_code, tongue) => {
  const frame = aFrame(tongue);
  const { w } = frame;
  const text = (html: string) => html.replace(/<[^>]+>/g, '');
  const firstWords = (sentence: string) => sentence.replace(/[\u0001-\u0004]/g, '');

  it('“we meet again” is said of a day that is booked for the reader, not of one that stands in the plan', () => {
    expect(planPage(frame, { ...plan, meetsOn: '2027-03-04' })).toContain(`<h2>${w.plan.again}</h2>`);
    const planned = planPage(frame, { ...plan, meetsOn: null });
    expect(planned).not.toContain(w.plan.again);
    expect(planned).toContain(w.plan.notBooked);
    expect(planPage(frame, { ...plan, meetsOn: null, reviewOn: null })).not.toContain(`<h2>${w.plan.followUp}</h2>`);
  });

  it('“your other answers are saved” is said when they are', () => {
    const page = aPage();
    const faulty = (kept: boolean) => timesPage({ frame, page, state: answerState(page), unanswered: [TIMES[1]!.id], faults: [timeFault(TIMES[1]!, 1, frame)], kept });
    expect(text(faulty(true))).toContain(firstWords(w.times.saved));
    expect(text(faulty(false))).not.toContain(firstWords(w.times.saved));
  });

  it('“what you have answered is saved” is said to a phone of which something is', () => {
    expect(text(overPage(frame, true))).toContain(firstWords(w.over.kept));
    expect(text(overPage(frame))).not.toContain(firstWords(w.over.kept));
    expect(text(plainPage(aDeskFrame(tongue), w.broken))).not.toContain(firstWords(w.over.kept));
  });

  it('“you get a text” to whoever gets texts, “you see the place” to whoever can show who they are', () => {
    const done = (facts: Parameters<typeof aPage>[0]) => text(donePage({ frame, page: aPage({ answer: anAnswer(), ...facts }), changed: false }));
    const nobody = { required: false, passed: false, birthYear: false, code: false, lockedUntil: null };
    const { text: texted, place } = w.done.steps;
    expect([done({}).includes(texted), done({}).includes(place)]).toEqual([true, true]);
    expect([done({ getsTexts: false }).includes(texted), done({ secondStep: nobody }).includes(place)]).toEqual([false, false]);
  });

  it('“you can change it until …” while that is so', () => {
    const done = (answerBy: string | null) => text(donePage({ frame, page: aPage({ answer: anAnswer(), conference: { answerBy } }), changed: false }));
    expect(done(null)).toContain(firstWords(w.done.untilOpen));
    expect(done('2026-11-20')).not.toContain(firstWords(w.done.change));
    expect(done('2026-11-20')).toContain(firstWords(w.check.closed({ date: '¤', name: 'Lena' })).split('¤').sort((a, b) => b.length - a.length)[0]!.trim());
  });

  it('“then we meet” not to whoever has said that they do not come', () => {
    const page = (coming: 'yes' | 'no') => meetingPage(frame, aPage({ conference: set, answer: anAnswer({ coming }), answered: coming }));
    expect(page('yes')).toContain(`<p class="step">${w.set.see}</p>`);
    expect(page('no')).not.toContain(`>${w.set.see}<`);
  });
});
