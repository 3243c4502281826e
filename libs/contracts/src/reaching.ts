import * as z from 'zod';
import { CHANNELS, CONFERENCE_STATES, FAMILY_LANGUAGES, NO_CONTACT, PERSON_REFUSALS, SEPARATING_TIES } from '@radslag/domain';
import { clock, date, Id, instant, wall } from './text';
import { AnswerView, InvitationView, ProposedTime } from './conference';
import { route } from './route';

const ofMember = z.strictObject({ memberId: Id });
/** A ban has an error of its own, which says who is to decide. */
const REFUSED = [...PERSON_REFUSALS.filter((refusal) => refusal !== 'contactBan'), 'ban-undecided'];
const COORDINATOR = ['coordinator'] as const;

/** What to know before calling somebody, and what to say: nothing of it is about the case until they say that it is them. */
export const CallScript = z
  .strictObject({
    memberId: Id,
    name: z.string(),
    /** Why they are not called; null: they may be. */
    refusal: z.enum(NO_CONTACT).nullable(),
    /** Theirs, or that of the one who takes messages for them; null also when they are not to be called. */
    phone: z.string().nullable(),
    /** Whom to ask for at that number; null: the person themselves. */
    goBetween: z.string().nullable(),
    sharedPhone: z.boolean(),
    alias: z.string().nullable(),
    agreedWord: z.string().nullable(),
    voicemailAllowed: z.boolean(),
    language: z.enum(FAMILY_LANGUAGES),
    interpreter: z.boolean(),
    hours: z.strictObject({ from: clock(), to: clock() }).nullable(),
    /** Outside their hours, or before the day they asked for. */
    goodTime: z.boolean(),
    notBefore: date().nullable(),
    /** Why somebody is to call, as the open tasks say. */
    reasons: z.array(z.string()),
    /** Whom they are to be kept from: say nothing of that person; null for a name: the child. */
    keptFrom: z.array(z.strictObject({ name: z.string().nullable(), kind: z.enum(SEPARATING_TIES), until: date().nullable(), decided: z.boolean() })),
    /** A ban stands that nobody has decided about: they cannot be invited, and are not called about the day. */
    banUndecided: z.boolean(),
    /** How often nobody has answered since. */
    tries: z.int(),
    lastTryAt: instant().nullable(),
    channels: z.array(z.enum(CHANNELS)),
    conference: z
      .strictObject({ id: Id, state: z.enum(CONFERENCE_STATES), startsLocal: wall().nullable(), endsLocal: wall().nullable(), answerBy: date().nullable(), times: z.array(ProposedTime), answer: AnswerView.nullable(), mayAnswer: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'CallScript' });
export type CallScript = z.output<typeof CallScript>;

export const reachingRoutes = {
  readCall: route('readCall', { method: 'GET', path: '/members/:memberId/call', tag: 'network', summary: 'What to know and say when calling a person', access: COORDINATOR, params: ofMember, response: CallScript }),
  recordCall: route('recordCall', {
    method: 'POST', path: '/members/:memberId/calls', tag: 'network', summary: 'A call that was made: spoke to them (the tasks are done), or nobody answered (try again)', access: COORDINATOR, params: ofMember,
    body: z.strictObject({ outcome: z.enum(['spoke', 'noAnswer']) }), response: CallScript, status: 201, errors: [...REFUSED, 'noCalls'],
  }),
  /** Derived: asking for it again gives the same letter, and changes nothing. */
  letterPdf: route('letterPdf', { method: 'GET', path: '/members/:memberId/letter', tag: 'network', summary: 'The letter to a person, as it would say now', access: COORDINATOR, params: ofMember, query: z.strictObject({ size: z.enum(['normal', 'large']).default('normal') }), produces: 'application/pdf', errors: ['not-invited', 'no-postal-address', 'unreadable', ...REFUSED, 'letter-after-held'] }),
  letterSent: route('letterSent', { method: 'POST', path: '/members/:memberId/letter-sent', tag: 'network', summary: 'The letter is in the post', access: COORDINATOR, params: ofMember, response: InvitationView, errors: ['not-invited', ...REFUSED] }),
};
