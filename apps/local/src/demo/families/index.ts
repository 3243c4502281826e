import { ALNAS, BERGA, type MunicipalityStory } from '../municipalities';
import type { Family, OfferStory } from '../story';
import { ella } from './ella';
import { mina } from './mina';
import { wilma } from './wilma';

export type Chapter = { municipality: MunicipalityStory; families: readonly Family[]; offers: readonly OfferStory[] };

export const STORIES: readonly Chapter[] = [
  { municipality: ALNAS, families: [ella, wilma, mina], offers: [{ about: 'R.H.', by: 'jonas', on: -2 }] },
  { municipality: BERGA, families: [], offers: [{ by: 'david', on: -12, answered: -9, reason: 'helpIsEnough' }] },
];
