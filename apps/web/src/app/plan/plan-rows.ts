import type { ActionView, PlanView } from '@radslag/contracts';
import type { PlanField } from '@radslag/domain';

export type ActionFields = Pick<ActionView, 'questionId' | 'what' | 'ownerId' | 'whenText' | 'dueOn' | 'checkerId' | 'planB' | 'needsDecision' | 'meetsBottomLineIds'>;

export function fieldsOf(action: ActionView): ActionFields {
  const { questionId, what, ownerId, whenText, dueOn, checkerId, planB, needsDecision, meetsBottomLineIds } = action;
  return { questionId, what, ownerId, whenText, dueOn, checkerId, planB, needsDecision, meetsBottomLineIds };
}
export function emptyFields(questionId: string): ActionFields {
  return { questionId, what: '', ownerId: null, whenText: '', dueOn: null, checkerId: null, planB: '', needsDecision: false, meetsBottomLineIds: [] };
}
export function sameFields(a: ActionFields, b: ActionFields): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same rows, as they were and in the order they were. */
export function sameRows(a: Pick<PlanView, 'actions'>, b: Pick<PlanView, 'actions'>): boolean {
  const rows = (view: Pick<PlanView, 'actions'>) => view.actions.map((action) => `${action.position} ${action.id} ${action.version}`).sort().join();
  return rows(a) === rows(b);
}

/** 1.1, 1.2, 2.1: question and place under it. */
export function numbersOf(view: Pick<PlanView, 'questions' | 'actions'>): Map<string, string> {
  const numbers = new Map<string, string>();
  view.questions.forEach((question, index) => {
    underQuestion(view, question.id).forEach((action, place) => numbers.set(action.id, `${index + 1}.${place + 1}`));
  });
  return numbers;
}
export function underQuestion(view: Pick<PlanView, 'actions'>, questionId: string): ActionView[] {
  return view.actions.filter((action) => action.questionId === questionId).sort((a, b) => a.position - b.position);
}

/** The order of all rows after one has moved a step under its question; null when it is there already. */
export function moved(view: Pick<PlanView, 'questions' | 'actions'>, actionId: string, by: -1 | 1): string[] | null {
  const groups = view.questions.map((question) => underQuestion(view, question.id).map((action) => action.id));
  const group = groups.find((ids) => ids.includes(actionId));
  if (group === undefined) return null;
  const at = group.indexOf(actionId);
  const other = group[at + by];
  if (other === undefined) return null;
  group[at + by] = actionId;
  group[at] = other;
  return groups.flat();
}

/** The bottom line that the last answer said the plan breaks, until the plan is accepted: a row that names it does not mend that. */
export function brokenLine(view: Pick<PlanView, 'state' | 'brokenBottomLineId'>): string | null {
  return view.state === 'accepted' || view.state === 'acceptedWithConditions' ? null : view.brokenBottomLineId;
}

const HINTED: readonly PlanField[] = ['what', 'owner', 'when', 'checker', 'planB'];
/** What a row lacks while it is being written: hints, not errors. An empty new row is not nagged about. */
export function missingOf(fields: ActionFields): PlanField[] {
  const has: Record<PlanField, boolean> = {
    question: true, what: fields.what.trim() !== '', owner: fields.ownerId !== null, when: fields.dueOn !== null || fields.whenText.trim() !== '',
    checker: fields.checkerId !== null, planB: fields.planB.trim() !== '',
  };
  return HINTED.filter((field) => !has[field]);
}
