import { ALNAS, BERGA, type MunicipalityStory } from '../municipalities';
import type { Family, OfferStory } from '../story';
import { kasper, nova, omar, temesgenAndSelam } from './alnas-early';
import { danylo, isabella } from './berga';
import { ella } from './ella';
import { farah } from './farah';
import { harriet } from './harriet';
import { linn } from './linn';
import { mina } from './mina';
import { wilma } from './wilma';

export type Chapter = { municipality: MunicipalityStory; families: readonly Family[]; offers: readonly OfferStory[] };

/** Twelve families, and every stage of the method. The families that said no leave a reason and two dates, nothing else. */
export const STORIES: readonly Chapter[] = [
  {
    municipality: ALNAS,
    families: [harriet, linn, mina, wilma, ella, temesgenAndSelam, omar, kasper, nova],
    offers: [
      { about: 'R.H.', by: 'jonas', on: -2 },
      { about: 'V.E. och M.E.', by: 'maryam', on: -5 },
      { by: 'jonas', on: -15, answered: -12, reason: 'keepRelativesOut' },
      { by: 'maryam', on: -27, answered: -27, reason: 'helpIsEnough' },
      { by: 'jonas', on: -48, answered: -44, reason: 'networkTooSmall' },
      { by: 'maryam', on: -70, answered: -66, reason: 'wrongMoment' },
    ],
  },
  {
    municipality: BERGA,
    families: [danylo, farah, isabella],
    offers: [
      { about: 'A.T.', by: 'david', on: -3 },
      { by: 'david', on: -19, answered: -14, reason: 'helpIsEnough' },
      { by: 'ingrid', on: -33, answered: -33, reason: 'notSaid' },
    ],
  },
];
