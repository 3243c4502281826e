import { ANCHORED_IN, AUDIT_BREAKS, AUDIT_STANDINGS, BREAK_REASONS } from '@radslag/domain';
import * as z from 'zod';
import { date, Id, instant, line } from './text';
import { route } from './route';

/** Somebody in a network has asked who has opened what is kept about them. The log reviewer sees which case, and never who. */
export const AccessRequest = z.strictObject({ taskId: Id, reference: z.string(), askedAt: instant(), /** Whoever passes the answer on. */ handledBy: z.string().nullable() }).meta({ id: 'AccessRequest' });
export type AccessRequest = z.output<typeof AccessRequest>;

/** One line per person, day and act, newest day first. */
export const AccessLine = z.strictObject({ on: date(), by: z.string().nullable(), role: z.string().nullable(), kind: z.string(), action: z.string(), times: z.int() }).meta({ id: 'AccessLine' });
export type AccessLine = z.output<typeof AccessLine>;

/** What may be said of the chain of the log: from the last walk through all of it, never from one page. */
export const AuditChain = z
  .strictObject({
    standing: z.enum(AUDIT_STANDINGS),
    /** When the last whole check began: it covers every entry up to and including number `upTo`, and says nothing of later ones. */
    last: z.strictObject({ at: instant(), entries: z.int(), upTo: z.int(), found: z.int(), /** `waits`: the end of the chain is not the one that was kept, and nothing new is kept until that has been explained. */ anchoredIn: z.enum([...ANCHORED_IN, 'waits']).nullable() }).nullable(),
    /** What nobody has answered for first. */
    breaks: z.array(z.strictObject({ id: Id, kind: z.enum(AUDIT_BREAKS), from: z.int(), to: z.int(), foundAt: instant(), answer: z.strictObject({ at: instant(), by: z.string().nullable(), reason: z.enum(BREAK_REASONS), note: z.string().nullable() }).nullable() })),
  })
  .meta({ id: 'AuditChain' });
export type AuditChain = z.output<typeof AuditChain>;

export const auditRoutes = {
  readAuditLog: route('readAuditLog', {
    method: 'GET', path: '/audit', tag: 'audit', summary: 'Who read and wrote what; ids only, never content', access: ['logReviewer'],
    query: z.strictObject({ before: z.coerce.number().int().min(1).optional(), limit: z.coerce.number().int().min(1).max(200).default(100), reference: z.string().regex(/^\d{4}-\d{3,5}$/).optional() }),
    response: z.strictObject({ entries: z.array(z.strictObject({ seq: z.int(), at: instant(), actorKind: z.string(), actor: z.string().nullable(), action: z.string(), entity: z.string().nullable(), reference: z.string().nullable() })), next: z.int().nullable(), chain: AuditChain }),
  }),
  answerForBreak: route('answerForBreak', {
    method: 'POST', path: '/audit/breaks/:breakId/answer', tag: 'audit', summary: 'Why the chain of the log does not hold there; said once', access: ['logReviewer'],
    params: z.strictObject({ breakId: Id }), body: z.strictObject({ reason: z.enum(BREAK_REASONS), note: line(500) }), errors: ['break-answered'],
  }),
  listAccessRequests: route('listAccessRequests', { method: 'GET', path: '/audit/requests', tag: 'audit', summary: 'Who in a network waits to hear who has opened their data; case numbers only', access: ['logReviewer'], response: z.array(AccessRequest) }),
  readAccessExtract: route('readAccessExtract', {
    method: 'GET', path: '/audit/requests/:taskId', tag: 'audit', summary: 'Who has opened the data of the person who asked', access: ['logReviewer'],
    params: z.strictObject({ taskId: Id }),
    response: z.strictObject({ ...AccessRequest.shape, since: date(), lines: z.array(AccessLine), /** The oldest are left out. */ cut: z.boolean() }),
  }),
};
