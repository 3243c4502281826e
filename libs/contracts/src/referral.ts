import * as z from 'zod';
import { DECLINE_REASONS, OFFER_STATES, REFERRAL_STATES, CONFERENCE_STATES, DAY_PHASES, PLAN_STATES } from '@radslag/domain';
import { block, date, Id, instant, line, optionalLine, personName, version, wall } from './text';
import { route } from './route';

const CASE_WRITERS = ['socialWorker'] as const;
const CASE_READERS = ['coordinator', 'socialWorker', 'manager'] as const;

export const StaffRef = z.strictObject({ id: Id, name: z.string() }).meta({ id: 'StaffRef' });

/** The offer log: one row per offer, also those that were declined. */
export const Offer = z
  .strictObject({
    id: Id,
    state: z.enum(OFFER_STATES),
    about: z.string().nullable(),
    offeredBy: StaffRef,
    offeredOn: date(),
    answeredOn: date().nullable(),
    declineReason: z.enum(DECLINE_REASONS).nullable(),
    referralId: Id.nullable(),
  })
  .meta({ id: 'Offer' });
export type Offer = z.output<typeof Offer>;

export const FocalPersonInput = z.strictObject({
  id: Id.optional(),
  givenName: personName(),
  familyName: personName(),
  birthDate: date().nullable(),
  /** Optional on purpose: people without a number take part too. */
  personalNumber: optionalLine(20).nullable().default(null),
  protected: z.boolean().default(false),
});
const TextItem = z.strictObject({ id: Id.optional(), text: line(500) });

/** The whole draft at once; what is missing is asked for at submission, not while writing. */
export const ReferralContent = z
  .strictObject({
    focalPersons: z.array(FocalPersonInput).max(12),
    situation: block(),
    worries: block(),
    strengths: block(),
    goals: block(),
    questions: z.array(TextItem).max(5),
    bottomLines: z.array(TextItem).max(10),
    /** Nothing is off the table: said on purpose. */
    noBottomLines: z.boolean(),
    resources: z.array(TextItem).max(20),
    languages: z.array(z.string().regex(/^[a-z]{2,3}(-[a-z0-9-]{2,20})?$/)).min(1).max(8),
    holdBy: date().nullable(),
  })
  .meta({ id: 'ReferralContent' });
export type ReferralContent = z.output<typeof ReferralContent>;

export const STEP_KEYS = ['referral', 'consent', 'network', 'preparation', 'invitation', 'conference', 'plan'] as const;
/** A step of the method as a shape and a coded detail that the screen words. */
export const Step = z.strictObject({
  key: z.enum(STEP_KEYS),
  shape: z.enum(['none', 'half', 'full']),
  detail: z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
}).meta({ id: 'Step' });
export type Step = z.output<typeof Step>;

const coded = z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

