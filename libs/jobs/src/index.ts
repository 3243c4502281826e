export * from './job-map';
export * from './redis';
export * from './bells';
export * from './listener';
export * from './limits';
