import * as z from 'zod';
import { ANSWER_SOURCES, ATTENDANCE_MODES, COMING, CONFERENCE_STATES, DAY_PHASES, IN_PRIVATE_TIME, INVITATION_STATES, PAIR_MEASURES, PHASE_EVENTS, SEPARATING_TIES, TIME_ANSWERS, WHEREABOUTS, WORRIES, WORRY_TOLD_IN } from '@radslag/domain';
import { block, date, Id, instant, optionalLine, version, wall } from './text';
import { NeedItem } from './network';
import { route } from './route';

const COORDINATOR = ['coordinator'] as const;
const READERS = ['coordinator', 'socialWorker', 'manager'] as const;
const ofReferral = z.strictObject({ referralId: Id });
const ofConference = z.strictObject({ conferenceId: Id });

/** `polled` false: nobody was asked whether it fits; the conference was moved to it. */
export const ProposedTime = z.strictObject({ id: Id, startsLocal: wall(), endsLocal: wall(), polled: z.boolean() }).meta({ id: 'ProposedTime' });

export const ConferenceView = z
  .strictObject({
    id: Id,
    referralId: Id,
    kind: z.string(),
    state: z.enum(CONFERENCE_STATES),
    phase: z.enum(DAY_PHASES),
    scheduleVersion: z.int(),
    version: version(),
    startsLocal: wall().nullable(),
    endsLocal: wall().nullable(),
    zone: z.string(),
    answerBy: date().nullable(),
    venue: z.strictObject({ name: z.string(), address: z.string(), directions: z.string(), released: z.boolean() }),
    times: z.array(ProposedTime),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'ConferenceView' });
export type ConferenceView = z.output<typeof ConferenceView>;

export const VenueInput = z.strictObject({ name: optionalLine(120), address: optionalLine(200), directions: block(1000), released: z.boolean() });

export const InvitationView = z
  .strictObject({
    id: Id,
    memberId: Id,
    state: z.enum(INVITATION_STATES),
    secondStep: z.enum(['none', 'birthYear', 'code']),
    sentAt: instant().nullable(),
    answeredAt: instant().nullable(),
    expiresAt: instant(),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'InvitationView' });

export const AnswerView = z
  .strictObject({
    id: Id,
    memberId: Id,
    at: instant(),
    source: z.enum(ANSWER_SOURCES),
    recordedBy: z.string().nullable(),
    coming: z.enum(COMING),
    mode: z.enum(ATTENDANCE_MODES).nullable(),
    times: z.array(z.strictObject({ timeId: Id, value: z.enum(TIME_ANSWERS) })),
    noTimeFits: z.boolean(),
    usualTimes: z.string(),
    needs: z.array(NeedItem),
    spokesperson: z.string(),
    note: z.string(),
    /** Only the case's coordinator sees this. */
    worry: z.enum(WORRIES).nullable(),
  })
  .meta({ id: 'AnswerView' });
export type AnswerView = z.output<typeof AnswerView>;

