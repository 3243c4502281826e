import { acceptanceBlockers, planCoverage, planMayBegin, presentationBlockers } from './plan';
import { CONFERENCE_STATES, DAY_PHASES } from './states';
import type { PlanActionFields } from './plan';

const anAction = (over: Partial<PlanActionFields> = {}): PlanActionFields => ({
  id: 'a1', questionId: 'q1', what: 'Går med Wilma till skolan', ownerId: 'gunnel', dueOn: '2026-12-11', whenText: null, checkerId: 'pernilla',
  planB: 'Rolf kör', needsDecision: false, meetsBottomLineIds: [], ...over,
});
const questions = [{ id: 'q1' }, { id: 'q2' }];
const bottomLines = [{ id: 'b1' }, { id: 'b2' }];

describe('coverage', () => {
  it('answers a question with an action that says what is done', () => {
    const coverage = planCoverage({ questions, bottomLines, actions: [anAction(), anAction({ id: 'a2', questionId: 'q2', what: '  ' })] });
    expect(coverage.questions.map((question) => question.answered)).toEqual([true, false]);
    expect(coverage.questionsAnswered).toBe(1);
  });
  it('names every field that is missing, per action and gathered per question', () => {
    const bare = anAction({ id: 'a2', ownerId: null, dueOn: null, checkerId: null, planB: '' });
    const coverage = planCoverage({ questions, bottomLines, actions: [anAction(), bare] });
    expect(coverage.actions[1]?.missing).toEqual(['owner', 'when', 'checker', 'planB']);
    expect(coverage.questions[0]).toEqual({ questionId: 'q1', answered: true, actionIds: ['a1', 'a2'], missing: ['owner', 'when', 'checker', 'planB'] });
  });
  it('takes "tisdagar kl. 17.30" for a when', () => {
    const coverage = planCoverage({ questions, bottomLines, actions: [anAction({ dueOn: null, whenText: 'tisdagar kl. 17.30' })] });
    expect(coverage.actions[0]?.missing).toEqual([]);
  });
  it('meets a bottom line by one action or more', () => {
    const coverage = planCoverage({ questions, bottomLines, actions: [anAction({ meetsBottomLineIds: ['b1'] }), anAction({ id: 'a2', meetsBottomLineIds: ['b1'] })] });
    expect(coverage.bottomLines).toEqual([
      { bottomLineId: 'b1', met: true, byActionIds: ['a1', 'a2'] },
      { bottomLineId: 'b2', met: false, byActionIds: [] },
    ]);
    expect(coverage.bottomLinesMet).toBe(1);
  });
});

describe('presenting', () => {
  const blockers = (actions: PlanActionFields[]) => presentationBlockers(planCoverage({ questions, bottomLines, actions }));
  const whole = [anAction(), anAction({ id: 'a2', questionId: 'q2' })];

  it('is free when every question has an answer with an owner and a time', () => {
    expect(blockers(whole)).toEqual([]);
  });
  it('waits for an unanswered question', () => {
    expect(blockers([anAction()])).toEqual([{ code: 'questionUnanswered', questionId: 'q2' }]);
    expect(blockers([])).toHaveLength(questions.length);
  });
  it('waits for an action without an owner, a time, a text or a question of this family', () => {
    expect(blockers([...whole, anAction({ id: 'a3', ownerId: null })])).toEqual([{ code: 'actionWithoutOwner', actionId: 'a3' }]);
    expect(blockers([...whole, anAction({ id: 'a3', dueOn: null, whenText: ' ' })])).toEqual([{ code: 'actionWithoutTime', actionId: 'a3' }]);
    expect(blockers([...whole, anAction({ id: 'a3', what: null })])).toEqual([{ code: 'actionWithoutText', actionId: 'a3' }]);
    expect(blockers([...whole, anAction({ id: 'a3', questionId: 'someone else’s' })])).toEqual([{ code: 'actionWithoutQuestion', actionId: 'a3' }]);
  });
  it('does not wait for a checker or a plan B: those are hints', () => {
    expect(blockers([...whole, anAction({ id: 'a3', checkerId: null, planB: null })])).toEqual([]);
  });
});

describe('the answer from the social services', () => {
  const decide = (decision: Parameters<typeof acceptanceBlockers>[0]['decision'], bottomLineIds: string[] = [], reason: string | null = null) =>
    acceptanceBlockers({ decision, bottomLineIds, reason }, bottomLines);

  it('needs no grounds for a yes', () => {
    expect(decide('accept')).toEqual([]);
  });
  it.each(['refuse', 'requestRevision'] as const)('%s names the bottom line it breaks, or gives a reason', (decision) => {
    expect(decide(decision)).toEqual([{ code: 'bottomLineOrReasonRequired' }]);
    expect(decide(decision, [], '   ')).toEqual([{ code: 'bottomLineOrReasonRequired' }]);
    expect(decide(decision, ['b1'])).toEqual([]);
    expect(decide(decision, [], 'Punkt 4.1 saknar en vuxen.')).toEqual([]);
  });
  it('cannot lean on a bottom line that is not in the referral', () => {
    expect(decide('refuse', ['b1', 'b9'])).toEqual([{ code: 'bottomLineUnknown', bottomLineId: 'b9' }]);
  });
  it('writes its conditions down when it has some', () => {
    expect(decide('acceptWithConditions')).toEqual([{ code: 'conditionsRequired' }]);
    expect(decide('acceptWithConditions', [], 'Farmor är med till 1 mars.')).toEqual([]);
  });
});

it('begins when the family presents what it has come to, or when the conference has been held', () => {
  const begins = CONFERENCE_STATES.flatMap((state) => DAY_PHASES.filter((phase) => planMayBegin({ state, phase })).map((phase) => `${state} ${phase}`));
  expect(begins).toEqual(['inProgress presentation', ...DAY_PHASES.map((phase) => `held ${phase}`)]);
});
