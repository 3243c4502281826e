import * as z from 'zod';
import { ACTION_REPORTS, ACTION_STATES, PLAN_READER_REFUSALS, PLAN_SCOPES, PLAN_STATES, RELEASED_HOW } from '@radslag/domain';
import { block, date, Id, instant, optionalLine, version } from './text';
import { route } from './route';

const READERS = ['coordinator', 'socialWorker', 'manager'] as const;
const WRITERS = ['coordinator', 'socialWorker'] as const;

/** One row of the plan. Fields may be missing while writing; they are asked for when it is presented. */
export const ActionInput = z
  .strictObject({
    questionId: Id,
    what: optionalLine(300).default(''),
    ownerId: Id.nullable().default(null),
    whenText: optionalLine(120).default(''),
    dueOn: date().nullable().default(null),
    checkerId: Id.nullable().default(null),
    planB: optionalLine(300).default(''),
    needsDecision: z.boolean().default(false),
    meetsBottomLineIds: z.array(Id).max(10).default([]),
  })
  .meta({ id: 'ActionInput' });

export const ActionView = z
  .strictObject({
    ...ActionInput.shape,
    id: Id,
    version: version(),
    position: z.int(),
    state: z.enum(ACTION_STATES),
    missing: z.array(z.string()),
    reports: z.array(z.strictObject({ value: z.enum(ACTION_REPORTS), at: instant(), memberId: Id })),
    reminderDueAt: instant().nullable(),
  })
  .meta({ id: 'ActionView' });
export type ActionView = z.output<typeof ActionView>;

export const PlanView = z
  .strictObject({
    id: Id,
    conferenceId: Id,
    referralId: Id,
    state: z.enum(PLAN_STATES),
    draftNumber: z.int(),
    version: version(),
    contentLocked: z.boolean(),
    questions: z.array(z.strictObject({ id: Id, text: z.string(), answered: z.boolean(), complete: z.boolean(), actions: z.int() })),
    bottomLines: z.array(z.strictObject({ id: Id, text: z.string(), met: z.boolean(), byActionIds: z.array(Id) })),
    actions: z.array(ActionView),
    /** Who can own or check an action. */
    people: z.array(z.strictObject({ memberId: Id, shortName: z.string(), relation: z.string(), professional: z.boolean() })),
    /** Who reads the plan once it is accepted, who could, and who never may. */
    readers: z.array(
      z.strictObject({
        memberId: Id, shortName: z.string(), relation: z.string(), protected: z.boolean(), came: z.boolean(), hasPart: z.boolean(), hasLink: z.boolean(),
        refusal: z.enum(PLAN_READER_REFUSALS).nullable(),
        release: z.strictObject({ scope: z.enum(PLAN_SCOPES), how: z.enum(RELEASED_HOW), at: instant(), by: z.string().nullable() }).nullable(),
      }),
    ),
    /** What must be read before it is put on paper, with the mark that says so; null: nothing. */
    paperCare: z.strictObject({ care: z.array(z.strictObject({ code: z.string(), memberIds: z.array(Id), actionId: Id.optional() })), mark: z.string() }).nullable(),
    blockers: z.array(z.strictObject({ code: z.string(), id: Id.nullable() })),
    presentedAt: instant().nullable(),
    decidedAt: instant().nullable(),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    conditions: z.string().nullable(),
    brokenBottomLineId: Id.nullable(),
    reviewOn: date().nullable(),
    revisions: z.array(z.strictObject({ id: Id, draftNumber: z.int(), event: z.string(), at: instant(), by: z.string().nullable() })),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'PlanView' });
export type PlanView = z.output<typeof PlanView>;

/** The mark of what was asked about (`care-needed`), when it has been said yes to. */
const careTaken = () => z.string().max(40).nullable().default(null);
const ofPlan = z.strictObject({ planId: Id });
const ofAction = z.strictObject({ actionId: Id });