/** People as rows, dates as columns, and a ranking that explains itself. */
export const MatrixView = z
  .strictObject({
    conference: ConferenceView,
    people: z.array(
      z.strictObject({
        memberId: Id,
        initials: z.string(),
        shortName: z.string(),
        relation: z.string(),
        professional: z.boolean(),
        protected: z.boolean(),
        mustAttend: z.boolean(),
        invitation: InvitationView.nullable(),
        /** Why nothing can be sent; null: an invitation can be sent. */
        contactRefusal: z.string().nullable(),
        /** The latest answer, whatever it was about. */
        answer: AnswerView.nullable(),
        /** Of each time, the last that was said of it; a time that nothing was said of is not here. */
        said: z.array(z.strictObject({ timeId: Id, value: z.enum(TIME_ANSWERS), at: instant() })),
        /** What they have said of the question as it stands, of the set time or of the times that are asked about now; null: not yet. */
        coming: z.enum(COMING).nullable(),
        /** The latest message that asks or tells, in one code: a state of messages, or `willNotBeSent` where the gate will say no. `at`: when it left or ended, else when it will. */
        lastMessage: z.strictObject({ state: z.string(), reason: z.string().nullable(), at: instant().nullable() }).nullable(),
        needsInterpreter: z.boolean(),
      }),
    ),
    ranking: z.array(
      z.strictObject({
        timeId: Id,
        rank: z.int(),
        can: z.int(),
        maybe: z.int(),
        cannot: z.int(),
        unanswered: z.int(),
        /** Pairs kept from each other that could both come, undecided: above zero the time is not proposed. */
        pairsMeet: z.int(),
        mustCan: z.int(),
        mustTotal: z.int(),
        missingMustIds: z.array(Id),
        cannotIds: z.array(Id),
        maybeIds: z.array(Id),
        reasons: z.array(z.strictObject({ code: z.string(), memberIds: z.array(Id) })),
      }),
    ),
    answered: z.int(),
    invited: z.int(),
    /**
     * Who is worried about meeting someone, or has written of danger in a text, and nobody has dealt with it: booking, moving and inviting
     * wait. `id`: of the worry, or of the text in the inbox. Nobody is named where several may have written it; `unclaimed`: nobody has
     * said whose text it is. Texts first. For the case's coordinator.
     */
    heldBy: z.array(z.strictObject({ told: z.enum(WORRY_TOLD_IN), id: Id, memberId: Id.nullable(), unclaimed: z.boolean() })),
  })
  .meta({ id: 'MatrixView' });
export type MatrixView = z.output<typeof MatrixView>;

/** What inviting, confirming, moving, cancelling or a new link will do, before the button: the change is rehearsed, and the gate asked. */
export const EffectView = z
  .strictObject({
    sms: z.int(),
    emails: z.int(),
    letters: z.int(),
    calls: z.int(),
    /** When the last of them leaves, if that is not at once: at night, or not before a day. */
    lastLeavesAt: instant().nullable(),
    /** Nothing leaves at all just now, until sending is released. */
    held: z.boolean(),
    /** Planned messages that will not be sent. */
    stopped: z.int(),
    /** People that nothing is sent to, with the reason. */
    skipped: z.array(z.strictObject({ memberId: Id, reason: z.string() })),
    /** The exact text in each language that will be used. */
    texts: z.array(z.strictObject({ language: z.string(), text: z.string(), segments: z.int(), alphabet: z.string(), characters: z.int() })),
  })
  .meta({ id: 'EffectView' });

const TimeRange = z.strictObject({ startsLocal: wall(), endsLocal: wall() });

export const AnswerInput = z.strictObject({
  memberId: Id,
  source: z.enum(['phone', 'letter', 'visit']),
  coming: z.enum(COMING),
  mode: z.enum(ATTENDANCE_MODES).nullable().default(null),
  times: z.array(z.strictObject({ timeId: Id, value: z.enum(TIME_ANSWERS) })).max(40),
  needs: z.array(NeedItem).max(10).default([]),
  spokesperson: optionalLine(100).default(''),
  note: block(1000).default(''),
});

export const DayView = z
  .strictObject({
    conference: ConferenceView,
    contentLocked: z.boolean(),
    events: z.array(z.strictObject({ id: Id, kind: z.enum(PHASE_EVENTS), at: instant(), by: z.string() })),
    people: z.array(
      z.strictObject({
        memberId: Id, initials: z.string(), shortName: z.string(), relation: z.string(), professional: z.boolean(), protected: z.boolean(),
        mode: z.enum(ATTENDANCE_MODES).nullable(), coming: z.enum(COMING).nullable(), arrivedAt: instant().nullable(), leftAt: instant().nullable(),
        /** Who is awaited, and where everybody else is. */
        whereabouts: z.enum(WHEREABOUTS),
        /** Whom they are to be kept from, and whether that person is here; null for a member: the child. */
        keptFrom: z.array(z.strictObject({ memberId: Id.nullable(), kind: z.enum(SEPARATING_TIES), measure: z.enum(PAIR_MEASURES).nullable(), here: z.boolean() })),
      }),
    ),
    questions: z.array(z.strictObject({ id: Id, text: z.string() })),
    onCallPhone: z.string(),
    now: instant(),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'DayView' });
export type DayView = z.output<typeof DayView>;

