import * as z from 'zod';
import {
  ADDRESS_MAX, ALIAS_MAX, CHANNELS, CONSENT_FORMS, CONSENT_PURPOSES, CONTACT_FAULTS, DELEGATE_FAULTS, FAMILY_LANGUAGES, MEMBER_STATES, NEEDS, NO_CONTACT, PAIR_MEASURES, RINGS, SIDES, STORED_MEASURES, TIES,
  TOLD_WORRIES, WORD_MAX, WORRY_MEASURES,
} from '@radslag/domain';
import { block, clock, date, emailAddress, Id, instant, line, optionalLine, personName, phoneAsTyped, version } from './text';
import { route } from './route';

const COORDINATOR = ['coordinator'] as const;
const READERS = ['coordinator', 'socialWorker', 'manager'] as const;

export const NeedItem = z.strictObject({ need: z.enum(NEEDS), detail: optionalLine().default('') });

export const Consent = z
  .strictObject({
    id: Id,
    purpose: z.enum(CONSENT_PURPOSES),
    form: z.enum(CONSENT_FORMS),
    givenOn: date(),
    validUntil: date().nullable(),
    withdrawnAt: instant().nullable(),
    recordedBy: z.string(),
  })
  .meta({ id: 'Consent' });

/** What a coordinator writes about a person. A protected person has no number here, and the channel is staff only. */
export const MemberInput = z
  .strictObject({
    givenName: personName(),
    familyName: personName(),
    relation: line(60),
    side: z.enum(SIDES),
    ring: z.enum(RINGS),
    professional: z.boolean().default(false),
    guardian: z.boolean().default(false),
    supportPerson: z.boolean().default(false),
    mustAttend: z.boolean().default(false),
    language: z.enum(FAMILY_LANGUAGES).default('sv'),
    /** The first choice; the others are tried after it, in order. */
    channel: z.enum(CHANNELS).default('sms'),
    otherChannels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).default([]),
    email: emailAddress().nullable().default(null),
    /** As it stands on an envelope. */
    postalAddress: block(ADDRESS_MAX).nullable().default(null),
    /** Own hours, inside the municipality's. */
    hours: z.strictObject({ from: clock(), to: clock() }).nullable().default(null),
    /** Nothing is sent before this day. */
    notBefore: date().nullable().default(null),
    phone: phoneAsTyped().nullable().default(null),
    sharedPhone: z.boolean().default(false),
    /** On a shared phone: the text may say for whom it is, by initials or by the name agreed. */
    initialsAllowed: z.boolean().default(false),
    alias: line(ALIAS_MAX).nullable().default(null),
    /** Somebody in the network whose phone messages to this person go to. */
    delegateId: Id.nullable().default(null),
    voicemailAllowed: z.boolean().default(false),
    /** Begins every text, so that the person knows it is ours. */
    agreedWord: line(WORD_MAX).nullable().default(null),
    noSms: z.boolean().default(false),
    /** 'Ring mig inte.' */
    noCalls: z.boolean().default(false),
    protected: z.boolean().default(false),
    birthYear: z.string().regex(/^(19|20)\d\d$/, { error: 'not-a-year' }).nullable().default(null),
    needs: z.array(NeedItem).max(10).default([]),
    canHelpWith: block(1000).default(''),
    /** Preparation notes: the coordinator's own, never shown to the referrer. */
    note: block(2000).default(''),
  })
  .meta({ id: 'MemberInput' });
export type MemberInput = z.output<typeof MemberInput>;

export const Member = z
  .strictObject({
    ...MemberInput.shape,
    phone: z.string().nullable(),
    email: z.string().nullable(),
    /** The channel that last brought an answer or a delivery: tried first. */
    lastReachedBy: z.enum(CHANNELS).nullable(),
    birthYear: z.string().nullable(),
    needs: z.array(z.strictObject({ need: z.enum(NEEDS), detail: z.string() })),
    id: Id,
    version: version(),
    state: z.enum(MEMBER_STATES),
    focalPersonId: Id.nullable(),
    initials: z.string(),
    shortName: z.string(),
    agreedAt: instant().nullable(),
    contactedAt: instant().nullable(),
    preparedAt: instant().nullable(),
    consents: z.array(Consent),
    /** About meeting someone, newest first; the case's coordinator sees them, nobody else. */
    worries: z.array(z.strictObject({ id: Id, said: z.enum(TOLD_WORRIES), toldAt: instant(), answeredAt: instant().nullable(), answeredBy: z.string().nullable(), measure: z.enum(STORED_MEASURES).nullable(), note: z.string() })),
    /** Why this person cannot be sent anything now; null: can be. */
    contactRefusal: z.string().nullable(),
    /** What the one gate for contact says of calling them now, and of a letter. A number that may not be called is no number to show. */
    callRefusal: z.enum(NO_CONTACT).nullable(),
    letterRefusal: z.enum(NO_CONTACT).nullable(),
    allowed: z.array(z.string()),
    /** Parts of it that cannot be opened: their ciphertext is broken. Left out when there are none. */
    unreadable: z.array(z.string()).optional(),
  })
  .meta({ id: 'Member' });
export type Member = z.output<typeof Member>;

