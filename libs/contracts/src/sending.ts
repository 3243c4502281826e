import * as z from 'zod';
import { CHANNELS, FAMILY_LANGUAGES, MESSAGE_KINDS, policyFaults, RECIPIENT_ROLES, TEMPLATE_STATES, TEXT_MAX, textFaults, type OutreachPolicy, type PolicyFault } from '@radslag/domain';
import { Id, instant, optionalLine } from './text';
import { route } from './route';

/** How a municipality sends: its own texts and its rules; and, for one conference, the list of what will be sent. */

export const TextVersion = z
  .strictObject({
    id: Id,
    version: z.int(),
    state: z.enum(TEMPLATE_STATES),
    body: z.string(),
    createdBy: z.string(),
    createdAt: instant(),
    /** Written by the one who asks: another manager has to approve it. */
    mine: z.boolean(),
    approvedBy: z.string().nullable(),
    approvedAt: instant().nullable(),
    overrideReason: z.string().nullable(),
    withdrawnAt: instant().nullable(),
    /** What the neutral filter finds in it. */
    revealing: z.array(z.string()),
  })
  .meta({ id: 'TextVersion' });
export type TextVersion = z.output<typeof TextVersion>;

export const SendingText = z
  .strictObject({
    kind: z.enum(MESSAGE_KINDS),
    language: z.enum(FAMILY_LANGUAGES),
    builtIn: z.strictObject({ version: z.int(), body: z.string() }).nullable(),
    /** Newest first. */
    versions: z.array(TextVersion),
  })
  .meta({ id: 'SendingText' });
export type SendingText = z.output<typeof SendingText>;

export const SendingTextsView = z
  .strictObject({
    /** Those that have a text, built in or the municipality's own; the others are sent in Swedish. */
    texts: z.array(SendingText),
    sample: z.strictObject({ link: z.string(), phone: z.string(), outOfHours: z.string() }),
    segmentPriceOre: z.int(),
    /** The public page that says how the municipality's texts look. */
    card: z.string(),
  })
  .meta({ id: 'SendingTextsView' });
export type SendingTextsView = z.output<typeof SendingTextsView>;

export const DraftText = z
  .strictObject({ kind: z.enum(MESSAGE_KINDS), language: z.enum(FAMILY_LANGUAGES), text: z.string().normalize('NFC').trim().min(1).max(TEXT_MAX) })
  .superRefine(({ kind, text }, context) => {
    for (const fault of textFaults(kind, text)) context.addIssue({ code: 'custom', path: ['text'], message: fault.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) });
  });

const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-clock' });
const window = () => z.strictObject({ from: clock(), to: clock() });
const days = (most: number) => z.int().min(1).max(most);
const roles = z.array(z.enum(RECIPIENT_ROLES)).min(1).readonly().optional();

const Policy = z.strictObject({
  hours: window(),
  redDays: window().nullable(),
  reminders: z
    .array(
      z.union([
        z.strictObject({ kind: z.enum(['reminderFortnight', 'reminderWeek', 'reminderDay']), daysBefore: days(60), at: clock(), roles }),
        z.strictObject({ kind: z.literal('reminderHours'), hoursBefore: z.int().min(1).max(24), roles }),
      ]),
    )
    .max(4)
    .readonly(),
  minGapHours: z.int().min(0).max(48),
  lastMinutesBeforeStart: z.int().min(0).max(240),
  action: z.strictObject({ daysBefore: z.array(days(30)).min(1).max(3).readonly(), at: clock() }),
  ladder: z.array(z.strictObject({ daysAfter: days(30), at: clock() })).max(4).readonly(),
  callAfterDays: days(60).nullable(),
  mostPerWeek: z.int().max(14),
  digestAt: clock().nullable(),
  segmentPriceOre: z.int().min(0).max(1000),
});

const FIELD_OF: Readonly<Record<PolicyFault, string>> = {
  'hours-reversed': 'hours', 'hours-too-wide': 'hours', 'red-days-outside-hours': 'redDays', 'reminder-twice': 'reminders', 'ladder-not-rising': 'ladder', 'call-before-ladder': 'callAfterDays', 'cap-too-low': 'mostPerWeek',
};

export const SendingPolicy = Policy.meta({ id: 'SendingPolicy' });

export const ChangeRules = z.strictObject({ /** The version that was read; 0: the default rules. */ version: z.int().min(0), policy: SendingPolicy }).superRefine(({ policy }, context) => {
  for (const fault of policyFaults(policy as OutreachPolicy)) context.addIssue({ code: 'custom', path: ['policy', FIELD_OF[fault]], message: fault });
});

