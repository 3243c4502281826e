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

const Proof = z.string().min(1).max(100);
/** The number of an address, as it is written in it. */
const Version = z.string().regex(/^[1-9]\d{0,8}$/);
const ofReceipt = z.strictObject({ municipalityId: Id, version: Version, messageId: Id, mac: Proof });
const ofReply = z.strictObject({ municipalityId: Id, version: Version, mac: Proof });
/** From before each municipality had its own at each operator; heard while it is being changed. */
const ofReceiptBefore = z.strictObject({ municipalityId: Id, messageId: Id, mac: Proof });
const ofReplyBefore = z.strictObject({ mac: Proof });

const elksReceipt = z.object({ id: z.string().min(1).max(100), status: z.string().min(1).max(40) });
const twilioReceipt = z.object({ MessageSid: z.string().min(1).max(100), MessageStatus: z.string().min(1).max(40), ErrorCode: z.string().regex(/^\d{1,6}$/).optional().catch(undefined) });
const elksReply = z.object({ id: z.string().min(1).max(100), from: z.string().min(3).max(20), to: z.string().min(3).max(20), message: z.string().max(4096), created: z.string().max(40).optional() });
const twilioReply = z.object({ MessageSid: z.string().min(1).max(100), From: z.string().min(3).max(20), To: z.string().min(3).max(20), Body: z.string().max(4096) });
/** Twilio puts the hash of a body that is no form into the address, and signs the address. */
const twilioQuery = z.object({ bodySHA256: z.string().max(100).optional() });

const RECEIPT = 'The operator calls it; the path carries an HMAC of the message under the municipality’s own key at this operator, and the body is 4 kB at most.';
const REPLY = 'The operator calls it; the path carries an HMAC under the municipality’s own key at this operator, and the body is 16 kB at most.';
const SIGNED = ' Twilio’s own signature is required.';
const elks = { method: 'POST', tag: 'hooks', errors: ['bad-signature'] } as const;
const twilio = { ...elks, query: twilioQuery } as const;

/** What an operator posts to us. The address proves that we gave it out, and to whom. */
export const hookRoutes = {
  deliveryReceipt: route('deliveryReceipt', { ...elks, path: '/hooks/46elks/dlr/:municipalityId/:version/:messageId/:mac', summary: 'Delivery receipt from 46elks (form-encoded)', access: { public: RECEIPT }, params: ofReceipt, body: elksReceipt }),
  deliveryReceiptBefore: route('deliveryReceiptBefore', { ...elks, path: '/hooks/46elks/dlr/:municipalityId/:messageId/:mac', summary: 'The same, to an address from before', access: { public: RECEIPT }, params: ofReceiptBefore, body: elksReceipt }),
  twilioReceipt: route('twilioReceipt', { ...twilio, path: '/hooks/twilio/dlr/:municipalityId/:version/:messageId/:mac', summary: 'Delivery receipt from Twilio (form-encoded)', access: { public: RECEIPT + SIGNED }, params: ofReceipt, body: twilioReceipt }),
  twilioReceiptBefore: route('twilioReceiptBefore', { ...twilio, path: '/hooks/twilio/dlr/:municipalityId/:messageId/:mac', summary: 'The same, to an address from before', access: { public: RECEIPT + SIGNED }, params: ofReceiptBefore, body: twilioReceipt }),
  inboundSms: route('inboundSms', { ...elks, path: '/hooks/46elks/inbound/:municipalityId/:version/:mac', summary: 'A reply, from 46elks (form-encoded)', access: { public: REPLY }, params: ofReply, body: elksReply }),
  inboundSmsBefore: route('inboundSmsBefore', { ...elks, path: '/hooks/46elks/inbound/:mac', summary: 'The same, to an address from before', access: { public: REPLY }, params: ofReplyBefore, body: elksReply }),
  twilioInbound: route('twilioInbound', { ...twilio, path: '/hooks/twilio/inbound/:municipalityId/:version/:mac', summary: 'A reply, from Twilio (form-encoded); answered with empty TwiML', access: { public: REPLY + SIGNED }, params: ofReply, body: twilioReply, produces: 'text/xml' }),
  twilioInboundBefore: route('twilioInboundBefore', { ...twilio, path: '/hooks/twilio/inbound/:mac', summary: 'The same, to an address from before', access: { public: REPLY + SIGNED }, params: ofReplyBefore, body: twilioReply, produces: 'text/xml' }),
};
