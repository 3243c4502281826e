import { networkProviders } from './network';
import { offerProviders } from './offers';
import { referralProviders } from './referral';

export * from './network';
export * from './offers';
export * from './referral';

export const conferencesProviders = [...offerProviders, ...referralProviders, ...networkProviders];
