import { CaseAnswer } from '@radslag/conferences';
import { ReadCase } from '@radslag/reporting';

/** Changes of a referral answer with the case as reporting shows it. */
export const caseAnswerProvider = { provide: CaseAnswer, useExisting: ReadCase };
