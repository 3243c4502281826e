import type { Params } from './method-steps';

/** What must be there before a referral can be handed in: asked for then, never while it is being written. */
export type ReferralDraft = {
  focalPersons: readonly { givenName: string; familyName: string }[];
  situation: string;
  questions: readonly unknown[];
  bottomLines: readonly unknown[];
  /** Nothing is off the table: said on purpose. */
  noBottomLines: boolean;
  resources: readonly unknown[];
};
export type ReferralBlockerCode = 'noFocalPerson' | 'focalPersonUnnamed' | 'noSituation' | 'tooFewQuestions' | 'tooManyQuestions' | 'bottomLinesUnsaid' | 'noResources';
export type ReferralBlocker = { code: ReferralBlockerCode; params: Params };

/** Three to five questions: fewer leaves the family without a task, more cannot be worked through in an evening. */
export const FEWEST_QUESTIONS = 3;
export const MOST_QUESTIONS = 5;

export function referralBlockers(draft: ReferralDraft): ReferralBlocker[] {
  const questions = draft.questions.length;
  const unnamed = draft.focalPersons.filter((person) => isBlank(person.givenName) || isBlank(person.familyName)).length;
  const found: (ReferralBlocker | false)[] = [
    draft.focalPersons.length === 0 && { code: 'noFocalPerson', params: {} },
    unnamed > 0 && { code: 'focalPersonUnnamed', params: { count: unnamed } },
    isBlank(draft.situation) && { code: 'noSituation', params: {} },
    questions < FEWEST_QUESTIONS && { code: 'tooFewQuestions', params: { count: questions, left: FEWEST_QUESTIONS - questions } },
    questions > MOST_QUESTIONS && { code: 'tooManyQuestions', params: { count: questions, most: MOST_QUESTIONS } },
    draft.bottomLines.length === 0 && !draft.noBottomLines && { code: 'bottomLinesUnsaid', params: {} },
    draft.resources.length === 0 && { code: 'noResources', params: {} },
  ];
  return found.filter((blocker) => blocker !== false);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
