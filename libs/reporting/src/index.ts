import { auditProviders } from './audit';
import { boardProviders } from './board';
import { caseProviders } from './cases';
import { todayProviders } from './today';

export * from './audit';
export * from './board';
export * from './cases';
export * from './today';
export * from './digest';

export const reportingProviders = [...caseProviders, ...todayProviders, ...boardProviders, ...auditProviders];
