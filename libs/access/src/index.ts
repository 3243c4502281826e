export * from './staff-access';
export * from './link-token';
export * from './housekeeping';
export * from './idempotency';
export * from './staff';
export * from './family';
