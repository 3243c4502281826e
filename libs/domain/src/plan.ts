import type { ConferenceState, DayPhase } from './states';
import type { CalendarDate } from './time';

/** The plan is the family's: it is written down when they present it, or afterwards. */
export function planMayBegin(conference: { state: ConferenceState; phase: DayPhase }): boolean {
  return conference.state === 'held' || (conference.state === 'inProgress' && conference.phase === 'presentation');
}

/** Is the plan whole? Every question of the family answered, every action with someone who does it, by when, and someone who checks. */
export type PlanActionFields = {
  id: string;
  questionId: string | null;
  what: string | null;
  ownerId: string | null;
  dueOn: CalendarDate | null;
  /** "tisdagar kl. 17.30" when no single day is due. */
  whenText: string | null;
  checkerId: string | null;
  planB: string | null;
  needsDecision: boolean;
  meetsBottomLineIds: readonly string[];
};
export type PlanInput = {
  questions: readonly { id: string }[];
  bottomLines: readonly { id: string }[];
  actions: readonly PlanActionFields[];
};

export const PLAN_FIELDS = ['question', 'what', 'owner', 'when', 'checker', 'planB'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

export type ActionCoverage = { actionId: string; questionId: string | null; missing: PlanField[]; needsDecision: boolean };
export type QuestionCoverage = { questionId: string; answered: boolean; actionIds: string[]; missing: PlanField[] };
export type BottomLineCoverage = { bottomLineId: string; met: boolean; byActionIds: string[] };
export type PlanCoverage = {
  questions: QuestionCoverage[];
  bottomLines: BottomLineCoverage[];
  actions: ActionCoverage[];
  questionsAnswered: number;
  bottomLinesMet: number;
};

export function planCoverage(plan: PlanInput): PlanCoverage {
  const known = new Set(plan.questions.map((question) => question.id));
  const actions = plan.actions.map((action) => ({
    actionId: action.id,
    questionId: action.questionId !== null && known.has(action.questionId) ? action.questionId : null,
    missing: missingFields(action, known),
    needsDecision: action.needsDecision,
  }));
  const questions = plan.questions.map((question) => {
    const own = actions.filter((action) => action.questionId === question.id);
    return {
      questionId: question.id,
      // An action that does not say what is done is a blank line, not an answer.
      answered: own.some((action) => !action.missing.includes('what')),
      actionIds: own.map((action) => action.actionId),
      missing: PLAN_FIELDS.filter((field) => own.some((action) => action.missing.includes(field))),
    };
  });
  const bottomLines = plan.bottomLines.map((line) => {
    const by = plan.actions.filter((action) => action.meetsBottomLineIds.includes(line.id) && !isBlank(action.what));
    return { bottomLineId: line.id, met: by.length > 0, byActionIds: by.map((action) => action.id) };
  });
  return {
    questions,
    bottomLines,
    actions,
    questionsAnswered: questions.filter((question) => question.answered).length,
    bottomLinesMet: bottomLines.filter((line) => line.met).length,
  };
}

function missingFields(action: PlanActionFields, known: ReadonlySet<string>): PlanField[] {
  const present: Record<PlanField, boolean> = {
    question: action.questionId !== null && known.has(action.questionId),
    what: !isBlank(action.what),
    owner: action.ownerId !== null,
    when: action.dueOn !== null || !isBlank(action.whenText),
    checker: action.checkerId !== null,
    planB: !isBlank(action.planB),
  };
  return PLAN_FIELDS.filter((field) => !present[field]);
}
function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

export type PresentationBlocker =
  | { code: 'questionUnanswered'; questionId: string }
  | { code: 'actionWithoutQuestion' | 'actionWithoutText' | 'actionWithoutOwner' | 'actionWithoutTime'; actionId: string };

/** What must be mended before the plan can be presented. A missing checker or plan B is a hint, not a hindrance. */
export function presentationBlockers(coverage: PlanCoverage): PresentationBlocker[] {
  const questions: PresentationBlocker[] = coverage.questions
    .filter((question) => !question.answered)
    .map((question) => ({ code: 'questionUnanswered', questionId: question.questionId }));
  const actions = coverage.actions.flatMap((action) =>
    BLOCKING.filter(([field]) => action.missing.includes(field)).map(([, code]): PresentationBlocker => ({ code, actionId: action.actionId })),
  );
  return [...questions, ...actions];
}
const BLOCKING = [
  ['question', 'actionWithoutQuestion'],
  ['what', 'actionWithoutText'],
  ['owner', 'actionWithoutOwner'],
  ['when', 'actionWithoutTime'],
] as const satisfies readonly (readonly [PlanField, string])[];

export const PLAN_DECISIONS = ['accept', 'acceptWithConditions', 'requestRevision', 'refuse'] as const;
export type PlanDecision = (typeof PLAN_DECISIONS)[number];
export type AcceptanceBlocker =
  | { code: 'bottomLineOrReasonRequired' }
  | { code: 'conditionsRequired' }
  | { code: 'bottomLineUnknown'; bottomLineId: string };

/**
 * Acceptance is presumed: it needs no grounds. A refusal or a revision must name the bottom line that is broken, or give a
 * reason; conditions must be written.
 */
export function acceptanceBlockers(
  decision: { decision: PlanDecision; bottomLineIds: readonly string[]; reason: string | null },
  bottomLines: readonly { id: string }[],
): AcceptanceBlocker[] {
  const unknown: AcceptanceBlocker[] = decision.bottomLineIds
    .filter((id) => !bottomLines.some((line) => line.id === id))
    .map((bottomLineId) => ({ code: 'bottomLineUnknown', bottomLineId }));
  const unreasoned = isBlank(decision.reason);
  const needsGround = decision.decision === 'refuse' || decision.decision === 'requestRevision';
  if (needsGround && decision.bottomLineIds.length === 0 && unreasoned) return [{ code: 'bottomLineOrReasonRequired' }];
  if (decision.decision === 'acceptWithConditions' && unreasoned) return [...unknown, { code: 'conditionsRequired' }];
  return unknown;
}
