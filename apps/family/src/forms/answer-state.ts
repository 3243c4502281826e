import type { AnswerDraft, GivenAnswer, InvitationPage } from '@radslag/access';
import { dateOf, NEEDS, worryAfter, type Need, type TimeAnswer } from '@radslag/domain';

/** The answer as it stands on the pages: what has been typed since, over what was last sent. */
export type AnswerState = {
  coming: AnswerDraft['coming'];
  times: Readonly<Record<string, TimeAnswer>>;
  noTimeFits: boolean;
  usualTimes: string;
  mode: AnswerDraft['mode'];
  spokesperson: string;
  needs: readonly Need[] | undefined;
  details: Readonly<Partial<Record<Need, string>>>;
  interpreter: AnswerDraft['interpreter'];
};

export function answerState(page: Pick<InvitationPage, 'draft' | 'answer' | 'answered'>): AnswerState {
  const { draft, answer } = page;
  // A no to the times there were is none to those that are asked about now.
  const isNew = page.answered === null;
  return {
    coming: draft.coming ?? (isNew && answer?.coming === 'no' ? undefined : answer?.coming),
    times: { ...Object.fromEntries((answer?.times ?? []).map((time) => [time.timeId, time.value])), ...draft.times },
    noTimeFits: draft.noTimeFits ?? (isNew ? undefined : answer?.noTimeFits) ?? false,
    usualTimes: draft.usualTimes ?? answer?.usualTimes ?? '',
    mode: draft.mode ?? modeOf(answer, draft),
    spokesperson: draft.spokesperson ?? answer?.spokesperson ?? '',
    needs: draft.needs ?? answer?.needs.map((need) => need.need),
    details: { ...Object.fromEntries((answer?.needs ?? []).map((need) => [need.need, withoutWish(need.detail)])), ...draft.details },
    interpreter: draft.interpreter ?? wishIn(answer?.needs.find((need) => need.need === 'interpreter')?.detail),
  };
}

/** As it was sent last, whatever it was about. */
export const sentAnswer = ({ answer }: Pick<InvitationPage, 'answer'>): Pick<InvitationPage, 'draft' | 'answer' | 'answered'> => ({ draft: {}, answer, answered: answer?.coming ?? null });

/** A no without a way of taking part is an answer too. */
function modeOf(answer: GivenAnswer | null, draft: AnswerDraft): AnswerDraft['mode'] {
  if (answer === null) return undefined;
  if (draft.coming !== undefined && (draft.coming === 'no') !== (answer.coming === 'no')) return undefined;
  return answer.mode ?? (answer.coming === 'no' ? 'none' : undefined);
}

/** Addresses are numbers: a history must not tell what was asked. */
export const AT = { code: '/1', coming: '/2', times: '/3', how: '/4', needs: '/5', worry: '/6', check: '/7', done: '/8', meeting: '/9', plan: '/10', wrong: '/11', told: '/12', privacy: '/13', access: '/14' } as const;
export const detailAt = (need: Need): string => `/5${NEEDS.indexOf(need) + 1}`;
export const needAt = (digit: string): Need | undefined => NEEDS[Number(digit) - 1];

/** After a no the calendar is not asked for. */
const PATH = [AT.coming, AT.times, AT.how, AT.needs, AT.worry] as const;
const PATH_AFTER_NO = [AT.coming, AT.how, AT.needs, AT.worry] as const;
const PATH_AFTER_NEITHER = [AT.coming, AT.how, AT.worry] as const;

export function pathOf(state: AnswerState): readonly string[] {
  if (state.coming !== 'no') return PATH;
  return state.mode === 'none' ? PATH_AFTER_NEITHER : PATH_AFTER_NO;
}

export function stepOf(state: AnswerState, at: string): { n: number; of: number } {
  const path = pathOf(state);
  return { n: Math.max(1, path.indexOf(at) + 1), of: path.length };
}
export function pageBefore(state: AnswerState, at: string): string | undefined {
  return at === AT.check ? AT.worry : pathOf(state)[pathOf(state).indexOf(at) - 1];
}

/** Needs that make sense for someone who is not coming: what a call or a letter takes. */
export const NEEDS_AWAY: readonly Need[] = ['interpreter', 'other'];
export const isAway = (state: AnswerState): boolean => state.coming === 'no';
export const needsOffered = (state: AnswerState): readonly Need[] => (isAway(state) ? NEEDS_AWAY : NEEDS);
export const needsChosen = (state: AnswerState): readonly Need[] => needsOffered(state).filter((need) => state.needs?.includes(need));

