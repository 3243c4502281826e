import { letterDocument, type LetterFacts } from './letter-document';
import { LETTER_TEMPLATE } from './letter-template';
import { pressPdf } from './press';

/** One letter, on paper. */
export const pressLetter = (facts: LetterFacts): Promise<Buffer> => pressPdf(LETTER_TEMPLATE, letterDocument(facts));
