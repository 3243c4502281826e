import { answerBySms } from '@radslag/conferences';
import { GIVE_ANSWER } from '@radslag/outreach';

/** A reply that is an answer is written as conferences writes answers; outreach may not know conferences. */
export const giveAnswerProvider = { provide: GIVE_ANSWER, useValue: answerBySms };
