import { ListCases } from './list-cases';
import { ReadCase } from './read-case';

export { gatherCaseFacts } from './case-facts';
export * from './list-cases';
export * from './read-case';

export const caseProviders = [ListCases, ReadCase];
