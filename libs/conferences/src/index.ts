import { dayProviders } from './day';
import { networkProviders } from './network';
import { offerProviders } from './offers';
import { planningProviders } from './planning';
import { reachingProviders } from './reaching';
import { referralProviders } from './referral';

export * from './day';
export * from './network';
export * from './offers';
export * from './planning';
export * from './reaching';
export * from './referral';

export const conferencesProviders = [...offerProviders, ...referralProviders, ...networkProviders, ...planningProviders, ...reachingProviders, ...dayProviders];
