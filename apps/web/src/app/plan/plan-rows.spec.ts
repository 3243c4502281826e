import type { ActionView } from '@radslag/contracts';
import { brokenLine, emptyFields, missingOf, moved, numbersOf } from './plan-rows';

const q = (id: string) => ({ id, text: id, answered: false, complete: false, actions: 0 });
const row = (id: string, questionId: string, position: number): ActionView => ({ ...emptyFields(questionId), id, position, version: 1, state: 'open', missing: [], reports: [], reminderDueAt: null });
const plan = { questions: [q('q1'), q('q2')], actions: [row('c', 'q2', 3), row('b', 'q1', 2), row('a', 'q1', 1)] };

describe('rows of the plan', () => {
  it('are numbered by question and place', () => {
    expect(Object.fromEntries(numbersOf(plan))).toEqual({ a: '1.1', b: '1.2', c: '2.1' });
  });
  it('move a step under their question, and the order is that of the whole plan', () => {
    expect(moved(plan, 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(plan, 'b', -1)).toEqual(['b', 'a', 'c']);
  });
  it('do not move out of their question', () => {
    expect(moved(plan, 'a', -1)).toBeNull();
    expect(moved(plan, 'c', 1)).toBeNull();
  });
  it('lack a time only when neither words nor a date are given', () => {
    expect(missingOf({ ...emptyFields('q1'), what: 'Lagar mat', ownerId: 'm', checkerId: 'n', planB: 'x', dueOn: '2026-12-01' })).toEqual([]);
    expect(missingOf({ ...emptyFields('q1'), what: 'Lagar mat', ownerId: 'm' })).toEqual(['when', 'checker', 'planB']);
  });
});

it('a bottom line that the answer said is broken is not called met before the plan is accepted', () => {
  expect((['draft', 'presented', 'revisionRequested', 'refused', 'accepted'] as const).map((state) => brokenLine({ state, brokenBottomLineId: 'b1' }))).toEqual(['b1', 'b1', 'b1', 'b1', null]);
});
