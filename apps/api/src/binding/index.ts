export * from './endpoint';
export * from './guard';
export * from './exchange';
