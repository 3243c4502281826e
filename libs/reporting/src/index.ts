import { auditProviders } from './audit';
import { caseProviders } from './cases';
import { todayProviders } from './today';

export * from './audit';
export * from './cases';
export * from './today';

export const reportingProviders = [...caseProviders, ...todayProviders, ...auditProviders];
