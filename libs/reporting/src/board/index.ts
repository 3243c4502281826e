import { ReadBoard } from './read-board';

export * from './read-board';

export const boardProviders = [ReadBoard];
