import { AnswerOffer } from './answer-offer';
import { ListOffers } from './list-offers';
import { LogOffer } from './log-offer';

export * from './answer-offer';
export * from './list-offers';
export * from './log-offer';

export const offerProviders = [LogOffer, AnswerOffer, ListOffers];