export const MODES = ['inPerson', 'partly', 'phone', 'video', 'letter', 'spokesperson'] as const;
export const MODES_AWAY = ['phone', 'letter', 'spokesperson', 'none'] as const;
export const modesOffered = (state: AnswerState): readonly NonNullable<AnswerState['mode']>[] => (isAway(state) ? MODES_AWAY : MODES);

/** The first page that still lacks an answer; null: everything can be sent. The worry may be skipped. */
export function firstGap(state: AnswerState, timeIds: readonly string[]): string | null {
  if (state.coming === undefined) return AT.coming;
  if (!isAway(state) && !state.noTimeFits && timeIds.some((id) => state.times[id] === undefined)) return AT.times;
  if (state.mode === undefined || !modesOffered(state).includes(state.mode)) return AT.how;
  if (state.mode !== 'none' && state.needs === undefined) return AT.needs;
  const detail = needsChosen(state).find((need) => state.details[need] === undefined);
  return detail === undefined ? null : detailAt(detail);
}

/** Where Continue leads: the next thing that is missing, then the last question once, then the check. */
export function nextPage(page: Pick<InvitationPage, 'draft' | 'answer' | 'answered' | 'times'>, from: string): string {
  const state = answerState(page);
  const gap = firstGap(state, page.times.map((time) => time.id));
  if (gap !== null) return gap;
  if (from === AT.worry || page.answer !== null || page.draft.worry !== undefined) return AT.check;
  return AT.worry;
}

/** Open until the last day to answer has ended where the meeting is. */
export function mayAnswer(page: Pick<InvitationPage, 'conference' | 'now'>): boolean {
  const { state, answerBy, zone } = page.conference;
  return state === 'polling' && (answerBy === null || dateOf(page.now, zone) <= answerBy);
}

/** A returning link shows where things stand, not the beginning. */
export function landing(page: InvitationPage): string {
  if (page.wrongPerson) return AT.wrong;
  if (page.secondStep.required) return AT.code;
  if (page.planReleased) return AT.plan;
  const { state } = page.conference;
  if (state === 'confirmed' || state === 'inProgress' || state === 'held' || state === 'cancelled') return AT.meeting;
  if (page.answered !== null || !mayAnswer(page)) return AT.check;
  const begun = page.draft.coming !== undefined || page.answer !== null;
  return begun ? nextPage(page, '') : AT.coming;
}

/** As it is sent. The wish about the interpreter becomes part of the detail, in Swedish: staff read it. */
const WISH = { woman: 'helst en kvinna', man: 'helst en man', any: '' } as const;
export function detailToSend(state: AnswerState, need: Need): string {
  const text = state.details[need] ?? '';
  const wish = need === 'interpreter' && state.interpreter ? WISH[state.interpreter] : '';
  return [text, wish].filter((part) => part !== '').join(', ');
}
const WISHES = Object.entries(WISH).filter(([, text]) => text !== '') as [NonNullable<AnswerState['interpreter']>, string][];
const wishIn = (detail = '') => WISHES.find(([, text]) => detail.endsWith(text))?.[0];
const withoutWish = (detail: string) => WISHES.reduce((left, [, text]) => (left.endsWith(`, ${text}`) ? left.slice(0, -text.length - 2) : left), detail);

export type AnswerToSend = {
  coming: NonNullable<AnswerState['coming']>;
  mode: Exclude<NonNullable<AnswerState['mode']>, 'none'> | null;
  times: { timeId: string; value: TimeAnswer }[];
  noTimeFits: boolean;
  usualTimes: string;
  needs: { need: Need; detail: string }[];
  spokesperson: string;
  note: string;
  worry: NonNullable<AnswerDraft['worry']>;
};

export function answerToSend(page: InvitationPage, note: string): AnswerToSend {
  const state = answerState(page);
  const away = isAway(state);
  const offered = page.times.map((time) => time.id);
  const wanted = away || state.noTimeFits ? [] : offered;
  return {
    coming: state.coming!,
    mode: state.mode === 'none' ? null : (state.mode ?? null),
    times: wanted.flatMap((timeId) => (state.times[timeId] === undefined ? [] : [{ timeId, value: state.times[timeId] }])),
    noTimeFits: !away && state.noTimeFits,
    usualTimes: away ? '' : state.usualTimes,
    needs: state.mode === 'none' ? [] : needsChosen(state).map((need) => ({ need, detail: detailToSend(state, need) })),
    spokesperson: state.mode === 'spokesperson' ? state.spokesperson : '',
    // Never shown again, so an empty field means "nothing new", not "take it back".
    note: note || (page.answer?.note ?? ''),
    worry: worryAfter(page.answer?.worry, page.draft.worry),
  };
}
