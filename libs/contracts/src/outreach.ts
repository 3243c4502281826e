import * as z from 'zod';
import { CHANNELS, MESSAGE_KINDS, MESSAGE_STATES } from '@radslag/domain';
import { Id, instant } from './text';
import { route } from './route';

/** What an operator's answer came to: taken, a definite no, try again, or nobody knows. */
const CALL_OUTCOMES = ['accepted', 'refused', 'retryable', 'unknown'] as const;

export const MessageView = z
  .strictObject({
    id: Id,
    memberId: Id,
    kind: z.enum(MESSAGE_KINDS),
    channel: z.enum(CHANNELS),
    state: z.enum(MESSAGE_STATES),
    reason: z.string().nullable(),
    dueAt: instant(),
    notAfter: instant(),
    acceptedAt: instant().nullable(),
    deliveredAt: instant().nullable(),
    endedAt: instant().nullable(),
    /** While it has not left: when it will, or why the gate will not let it, as things stand. */
    ahead: z.strictObject({ at: instant(), stopped: z.string().nullable() }).nullable(),
    /** The exact text, while it has not been sent; afterwards only which template and version it was. */
    text: z.string().nullable(),
    language: z.string().nullable(),
    template: z.string().nullable(),
    segments: z.int().nullable(),
    characters: z.int().nullable(),
    alphabet: z.string().nullable(),
    /** Masked for protected people. */
    recipient: z.string(),
    attempts: z.int(),
    /** Each call to an operator, in order, and what came of it; null: not known yet. */
    tries: z.array(z.strictObject({ operator: z.string(), at: instant(), outcome: z.enum(CALL_OUTCOMES).nullable() })),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'MessageView' });
export type MessageView = z.output<typeof MessageView>;

export const OutreachView = z
  .strictObject({
    people: z.array(z.strictObject({ memberId: Id, initials: z.string(), shortName: z.string(), relation: z.string(), channel: z.enum(CHANNELS), professional: z.boolean(), protected: z.boolean(), coming: z.string().nullable(), answeredAt: instant().nullable() })),
    messages: z.array(MessageView),
    /** What people have written back, newest first; with several people behind a number nobody is named. */
    replies: z.array(z.strictObject({ id: Id, memberId: Id.nullable(), text: z.string(), receivedAt: instant() })),
    now: instant(),
    startsAt: instant().nullable(),
    sender: z.string(),
    /** Texts of one segment that have been paid for, those still to come, and what one costs. */
    cost: z.strictObject({ sent: z.int(), ahead: z.int(), segmentPriceOre: z.int() }),
  })
  .meta({ id: 'OutreachView' });
export type OutreachView = z.output<typeof OutreachView>;

const ofConference = z.strictObject({ conferenceId: Id });

export const outreachRoutes = {
  readOutreach: route('readOutreach', { method: 'GET', path: '/conferences/:conferenceId/messages', tag: 'outreach', summary: 'Every message, past and planned, with the exact text of what is planned', access: ['coordinator', 'manager'], params: ofConference, response: OutreachView }),
  cancelMessage: route('cancelMessage', { method: 'POST', path: '/messages/:messageId/cancel', tag: 'outreach', summary: 'Do not send this one', access: ['coordinator'], params: z.strictObject({ messageId: Id }), response: MessageView }),
};

/** What an operator posts to us; the address carries the signature. */
export const hookRoutes = {
  deliveryReceipt: route('deliveryReceipt', {
    method: 'POST', path: '/hooks/46elks/dlr/:municipalityId/:messageId/:mac', tag: 'hooks', summary: 'Delivery receipt from 46elks (form-encoded)',
    access: { public: 'The operator calls it; the path carries an HMAC of the message, and the body is 4 kB at most.' },
    params: z.strictObject({ municipalityId: Id, messageId: Id, mac: z.string().min(1).max(100) }),
    body: z.object({ id: z.string().min(1).max(100), status: z.string().min(1).max(40) }), errors: ['bad-signature'],
  }),
  twilioReceipt: route('twilioReceipt', {
    method: 'POST', path: '/hooks/twilio/dlr/:municipalityId/:messageId/:mac', tag: 'hooks', summary: 'Delivery receipt from Twilio (form-encoded)',
    access: { public: 'The operator calls it; the path carries an HMAC of the message, and the body is 4 kB at most.' },
    params: z.strictObject({ municipalityId: Id, messageId: Id, mac: z.string().min(1).max(100) }),
    body: z.object({ MessageSid: z.string().min(1).max(100), MessageStatus: z.string().min(1).max(40), ErrorCode: z.string().regex(/^\d{1,6}$/).optional().catch(undefined) }), errors: ['bad-signature'],
  }),
  inboundSms: route('inboundSms', {
    method: 'POST', path: '/hooks/46elks/inbound/:mac', tag: 'hooks', summary: 'A reply, from 46elks (form-encoded)',
    access: { public: 'The operator calls it; the path carries an HMAC, and the body is 16 kB at most.' },
    params: z.strictObject({ mac: z.string().min(1).max(100) }),
    body: z.object({ id: z.string().min(1).max(100), from: z.string().min(3).max(20), to: z.string().min(3).max(20), message: z.string().max(4096), created: z.string().max(40).optional() }), errors: ['bad-signature'],
  }),
  twilioInbound: route('twilioInbound', {
    method: 'POST', path: '/hooks/twilio/inbound/:mac', tag: 'hooks', summary: 'A reply, from Twilio (form-encoded); answered with empty TwiML',
    access: { public: 'The operator calls it; the path carries an HMAC, and the body is 16 kB at most.' },
    params: z.strictObject({ mac: z.string().min(1).max(100) }),
    body: z.object({ MessageSid: z.string().min(1).max(100), From: z.string().min(3).max(20), To: z.string().min(3).max(20), Body: z.string().max(4096) }), errors: ['bad-signature'], produces: 'text/xml',
  }),
};
