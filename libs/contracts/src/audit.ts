import * as z from 'zod';
import { date, Id, instant } from './text';
import { route } from './route';

/** Somebody in a network has asked who has opened what is kept about them. The log reviewer sees which case, and never who. */
export const AccessRequest = z.strictObject({ taskId: Id, reference: z.string(), askedAt: instant(), /** Whoever passes the answer on. */ handledBy: z.string().nullable() }).meta({ id: 'AccessRequest' });
export type AccessRequest = z.output<typeof AccessRequest>;

/** One line per person, day and act, newest day first. */
export const AccessLine = z.strictObject({ on: date(), by: z.string().nullable(), role: z.string().nullable(), kind: z.string(), action: z.string(), times: z.int() }).meta({ id: 'AccessLine' });
export type AccessLine = z.output<typeof AccessLine>;

export const auditRoutes = {
  readAuditLog: route('readAuditLog', {
    method: 'GET', path: '/audit', tag: 'audit', summary: 'Who read and wrote what; ids only, never content', access: ['logReviewer'],
    query: z.strictObject({ before: z.coerce.number().int().min(1).optional(), limit: z.coerce.number().int().min(1).max(200).default(100), reference: z.string().regex(/^\d{4}-\d{3,5}$/).optional() }),
    response: z.strictObject({ entries: z.array(z.strictObject({ seq: z.int(), at: instant(), actorKind: z.string(), actor: z.string().nullable(), action: z.string(), entity: z.string().nullable(), reference: z.string().nullable() })), next: z.int().nullable(), chainIntact: z.boolean() }),
  }),
  listAccessRequests: route('listAccessRequests', { method: 'GET', path: '/audit/requests', tag: 'audit', summary: 'Who in a network waits to hear who has opened their data; case numbers only', access: ['logReviewer'], response: z.array(AccessRequest) }),
  readAccessExtract: route('readAccessExtract', {
    method: 'GET', path: '/audit/requests/:taskId', tag: 'audit', summary: 'Who has opened the data of the person who asked', access: ['logReviewer'],
    params: z.strictObject({ taskId: Id }),
    response: z.strictObject({ ...AccessRequest.shape, since: date(), lines: z.array(AccessLine), /** The oldest are left out. */ cut: z.boolean() }),
  }),
};
