export * from './staff-access';
export * from './link-token';
export * from './letter-code';
export * from './housekeeping';
export * from './idempotency';
export * from './staff';
export * from './family';
export * from './family-texts';
