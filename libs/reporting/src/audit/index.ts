import { ReadAuditLog } from './read-audit-log';

export * from './read-audit-log';

export const auditProviders = [ReadAuditLog];