export const planRoutes = {
  readPlan: route('readPlan', { method: 'GET', path: '/conferences/:conferenceId/plan', tag: 'plans', summary: 'The family’s plan', access: READERS, params: z.strictObject({ conferenceId: Id }), response: PlanView }),
  startPlan: route('startPlan', { method: 'POST', path: '/conferences/:conferenceId/plan', tag: 'plans', summary: 'Begin to write down the plan', access: WRITERS, params: z.strictObject({ conferenceId: Id }), response: PlanView, status: 201, errors: ['plan-already-begun', 'plan-too-early', 'private-family-time'] }),
  addAction: route('addAction', { method: 'POST', path: '/plans/:planId/actions', tag: 'plans', summary: 'A new row', access: WRITERS, params: ofPlan, body: ActionInput, response: ActionView, status: 201, errors: ['plan-not-draft', 'unknown-person', 'private-family-time', 'date-in-past'] }),
  changeAction: route('changeAction', { method: 'PUT', path: '/actions/:actionId', tag: 'plans', summary: 'Change a row', access: WRITERS, params: ofAction, body: z.strictObject({ version: version(), action: ActionInput }), response: ActionView, errors: ['plan-not-draft', 'unknown-person', 'private-family-time', 'date-in-past'] }),
  orderActions: route('orderActions', { method: 'PUT', path: '/plans/:planId/order', tag: 'plans', summary: 'Move rows', access: WRITERS, params: ofPlan, body: z.strictObject({ actionIds: z.array(Id).max(200) }), response: PlanView, errors: ['plan-not-draft', 'private-family-time'] }),
  strikeAction: route('strikeAction', { method: 'POST', path: '/actions/:actionId/strike', tag: 'plans', summary: 'Strike a row; its history stays', access: WRITERS, params: ofAction, body: z.strictObject({ version: version() }), errors: ['plan-not-draft', 'private-family-time'] }),
  presentPlan: route('presentPlan', { method: 'POST', path: '/plans/:planId/present', tag: 'plans', summary: 'The family presents the plan', access: WRITERS, params: ofPlan, body: z.strictObject({ version: version(), careTaken: careTaken() }), response: PlanView, errors: ['plan-incomplete', 'private-family-time', 'care-needed'] }),
  decidePlan: route('decidePlan', {
    method: 'POST', path: '/plans/:planId/decision', tag: 'plans', summary: 'Accept the plan (presumed), or name the bottom line that it breaks', access: ['socialWorker'], params: ofPlan,
    body: z.discriminatedUnion('decision', [
      z.strictObject({ version: version(), decision: z.literal('accept'), reviewOn: date(), careTaken: careTaken() }),
      z.strictObject({ version: version(), decision: z.literal('acceptWithConditions'), conditions: block(1000).min(1), reviewOn: date(), careTaken: careTaken() }),
      z.strictObject({ version: version(), decision: z.literal('requestRevision'), bottomLineId: Id, reason: block(1000).min(1) }),
      z.strictObject({ version: version(), decision: z.literal('refuse'), bottomLineId: Id, reason: block(1000).min(1) }),
    ]),
    response: PlanView, errors: ['bottom-line-unmet', 'unknown-bottom-line', 'date-in-past', 'private-family-time', 'care-needed'],
  }),
  revisePlan: route('revisePlan', { method: 'POST', path: '/plans/:planId/revise', tag: 'plans', summary: 'Open it for revision: a new draft, the old one stays', access: WRITERS, params: ofPlan, body: z.strictObject({ version: version() }), response: PlanView }),
  settleAction: route('settleAction', { method: 'POST', path: '/actions/:actionId/state', tag: 'plans', summary: 'Done, partly, not done, no longer needed', access: WRITERS, params: ofAction, body: z.strictObject({ version: version(), event: z.enum(['markDone', 'markPartly', 'markNotDone', 'drop', 'reopen']) }), response: ActionView, errors: ['plan-not-accepted'] }),
  planPdf: route('planPdf', { method: 'GET', path: '/plans/:planId/pdf', tag: 'plans', summary: 'The plan as a PDF for one recipient; the export is logged', access: WRITERS, params: ofPlan, query: z.strictObject({ memberId: Id.optional(), careTaken: z.string().max(40).optional() }), produces: 'application/pdf', errors: ['plan-not-accepted', 'plan-not-released', 'care-needed'] }),
  releasePlan: route('releasePlan', { method: 'POST', path: '/plans/:planId/readers', tag: 'plans', summary: 'Let one more person read the plan, or only their own part of it; they are told', access: WRITERS, params: ofPlan, body: z.strictObject({ memberId: Id, scope: z.enum(PLAN_SCOPES), careTaken: careTaken() }), response: PlanView, status: 201, errors: ['plan-not-accepted', 'plan-not-for-them', 'care-needed'] }),
  withdrawPlan: route('withdrawPlan', { method: 'POST', path: '/plans/:planId/readers/:memberId/withdraw', tag: 'plans', summary: 'They can read it no longer', access: WRITERS, params: z.strictObject({ planId: Id, memberId: Id }), response: PlanView }),
};
