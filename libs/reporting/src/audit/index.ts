import { AnswerForBreak } from './answer-for-break';
import { ListAccessRequests } from './list-access-requests';
import { ReadAccessExtract } from './read-access-extract';
import { ReadAuditLog } from './read-audit-log';

export * from './anchors';
export * from './answer-for-break';
export * from './check-audit-chains';
export * from './tell-of-breaks';
export * from './read-audit-log';
export * from './list-access-requests';
export * from './read-access-extract';

export const auditProviders = [ReadAuditLog, ListAccessRequests, ReadAccessExtract, AnswerForBreak];
