export * from './access';
export * from './referral';
export * from './conference';
export * from './outreach';
export * from './plan';
export * from './task';
export * from './sending';