/** A line in a list: initials and number, never a name. */
export const CaseSummary = z
  .strictObject({
    id: Id,
    reference: z.string(),
    initials: z.string(),
    state: z.enum(REFERRAL_STATES),
    conferenceState: z.enum(CONFERENCE_STATES).nullable(),
    planState: z.enum(PLAN_STATES).nullable(),
    coordinator: StaffRef.nullable(),
    socialWorker: StaffRef,
    steps: z.array(Step),
    currentStep: z.enum(STEP_KEYS),
    next: coded,
    holdBy: date().nullable(),
    updatedAt: instant(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.output<typeof CaseSummary>;

export const CaseView = z
  .strictObject({
    ...CaseSummary.shape,
    version: version(),
    /** 'Ella A.', age; names appear inside the case. */
    focalPersons: z.array(z.strictObject({ id: Id, givenName: z.string(), familyName: z.string(), birthDate: date().nullable(), age: z.int().nullable(), protected: z.boolean() })),
    content: ReferralContent,
    conferenceId: Id.nullable(),
    /** Which part of its day the conference is in. */
    conferencePhase: z.enum(DAY_PHASES).nullable(),
    /** The family is by itself: since when, and until when it has the room. Nothing of the case can be written meanwhile. */
    privateTime: z.strictObject({ conferenceId: Id, since: instant().nullable(), untilLocal: wall().nullable() }).nullable(),
    planId: Id.nullable(),
    returnReason: z.string().nullable(),
    submittedAt: instant().nullable(),
    acceptedAt: instant().nullable(),
    allocatedAt: instant().nullable(),
    conflictDeclaredAt: instant().nullable(),
    health: z.strictObject({ state: z.enum(['onTrack', 'late', 'paused', 'stopped']), reason: coded.nullable() }),
    deadlines: z.array(z.strictObject({ code: z.string(), due: date(), done: z.boolean(), fromLaw: z.boolean() })),
    /** What the signed-in person may do now, from the state tables and the role. */
    allowed: z.array(z.string()),
    /** Missing before it can be submitted. */
    blockers: z.array(coded),
    recentEvents: z.array(z.strictObject({ at: instant(), code: z.string(), by: z.string().nullable() })),
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.output<typeof CaseView>;

const ofReferral = z.strictObject({ referralId: Id });
const withVersion = z.strictObject({ version: version() });

export const referralRoutes = {
  listOffers: route('listOffers', { method: 'GET', path: '/offers', tag: 'offers', summary: 'The offer log', access: ['socialWorker', 'manager'], response: z.strictObject({ offers: z.array(Offer) }) }),
  logOffer: route('logOffer', {
    method: 'POST', path: '/offers', tag: 'offers', summary: 'Log that a conference was offered', access: CASE_WRITERS,
    body: z.strictObject({ about: line(60), offeredOn: date() }), response: Offer, status: 201, errors: ['date-in-future'],
  }),
  answerOffer: route('answerOffer', {
    method: 'POST', path: '/offers/:offerId/answer', tag: 'offers', summary: 'The family said yes or no', access: CASE_WRITERS, params: z.strictObject({ offerId: Id }),
    body: z.discriminatedUnion('answer', [
      z.strictObject({ answer: z.literal('accepted'), answeredOn: date() }),
      z.strictObject({ answer: z.literal('declined'), answeredOn: date(), reason: z.enum(DECLINE_REASONS) }),
    ]),
    response: Offer, errors: ['date-in-future'],
  }),
  listCases: route('listCases', {
    method: 'GET', path: '/referrals', tag: 'referrals', summary: 'Cases that the signed-in person works with, newest change first', access: CASE_READERS,
    query: z.strictObject({ scope: z.enum(['mine', 'unit']).default('mine'), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    response: z.strictObject({ cases: z.array(CaseSummary), next: z.string().nullable() }),
  }),
  startReferral: route('startReferral', {
    method: 'POST', path: '/referrals', tag: 'referrals', summary: 'Begin a referral from an accepted offer', access: CASE_WRITERS,
    body: z.strictObject({ offerId: Id }), response: CaseView, status: 201, errors: ['offer-not-accepted', 'offer-already-used'],
  }),
  readCase: route('readCase', { method: 'GET', path: '/referrals/:referralId', tag: 'referrals', summary: 'One case; the read is logged', access: CASE_READERS, params: ofReferral, response: CaseView }),
  saveReferral: route('saveReferral', {
    method: 'PUT', path: '/referrals/:referralId/content', tag: 'referrals', summary: 'Save the draft', access: CASE_WRITERS, params: ofReferral,
    body: z.strictObject({ version: version(), content: ReferralContent }), response: CaseView, errors: ['referral-not-draft', 'invalid-personal-number', 'date-in-past'],
  }),
  submitReferral: route('submitReferral', { method: 'POST', path: '/referrals/:referralId/submit', tag: 'referrals', summary: 'Hand in the referral', access: CASE_WRITERS, params: ofReferral, body: withVersion, response: CaseView, errors: ['referral-incomplete'] }),
  returnReferral: route('returnReferral', { method: 'POST', path: '/referrals/:referralId/return', tag: 'referrals', summary: 'Send it back with a reason', access: ['manager'], params: ofReferral, body: z.strictObject({ version: version(), reason: line(500) }), response: CaseView }),
  acceptReferral: route('acceptReferral', { method: 'POST', path: '/referrals/:referralId/accept', tag: 'referrals', summary: 'Accept the referral', access: ['manager'], params: ofReferral, body: withVersion, response: CaseView }),
  listCoordinators: route('listCoordinators', {
    method: 'GET', path: '/coordinators', tag: 'referrals', summary: 'Coordinators and how much they have', access: ['manager'],
    response: z.strictObject({ coordinators: z.array(z.strictObject({ id: Id, name: z.string(), activeCases: z.int() })) }),
  }),
  allocateCoordinator: route('allocateCoordinator', { method: 'POST', path: '/referrals/:referralId/allocate', tag: 'referrals', summary: 'Give the case to a coordinator', access: ['manager'], params: ofReferral, body: z.strictObject({ version: version(), coordinatorId: Id }), response: CaseView, errors: ['not-a-coordinator', 'coordinator-recused'] }),
  declareConflict: route('declareConflict', {
    method: 'POST', path: '/referrals/:referralId/conflict-declaration', tag: 'referrals', summary: 'The coordinator declares whether there is a conflict of interest', access: ['coordinator'], params: ofReferral,
    body: z.strictObject({ version: version(), conflict: z.boolean() }), response: z.strictObject({ active: z.boolean() }),
  }),
  closeReferral: route('closeReferral', {
    method: 'POST', path: '/referrals/:referralId/close', tag: 'referrals', summary: 'Close the case', access: ['manager', 'socialWorker'], params: ofReferral,
    body: z.strictObject({ version: version(), reason: z.enum(['planFulfilled', 'newInvestigation', 'moved', 'withdrew', 'networkDissolved', 'safety', 'planWithoutMeeting']) }), response: CaseView,
  }),
};
