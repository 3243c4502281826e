import { answerState } from '../forms/answer-state';
import type { Tongue } from '@radslag/family-texts';
import { aDeskFrame, aFrame, anAnswer, aPage, TIMES } from './a-page.fixture';
import { accessPage, privacyPage, receivedPage } from './about-pages';
import { cardPage } from './card-page';
import { checkPage, donePage } from './check-pages';
import { askedPage, codePage, deadPage, languagePage, letterPage, overPage, plainPage, slowPage, startPage, wrongPage } from './door-pages';
import { meetingPage, toldPage } from './meeting-pages';
import { planPage } from './plan-page';
import { comingPage, detailPage, howPage, needsPage, timeFault, timesPage, worryPage } from './question-pages';

/** Every page in every state that it has, for the specs and for the gallery. */

export const set = { state: 'confirmed', startsLocal: '2026-12-08T17:30', endsLocal: '2026-12-08T20:30' } as const;
export const venue = { name: 'Alnäs fritidsgård', address: 'Skolgatan 3', directions: 'Buss 4' };
export const plan = {
  focalName: 'Elias', madeOn: '2026-12-08', reviewOn: '2027-03-09', meetsOn: null as string | null,
  mine: [{ actionId: 'a0000000-0000-7000-8000-00000000000a', what: 'Hämta Elias i skolan', whenText: 'torsdagar', dueOn: '2026-12-17', planB: 'ring mormor', lastReport: 'good' as const }],
  following: [{ who: 'Leo B.', what: 'Elias kommer i tid till träningen', whenText: 'onsdagar', dueOn: null }],
  conditions: 'En vuxen hämtar varje dag.', conditionsWithheld: true,
  others: [{ who: 'Sara A.', what: 'Elias sover hos henne', whenText: '', dueOn: null }],
};

/** Before the second step: what a stranger with the phone can see. */
export const before = (tongue: Tongue): Record<string, string> => {
  const [frame, desk] = [aFrame(tongue), aDeskFrame(tongue)];
  const paused = aPage({ secondStep: { required: true, passed: false, birthYear: true, code: true, lockedUntil: new Date('2026-11-22T09:15:00Z') } });
  return {
    start: startPage(frame), dead: deadPage(desk), letter: letterPage(desk), letterWrong: letterPage(desk, true), asked: askedPage(desk), over: overPage(desk), overKept: overPage(desk, true), slow: slowPage(desk),
    notHere: plainPage(desk, frame.w.notHere), broken: plainPage(desk, frame.w.broken), wrong: wrongPage(frame),
    languages: languagePage(frame), languagesUnknown: languagePage(desk), missingLanguage: languagePage(frame, 'ru'),
    code: codePage({ frame, page: aPage() }), codeWrong: codePage({ frame, page: aPage(), year: '1975', fault: { at: 'ar', text: frame.w.code.yearWrong } }),
    codePaused: codePage({ frame, page: paused, paused: true }), codeOnly: codePage({ frame, page: aPage({ secondStep: { required: true, passed: false, birthYear: false, code: true, lockedUntil: null } }) }),
    card: cardPage(desk, { phone: '+46701740605', smsSender: 'Svara', outOfHoursPhone: '+46701740699', emailFrom: 'svara@alnas.example', linkStart: 'svara.example/r/' }),
    codeNeeded: codePage({ frame, page: aPage({ secondStep: { required: false, passed: false, birthYear: false, code: false, lockedUntil: null } }) }),
  };
};
/** The answer pages never say who or why, even after the step. */
export const asking = (tongue: Tongue): Record<string, string> => {
  const frame = aFrame(tongue);
  const page = aPage({ answer: anAnswer() });
  const state = answerState(page);
  const withoutSecond = { ...state, times: Object.fromEntries(Object.entries(state.times).filter(([id]) => id !== TIMES[1]!.id)) };
  return {
    coming: comingPage({ frame, state }), times: timesPage({ frame, state, page }), timesFault: timesPage({ frame, state: withoutSecond, page, unanswered: [TIMES[1]!.id], faults: [timeFault(TIMES[1]!, 1, frame)] }),
    how: howPage({ frame, state }), needs: needsPage({ frame, state }), detail: detailPage({ frame, state, need: 'interpreter' }), worry: worryPage({ frame, state }),
    check: checkPage({ frame, page }), late: checkPage({ frame, page: aPage({ answer: anAnswer(), conference: { answerBy: '2026-11-20' } }) }),
    lateUnanswered: checkPage({ frame, page: aPage({ conference: { answerBy: '2026-11-20' } }) }), done: donePage({ frame, page, changed: false }),
    doneNo: donePage({ frame, page: aPage({ answer: anAnswer({ coming: 'no', mode: null, needs: [], times: [] }) }), changed: true }), told: toldPage(frame, page),
    set: meetingPage(frame, aPage({ conference: set, answer: anAnswer() })), moved: meetingPage(frame, aPage({ conference: { ...set, moved: true, movedFrom: '2026-12-03T17:30' } })),
    behindStep: meetingPage(frame, aPage({ conference: set, venueBehindStep: true })), cancelled: meetingPage(frame, aPage({ conference: { state: 'cancelled' } })), held: meetingPage(frame, aPage({ conference: { ...set, state: 'held' } })),
  };
};
/** Whoever has shown who they are sees whose pages they are. */
const known = (tongue: Tongue) => ({ ...aFrame(tongue), municipality: { name: 'Alnäs kommun', logo: null } });
export const after = (tongue: Tongue): Record<string, string> => ({ place: meetingPage(known(tongue), aPage({ conference: set, venue })), plan: planPage(known(tongue), plan), planBooked: planPage(known(tongue), { ...plan, meetsOn: '2027-03-04' }),
  privacy: privacyPage(known(tongue)), accessibility: accessPage(known(tongue)), accessibilityFault: accessPage(known(tongue), { faults: [{ at: 'vad', text: aFrame(tongue).w.access.missing }] }),
  received: receivedPage(known(tongue), { h1: aFrame(tongue).w.access.sentH1, lead: aFrame(tongue).w.access.sent }),
  filledInFor: comingPage({ frame: { ...known(tongue), filledInFor: 'Amina A.' }, state: answerState(aPage()) }),
});

export const everyPage = (tongue: Tongue): Record<string, string> => ({ ...before(tongue), ...asking(tongue), ...after(tongue) });
