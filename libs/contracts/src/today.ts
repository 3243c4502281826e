import * as z from 'zod';
import { date, Id, instant } from './text';
import { CaseSummary } from './referral';
import { route } from './route';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** One thing to do: verb, person, reason, time, one button. Coded; the screen words it. */
export const TodayTask = z
  .strictObject({
    /** Stable: a task row's id, or `derived:<case>:<code>`. */
    key: z.string(),
    taskId: Id.nullable(),
    referralId: Id.nullable(),
    conferenceId: Id.nullable(),
    memberId: Id.nullable(),
    /** The message it is about; of a reply, the reply. */
    messageId: Id.nullable(),
    initials: z.string(),
    reference: z.string(),
    code: z.string(),
    params,
    severity: z.enum(['urgent', 'failed', 'late', 'normal']),
    dueOn: date().nullable(),
    dueAt: instant().nullable(),
    /** Which place in the case the button opens. */
    target: z.string(),
    doneAt: instant().nullable(),
  })
  .meta({ id: 'TodayTask' });
export type TodayTask = z.output<typeof TodayTask>;

export const TodayView = z
  .strictObject({
    now: instant(),
    /** Nothing is sent just now: since when, why, and whom to ask. */
    held: z.strictObject({ since: instant(), because: z.enum(['restored', 'checking', 'byHand']), ask: z.array(z.strictObject({ name: z.string(), phone: z.string().nullable() })) }).nullable(),
    late: z.array(TodayTask),
    today: z.array(TodayTask),
    thisWeek: z.array(TodayTask),
    later: z.array(TodayTask),
    agenda: z.array(z.strictObject({ conferenceId: Id, referralId: Id, initials: z.string(), reference: z.string(), startsLocal: z.string(), endsLocal: z.string(), venue: z.string() })),
    cases: z.array(CaseSummary),
  })
  .meta({ id: 'TodayView' });
export type TodayView = z.output<typeof TodayView>;

export const todayRoutes = {
  readToday: route('readToday', { method: 'GET', path: '/today', tag: 'today', summary: 'What to do now', access: ['coordinator', 'socialWorker', 'manager'], query: z.strictObject({ scope: z.enum(['mine', 'unit']).default('mine') }), response: TodayView }),
  finishTask: route('finishTask', { method: 'POST', path: '/tasks/:taskId/done', tag: 'today', summary: 'Done', access: ['coordinator', 'socialWorker', 'manager'], params: z.strictObject({ taskId: Id }), errors: ['worry-unanswered', 'danger-unread'] }),
  reopenTask: route('reopenTask', { method: 'POST', path: '/tasks/:taskId/undo', tag: 'today', summary: 'Not done after all', access: ['coordinator', 'socialWorker', 'manager'], params: z.strictObject({ taskId: Id }) }),
};
