export * from './staff-access';
export * from './link-token';
