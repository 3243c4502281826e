export * from './addresses';
export * from './hear';
export * from './signing';