export const PhaseInput = z.strictObject({
  event: z.enum(PHASE_EVENTS),
  /** Before private time: of each professional who is checked in and not out, whether they have gone out now or stay because the family wants it. */
  professionals: z.array(z.strictObject({ memberId: Id, is: z.enum(IN_PRIVATE_TIME) })).max(60).default([]),
});

export const conferenceRoutes = {
  planConference: route('planConference', { method: 'POST', path: '/referrals/:referralId/conferences', tag: 'conferences', summary: 'Begin to plan a conference', access: COORDINATOR, params: ofReferral, response: ConferenceView, status: 201, errors: ['referral-not-active', 'conference-already-planned'] }),
  readConference: route('readConference', { method: 'GET', path: '/conferences/:conferenceId', tag: 'conferences', summary: 'One conference', access: READERS, params: ofConference, response: ConferenceView }),
  proposeTimes: route('proposeTimes', {
    method: 'PUT', path: '/conferences/:conferenceId/times', tag: 'conferences', summary: 'Propose dates (three or more) and the last day to answer', access: COORDINATOR, params: ofConference,
    body: z.strictObject({ version: version(), times: z.array(z.strictObject({ id: Id.optional(), ...TimeRange.shape })).min(3).max(40), answerBy: date() }),
    response: ConferenceView, errors: ['date-in-past', 'ends-before-start', 'same-time-twice', 'answer-by-too-late'],
  }),
  setVenue: route('setVenue', { method: 'PUT', path: '/conferences/:conferenceId/venue', tag: 'conferences', summary: 'Where it is, and whether people may see it', access: COORDINATOR, params: ofConference, body: z.strictObject({ version: version(), venue: VenueInput, /** The mark of what was asked about (`care-needed`), when it has been said yes to. */ careTaken: z.string().max(40).nullable().default(null) }), response: ConferenceView, errors: ['care-needed'] }),
  readMatrix: route('readMatrix', { method: 'GET', path: '/conferences/:conferenceId/matrix', tag: 'conferences', summary: 'Answers by person and date, ranked', access: READERS, params: ofConference, response: MatrixView }),
  sendInvitations: route('sendInvitations', {
    method: 'POST', path: '/conferences/:conferenceId/invitations', tag: 'conferences', summary: 'Invite people; those who may not be contacted are refused with the reason, the others are invited', access: COORDINATOR, params: ofConference,
    body: z.strictObject({ memberIds: z.array(Id).min(1).max(60) }),
    response: z.strictObject({ invited: z.array(InvitationView), refused: z.array(z.strictObject({ memberId: Id, reason: z.string() })) }), errors: ['too-few-times', 'worry-unanswered', 'danger-unread'],
  }),
  recordAnswer: route('recordAnswer', { method: 'POST', path: '/conferences/:conferenceId/answers', tag: 'conferences', summary: 'Record an answer that came by phone, letter or in person', access: COORDINATOR, params: ofConference, body: AnswerInput, response: AnswerView, status: 201, errors: ['not-invited', 'unknown-time', 'poll-closed'] }),
  previewInvitations: route('previewInvitations', { method: 'POST', path: '/conferences/:conferenceId/invitations/preview', tag: 'conferences', summary: 'What inviting these people would send; nothing is written', access: COORDINATOR, params: ofConference, body: z.strictObject({ memberIds: z.array(Id).min(1).max(60) }), response: EffectView, errors: ['worry-unanswered', 'danger-unread'] }),
  previewMove: route('previewMove', { method: 'GET', path: '/conferences/:conferenceId/move-preview', tag: 'conferences', summary: 'What moving it will send', access: COORDINATOR, params: ofConference, query: TimeRange, response: EffectView, errors: ['date-in-past', 'ends-before-start', 'same-time', 'ban-undecided', 'worry-unanswered', 'danger-unread'] }),
  previewCancel: route('previewCancel', { method: 'GET', path: '/conferences/:conferenceId/cancel-preview', tag: 'conferences', summary: 'What cancelling it will send', access: COORDINATOR, params: ofConference, response: EffectView }),
  previewRotate: route('previewRotate', { method: 'GET', path: '/invitations/:invitationId/rotate-preview', tag: 'conferences', summary: 'What a new link will send', access: COORDINATOR, params: z.strictObject({ invitationId: Id }), response: EffectView }),
  previewConfirm: route('previewConfirm', { method: 'GET', path: '/conferences/:conferenceId/confirm-preview', tag: 'conferences', summary: 'What confirming a time will send', access: COORDINATOR, params: ofConference, query: z.strictObject({ timeId: Id }), response: EffectView, errors: ['date-in-past', 'unknown-time', 'ban-undecided', 'worry-unanswered', 'danger-unread'] }),
  confirmTime: route('confirmTime', { method: 'POST', path: '/conferences/:conferenceId/confirm', tag: 'conferences', summary: 'Set the time; everyone is told and reminders are planned in the same transaction', access: COORDINATOR, params: ofConference, body: z.strictObject({ version: version(), timeId: Id }), response: ConferenceView, errors: ['date-in-past', 'unknown-time', 'ban-undecided', 'worry-unanswered', 'danger-unread'] }),
  moveConference: route('moveConference', { method: 'POST', path: '/conferences/:conferenceId/move', tag: 'conferences', summary: 'Move it; planned messages are superseded, the new time is sent', access: COORDINATOR, params: ofConference, body: z.strictObject({ version: version(), ...TimeRange.shape }), response: ConferenceView, errors: ['date-in-past', 'ends-before-start', 'same-time', 'ban-undecided', 'worry-unanswered', 'danger-unread'] }),
  cancelConference: route('cancelConference', { method: 'POST', path: '/conferences/:conferenceId/cancel', tag: 'conferences', summary: 'Cancel it; those who were told a time are told', access: COORDINATOR, params: ofConference, body: z.strictObject({ version: version(), reason: z.enum(['keyPersonCannot', 'withdrawn', 'safety', 'illness', 'other']) }), response: ConferenceView }),
  revokeInvitation: route('revokeInvitation', { method: 'POST', path: '/invitations/:invitationId/revoke', tag: 'conferences', summary: 'Kill a link and everything unsent to that person', access: COORDINATOR, params: z.strictObject({ invitationId: Id }), response: InvitationView }),
  rotateLink: route('rotateLink', { method: 'POST', path: '/invitations/:invitationId/rotate', tag: 'conferences', summary: 'New link, old one dead, the new one sent', access: COORDINATOR, params: z.strictObject({ invitationId: Id }), response: InvitationView }),
  issueCode: route('issueCode', { method: 'POST', path: '/invitations/:invitationId/code', tag: 'conferences', summary: 'A six-digit code to say on the phone; shown once, opens once, until the time given', access: COORDINATOR, params: z.strictObject({ invitationId: Id }), response: z.strictObject({ code: z.string(), validUntil: instant() }), status: 201 }),
  fillInTogether: route('fillInTogether', { method: 'POST', path: '/invitations/:invitationId/together', tag: 'conferences', summary: 'An address to the person’s own pages, to fill in what they say on the phone; it works once', access: COORDINATOR, params: z.strictObject({ invitationId: Id }), response: z.strictObject({ url: z.string() }), status: 201 }),
  readDay: route('readDay', { method: 'GET', path: '/conferences/:conferenceId/day', tag: 'day', summary: 'The day', access: READERS, params: ofConference, response: DayView }),
  checkIn: route('checkIn', { method: 'POST', path: '/conferences/:conferenceId/attendance', tag: 'day', summary: 'Somebody came, left, or neither after all', access: COORDINATOR, params: ofConference, body: z.strictObject({ memberId: Id, event: z.enum(['arrived', 'left', 'undo']), /** When it was ticked, if that was before it could be sent. */ at: instant().optional() }), response: DayView, errors: ['day-not-open'] }),
  recordPhase: route('recordPhase', { method: 'POST', path: '/conferences/:conferenceId/phases', tag: 'day', summary: 'The information begins, the family’s own time begins or ends, they ask for help, the day ends', access: COORDINATOR, params: ofConference, body: PhaseInput, response: DayView, errors: ['day-not-open', 'professional-in-room'] }),
};
