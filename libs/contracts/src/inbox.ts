import * as z from 'zod';
import { HANDLED_HOW, INBOUND_KINDS, NO_CONTACT, REPLY_MEANINGS } from '@radslag/domain';
import { block, Id, instant, wall } from './text';
import { route } from './route';

const NOTE_MAX = 2000;

/** A reply that has come in. What is in it is somebody else's words, and hostile until shown otherwise: shown as text, isolated. */
export const InboxItem = z
  .strictObject({
    id: Id,
    kind: z.enum(INBOUND_KINDS),
    said: z.enum(REPLY_MEANINGS).nullable(),
    /** Why it was not taken for an answer. */
    unclear: z.string().nullable(),
    urgent: z.boolean(),
    receivedAt: instant(),
    text: z.string(),
    /** Masked when the person is protected. */
    sender: z.string(),
    /** The cases of it that the reader may open; several when a number stands for people in several. Empty: nobody knows whose it is. */
    cases: z.array(z.strictObject({ referralId: Id, initials: z.string(), reference: z.string(), conferenceId: Id.nullable() })),
    memberId: Id.nullable(),
    /** 'Yusuf A.'; null when nobody, or more than one, may have written it, or the person is protected. */
    person: z.string().nullable(),
    relation: z.string().nullable(),
    /** Whoever has that number is not to be called, and why; null: they may be, or nobody knows whose it is. */
    callRefusal: z.enum(NO_CONTACT).nullable(),
    /** The automatic answer has gone. */
    answeredByItself: z.boolean(),
    handledAt: instant().nullable(),
    handledBy: z.string().nullable(),
    handledHow: z.enum(HANDLED_HOW).nullable(),
    note: z.string(),
    /** The family of its case is by itself: it can be read and handled, but nothing noted. */
    privateTime: z.strictObject({ since: instant().nullable(), untilLocal: wall().nullable() }).nullable(),
    /** What the reader may do with it now. */
    allowed: z.array(z.enum(['claim', 'handle', 'note', 'reopen'])),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.output<typeof InboxItem>;

export const InboxView = z
  .strictObject({
    now: instant(),
    /** Urgent first, then those that wait, the oldest first; what is handled (or needed nobody) is last, the newest first. */
    items: z.array(InboxItem),
    waiting: z.strictObject({ mine: z.int(), unclaimed: z.int(), urgent: z.int() }),
  })
  .meta({ id: 'InboxView' });
export type InboxView = z.output<typeof InboxView>;

const ofInbound = z.strictObject({ inboundId: Id });
const access = ['coordinator', 'manager'] as const;

export const inboxRoutes = {
  readInbox: route('readInbox', {
    method: 'GET', path: '/inbox', tag: 'inbox', summary: 'Replies by SMS: to my cases, or from numbers that nobody knows', access,
    query: z.strictObject({ scope: z.enum(['mine', 'unclaimed']).default('mine') }), response: InboxView,
  }),
  readInboxItem: route('readInboxItem', { method: 'GET', path: '/inbox/:inboundId', tag: 'inbox', summary: 'One reply', access, params: ofInbound, response: InboxItem }),
  claimInboxItem: route('claimInboxItem', {
    method: 'POST', path: '/inbox/:inboundId/claim', tag: 'inbox', summary: 'It is from this person in my case', access, params: ofInbound, body: z.strictObject({ memberId: Id }), response: InboxItem,
    errors: ['already-claimed'],
  }),
  handleInboxItem: route('handleInboxItem', {
    method: 'POST', path: '/inbox/:inboundId/handled', tag: 'inbox', summary: 'Read, or answered by phone, with what came out of it', access, params: ofInbound,
    body: z.strictObject({ how: z.enum(HANDLED_HOW), note: block(NOTE_MAX).default('') }), response: InboxItem,
  }),
  reopenInboxItem: route('reopenInboxItem', { method: 'POST', path: '/inbox/:inboundId/undo', tag: 'inbox', summary: 'Not handled after all', access, params: ofInbound, response: InboxItem }),
};
