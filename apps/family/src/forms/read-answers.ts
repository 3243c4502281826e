import type { AnswerDraft, InvitationPage } from '@radslag/access';
import { COMING, TIME_ANSWERS, WORRY_CHOICES, worryAfter, type Need } from '@radslag/domain';
import type { Fault } from '../document/choices';
import type { Words } from '@radslag/family-texts';
import { modesOffered, needsOffered, type AnswerState } from './answer-state';
import type { Form } from './form';

/** What each page sent, as a part of the draft and what must be mended. Choices that were not offered count as none. */
export type Read = { part: AnswerDraft; faults: Fault[] };

export const TEXT_MAX = 1000;
export const LINE_MAX = 100;

const oneOf = <T extends string>(known: readonly T[], value: string): T | undefined => known.find((one) => one === value);
const tooLong = (text: string, max: number, at: string, w: Words): Fault[] => ([...text].length > max ? [{ at, text: w.textTooLong({ max }) }] : []);

export function readComing(form: Form, w: Words): Read {
  const coming = oneOf(COMING, form.get('k'));
  return { part: { coming }, faults: coming === undefined ? [{ at: 'k', text: w.coming.fault }] : [] };
}

/** Fields are letters and numbers by place: an id in a form tells nobody anything, but is longer. */
export const timeField = (index: number): string => `t${index}`;

export function readTimes(form: Form, page: Pick<InvitationPage, 'times'>, w: Words): Read & { unanswered: string[] } {
  const times: NonNullable<AnswerDraft['times']> = {};
  page.times.forEach((time, i) => {
    const value = oneOf(TIME_ANSWERS, form.get(timeField(i)));
    if (value !== undefined) times[time.id] = value;
  });
  const noTimeFits = form.get('ingen') === '1';
  const usualTimes = form.block('nar');
  const unanswered = noTimeFits ? [] : page.times.filter((time) => times[time.id] === undefined).map((time) => time.id);
  return { part: { times, noTimeFits, usualTimes }, unanswered, faults: tooLong(usualTimes, TEXT_MAX, 'nar', w) };
}

export function readHow(form: Form, state: AnswerState, w: Words): Read {
  const mode = oneOf(modesOffered(state), form.get('h'));
  const spokesperson = form.line('vem');
  const missing = mode === undefined ? [{ at: 'h', text: w.how.fault }] : [];
  return { part: { mode, spokesperson }, faults: [...missing, ...tooLong(spokesperson, LINE_MAX, 'vem', w)] };
}

export function readNeeds(form: Form, state: AnswerState, w: Words): Read & { nothing: boolean } {
  const sent = form.all('b');
  const needs = needsOffered(state).filter((need) => sent.includes(need));
  const nothing = sent.includes('inget');
  const text = nothing && needs.length > 0 ? w.needs.faultBoth : !nothing && needs.length === 0 ? w.needs.fault : null;
  return { part: { needs }, nothing, faults: text === null ? [] : [{ at: 'b', text }] };
}

export function readDetail(form: Form, need: Need, state: AnswerState, w: Words): Read {
  const detail = form.line('d');
  const interpreter = need === 'interpreter' ? oneOf(['woman', 'man', 'any'] as const, form.get('v')) : undefined;
  const missing = detail !== '' ? null : need === 'interpreter' ? w.detail.languageMissing : need === 'other' ? w.detail.otherMissing : null;
  const faults = [...(missing === null ? [] : [{ at: 'd', text: missing }]), ...tooLong(detail, LINE_MAX, 'd', w)];
  return { part: { details: { ...state.details, [need]: detail }, ...(interpreter ? { interpreter } : {}) }, faults };
}

/** Passing the question by is not a no, and takes nothing back that was said on this visit. */
export function readWorry(form: Form, before: AnswerDraft['worry']): AnswerDraft {
  return { worry: worryAfter(before, oneOf(WORRY_CHOICES, form.get('o')) ?? 'skipped') };
}

export function readNote(form: Form, w: Words): { note: string; faults: Fault[] } {
  const note = form.block('n');
  return { note, faults: tooLong(note, TEXT_MAX, 'n', w) };
}

export function readFeedback(form: Form, w: Words): { text: string; faults: Fault[] } {
  const text = form.block('vad');
  return { text, faults: text === '' ? [{ at: 'vad', text: w.access.missing }] : tooLong(text, TEXT_MAX, 'vad', w) };
}