export const TieView = z
  .strictObject({
    id: Id, fromMemberId: Id.nullable(), toMemberId: Id, kind: z.enum(TIES), until: date().nullable(),
    /** Whom a contact ban binds; null: it has not been said, or goes by itself (between the child and somebody). */
    boundMemberId: Id.nullable(),
    /** A manager has decided that the two can be in the same conference, and how. */
    decision: z.strictObject({ measure: z.enum(PAIR_MEASURES), ground: z.string(), by: z.string(), at: instant() }).nullable(),
  })
  .meta({ id: 'Tie' });

export const NetworkView = z
  .strictObject({
    members: z.array(Member),
    ties: z.array(TieView),
    /** Sides with fewer than two people and the like, as prompts. */
    missing: z.array(z.strictObject({ code: z.string() })),
    editable: z.boolean(),
    /** The reader may decide about pairs. */
    decides: z.boolean(),
  })
  .meta({ id: 'NetworkView' });
export type NetworkView = z.output<typeof NetworkView>;

const MEMBER_ERRORS = ['not-a-phone-number', 'special-number', 'not-a-mobile-number', 'protected-has-no-number', 'pair-shares-messages', ...CONTACT_FAULTS, ...DELEGATE_FAULTS];
const ofReferral = z.strictObject({ referralId: Id });
const ofTie = z.strictObject({ tieId: Id });
const ofMember = z.strictObject({ memberId: Id });

export const networkRoutes = {
  readNetwork: route('readNetwork', { method: 'GET', path: '/referrals/:referralId/network', tag: 'network', summary: 'Everyone in the network', access: READERS, params: ofReferral, response: NetworkView }),
  addMember: route('addMember', { method: 'POST', path: '/referrals/:referralId/members', tag: 'network', summary: 'Add a person', access: COORDINATOR, params: ofReferral, body: MemberInput, response: Member, status: 201, errors: MEMBER_ERRORS }),
  changeMember: route('changeMember', { method: 'PUT', path: '/members/:memberId', tag: 'network', summary: 'Change what is known about a person', access: COORDINATOR, params: ofMember, body: z.strictObject({ version: version(), member: MemberInput }), response: Member, errors: MEMBER_ERRORS }),
  moveMember: route('moveMember', { method: 'POST', path: '/members/:memberId/moves', tag: 'network', summary: 'Agreed by the focal person, contacted, prepared', access: COORDINATOR, params: ofMember, body: z.strictObject({ event: z.enum(['agree', 'contact', 'prepare']) }), response: Member }),
  removeMember: route('removeMember', { method: 'POST', path: '/members/:memberId/remove', tag: 'network', summary: 'Take a person out; everything unsent to them is cancelled in the same transaction', access: COORDINATOR, params: ofMember, status: 204 }),
  recordConsent: route('recordConsent', {
    method: 'POST', path: '/members/:memberId/consents', tag: 'network', summary: 'Record a consent', access: COORDINATOR, params: ofMember,
    body: z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), form: z.enum(CONSENT_FORMS), givenOn: date(), validUntil: date().nullable().default(null) }),
    response: Member, status: 201, errors: ['date-in-future', 'date-in-past'],
  }),
  withdrawConsent: route('withdrawConsent', { method: 'POST', path: '/consents/:consentId/withdraw', tag: 'network', summary: 'Withdraw a consent; queued messages are cancelled in the same transaction', access: COORDINATOR, params: z.strictObject({ consentId: Id }), response: Member }),
  answerWorry: route('answerWorry', {
    method: 'POST', path: '/worries/:worryId/answer', tag: 'network', summary: 'What was done about somebody’s worry; what it held goes on', access: COORDINATOR, params: z.strictObject({ worryId: Id }),
    body: z.strictObject({ measure: z.enum(WORRY_MEASURES), note: block(1000).min(1) }), response: Member,
  }),
  addTie: route('addTie', { method: 'POST', path: '/referrals/:referralId/ties', tag: 'network', summary: 'Draw a relation', access: COORDINATOR, params: ofReferral, body: z.strictObject({ fromMemberId: Id.nullable(), toMemberId: Id, kind: z.enum(TIES), until: date().nullable().default(null), boundMemberId: Id.nullable().default(null) }), response: TieView, status: 201, errors: ['tie-to-self', 'bound-is-no-end', 'pair-shares-messages'] }),
  decidePair: route('decidePair', { method: 'POST', path: '/ties/:tieId/decision', tag: 'network', summary: 'Decide that two people between whom a ban stands can be in the same conference, and how', access: ['manager'], params: ofTie, body: z.strictObject({ measure: z.enum(PAIR_MEASURES), ground: block(1000).min(1) }), response: TieView, status: 201, errors: ['pair-needs-no-decision', 'referral-not-active'] }),
  revokePair: route('revokePair', { method: 'POST', path: '/ties/:tieId/decision/revoke', tag: 'network', summary: 'Take such a decision back', access: ['manager'], params: ofTie, response: TieView, errors: ['pair-needs-no-decision', 'referral-not-active'] }),
  removeTie: route('removeTie', { method: 'DELETE', path: '/ties/:tieId', tag: 'network', summary: 'Erase a relation', access: COORDINATOR, params: ofTie }),
};