export const RulesView = z
  .strictObject({
    version: z.int(),
    policy: SendingPolicy,
    /** Newest first. */
    history: z.array(z.strictObject({ version: z.int(), changedBy: z.string(), changedAt: instant(), changed: z.array(z.string()) })),
    /** Today in Sweden, for the example. */
    today: z.string(),
    /** Whether the morning's list has an address to be sent from. */
    emailFrom: z.boolean(),
  })
  .meta({ id: 'RulesView' });
export type RulesView = z.output<typeof RulesView>;

/** What planning conferences ahead by the present rules comes to, in numbers. */
export const PlanAnewView = z
  .strictObject({ /** Of the rules. */ version: z.int(), conferences: z.int(), moved: z.int(), removed: z.int(), added: z.int() })
  .meta({ id: 'PlanAnewView' });
export type PlanAnewView = z.output<typeof PlanAnewView>;

export const ProofRow = z
  .strictObject({
    /** The message's id; for a call, the invitation's. */
    id: Id,
    memberId: Id,
    what: z.enum(['message', 'call']),
    kind: z.enum(MESSAGE_KINDS).nullable(),
    channel: z.enum(CHANNELS),
    /** When it will go, if nothing changes, and the same as the clock on a Swedish wall says. */
    at: instant(),
    local: z.string(),
    person: z.string(),
    /** Number or address; empty for protected people. */
    recipient: z.string(),
    /** Null: chosen when it is sent, among several. */
    operator: z.string().nullable(),
    /** Why it is there: a kind of message, or why somebody is to call. */
    because: z.string(),
    /** Null: it goes. Else why it will be stopped, as far as can be known now. */
    stopped: z.string().nullable(),
    language: z.string().nullable(),
    template: z.string().nullable(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    segments: z.int().nullable(),
    alphabet: z.string().nullable(),
  })
  .meta({ id: 'ProofRow' });
export type ProofRow = z.output<typeof ProofRow>;

export const ProofList = z.strictObject({ rows: z.array(ProofRow), now: instant(), segments: z.int(), segmentPriceOre: z.int() }).meta({ id: 'ProofList' });
export type ProofList = z.output<typeof ProofList>;

const KEEPERS = ['manager', 'administrator'] as const;
const ofConference = z.strictObject({ conferenceId: Id });
const ofText = z.strictObject({ textId: Id });

export const sendingRoutes = {
  readTexts: route('readTexts', { method: 'GET', path: '/sending/texts', tag: 'sending', summary: 'The texts of messages: built in, and the municipality’s own', access: KEEPERS, response: SendingTextsView }),
  draftText: route('draftText', { method: 'PUT', path: '/sending/texts', tag: 'sending', summary: 'Write a text; it is not used until it has been approved', access: KEEPERS, body: DraftText, response: SendingText, errors: ['text-too-long'] }),
  approveText: route('approveText', {
    method: 'POST', path: '/sending/texts/:textId/approve', tag: 'sending', summary: 'Take a text into use; by another manager than who wrote it', access: ['manager'], params: ofText,
    body: z.strictObject({ overrideReason: optionalLine(300).nullable() }), response: SendingText, errors: ['own-text', 'text-not-neutral', 'text-not-draft'],
  }),
  withdrawText: route('withdrawText', { method: 'POST', path: '/sending/texts/:textId/withdraw', tag: 'sending', summary: 'Take a text out of use: the one before it, or the built-in one, is used', access: ['manager'], params: ofText, response: SendingText, errors: ['text-not-in-use'] }),
  readRules: route('readRules', { method: 'GET', path: '/sending/rules', tag: 'sending', summary: 'When and how often messages are sent', access: KEEPERS, response: RulesView }),
  changeRules: route('changeRules', { method: 'PUT', path: '/sending/rules', tag: 'sending', summary: 'Change the rules, for what is planned from now on', access: KEEPERS, body: ChangeRules, response: RulesView, errors: ['stale-version'] }),
  foreseePlanAnew: route('foreseePlanAnew', { method: 'GET', path: '/sending/rules/plan-anew', tag: 'sending', summary: 'What planning conferences ahead by the present rules would change', access: KEEPERS, response: PlanAnewView }),
  planAnew: route('planAnew', { method: 'POST', path: '/sending/rules/plan-anew', tag: 'sending', summary: 'Plan conferences ahead by the present rules; one transaction for each', access: KEEPERS, body: z.strictObject({ /** Of the rules that were read. */ version: z.int().min(0) }), response: PlanAnewView, errors: ['stale-version'] }),
  readProof: route('readProof', { method: 'GET', path: '/conferences/:conferenceId/proof', tag: 'sending', summary: 'Every future message, with its exact text, time and recipient', access: ['coordinator', 'manager'], params: ofConference, response: ProofList }),
  proofCsv: route('proofCsv', { method: 'GET', path: '/conferences/:conferenceId/proof.csv', tag: 'sending', summary: 'The same as a table; the export is logged', access: ['coordinator', 'manager'], params: ofConference, produces: 'text/csv' }),
};
