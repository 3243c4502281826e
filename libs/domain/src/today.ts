import { methodSteps, networkSize, nextStep, reviewDue } from './method-steps';
import type { CaseFacts, MethodStepKey, NextStepCode, Params } from './method-steps';
import { addDays, dateOfWall, weekdayOf } from './time';
import type { CalendarDate } from './time';
import type { Role } from './vocabulary';

/** The front page: what blocks the next step in my cases, and what someone has written down as to be done. Codes, never words. */
export const TASK_GROUPS = ['late', 'today', 'thisWeek', 'nextWeek', 'later'] as const;
export type TaskGroupKey = (typeof TASK_GROUPS)[number];
/** `urgent`: somebody may be in danger, or must hear before a time that is near. */
export type TaskSeverity = 'urgent' | 'failed' | 'late' | 'normal';
/** Where the row's button leads: an area of the case, for the web to turn into a route. */
export type TaskTarget = MethodStepKey | 'times' | 'messages' | 'day' | 'followUp' | 'inbox';

export type Task = {
  /** Stable: `derived:<case>:<step>` or the row's own id. */
  id: string;
  source: 'derived' | 'row';
  caseId: string;
  verbCode: string;
  personId: string | null;
  reasonCode: string;
  params: Params;
  due: CalendarDate | null;
  dueTime: string | null;
  severity: TaskSeverity;
  target: TaskTarget;
};
/** A task that someone, or a failed message, has put in the table. */
export type TaskRow = {
  id: string;
  caseId: string;
  role: Role;
  verbCode: string;
  personId?: string | null;
  reasonCode: string;
  params?: Params;
  due: CalendarDate | null;
  dueTime?: string | null;
  severity?: TaskSeverity;
  target: TaskTarget;
};
export type TaskGroup = { key: TaskGroupKey; tasks: Task[] };

/**
 * Late, today, this week, next week, later; empty groups stay, so that a screen can say "Inget försenat.". At most one derived
 * task for a case and step, and none where a row already says the same (same case and target).
 */
export function tasksFor(role: Role, cases: readonly CaseFacts[], taskRows: readonly TaskRow[], today: CalendarDate): TaskGroup[] {
  const rows = taskRows.filter((row) => row.role === role).map(fromRow);
  const derived = cases
    .flatMap((facts) => derivedTasks(role, facts, today).map((task) => ({ ...task, fresh: isFresh(task, facts, today) })))
    .filter((task) => !rows.some((row) => row.caseId === task.caseId && (row.verbCode === task.verbCode || row.verbCode === SAID_BY_ROW[task.verbCode])));
  const fresh = new Set(derived.filter((task) => task.fresh).map((task) => task.id));
  const tasks = [...rows, ...derived.map(({ fresh: _fresh, ...task }) => task)].map((task) => withLateness(task, today)).sort(compareTasks);
  return TASK_GROUPS.map((key) => ({ key, tasks: byCase(tasks.filter((task) => groupOf(task, today, fresh.has(task.id)) === key)) }));
}

const NEW_DAYS = 7;
/** Somebody waits for a first answer. */
const FIRST_ANSWERS: readonly string[] = ['decideReferral', 'allocateCoordinator', 'answerAssignment', 'decidePlan'];

/** What has just become one's own is seen, however long there is until its day. */
function isFresh(task: Task, { referral }: CaseFacts, today: CalendarDate): boolean {
  return FIRST_ANSWERS.includes(task.verbCode) || (referral.allocatedOn !== null && addDays(referral.allocatedOn, NEW_DAYS) >= today);
}

/** Rows of one case stand together, where the heaviest of them stands. */
function byCase(tasks: readonly Task[]): Task[] {
  const cases = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = task.caseId || task.id;
    cases.set(key, [...(cases.get(key) ?? []), task]);
  }
  return [...cases.values()].flat();
}

/** A row about the person says more than the derived line about the case. */
const SAID_BY_ROW: Readonly<Record<string, string>> = { reachUndelivered: 'findOtherWay' };

function fromRow(row: TaskRow): Task {
  return {
    id: row.id,
    source: 'row',
    caseId: row.caseId,
    verbCode: row.verbCode,
    personId: row.personId ?? null,
    reasonCode: row.reasonCode,
    params: row.params ?? {},
    due: row.due,
    dueTime: row.dueTime ?? null,
    severity: row.severity ?? 'normal',
    target: row.target,
  };
}

function derivedTasks(role: Role, facts: CaseFacts, today: CalendarDate): Task[] {
  if (facts.pausedOn !== null) return [];
  const next = nextStep(facts, role, today);
  const tasks: Task[] = [];
  if (next.mine) tasks.push(derive(facts, next.step, next.code, next.due, next.params));
  // Talks go on beside the poll: they block the day, not the next step.
  const talks = methodSteps(facts).find((one) => one.key === 'preparation');
  const polling = facts.conference?.state === 'polling';
  if (role === 'coordinator' && polling && talks?.shape === 'half' && next.step !== 'preparation') {
    tasks.push(derive(facts, 'preparation', 'prepareMembers', facts.deadlines.conference, { left: networkSize(facts) - facts.network.prepared }));
  }
  // The family meets again: seen three weeks ahead, and until it is under way.
  const review = reviewDue(facts);
  if (role === 'coordinator' && review !== null && review <= addDays(today, REVIEW_AHEAD_DAYS)) tasks.push(derive(facts, 'plan', 'holdReview', review, {}));
  return tasks;
}
const REVIEW_AHEAD_DAYS = 21;

function derive(facts: CaseFacts, step: MethodStepKey, code: DerivedCode, due: CalendarDate | null, params: Params): Task {
  const startsAt = facts.conference?.startsAt ?? null;
  return {
    id: code === 'holdReview' ? `derived:${facts.caseId}:review` : `derived:${facts.caseId}:${step}`,
    source: 'derived',
    caseId: facts.caseId,
    verbCode: code,
    personId: null,
    reasonCode: `${code}.reason`,
    params,
    due,
    dueTime: code === 'runDay' && startsAt !== null && dateOfWall(startsAt) === due ? startsAt.local.slice(11) : null,
    severity: code === 'reachUndelivered' ? 'failed' : 'normal',
    target: TARGETS[code] ?? step,
  };
}
/** What moves the case, or stands beside that. */
type DerivedCode = NextStepCode | 'holdReview';
const TARGETS: Readonly<Partial<Record<DerivedCode, TaskTarget>>> = {
  proposeTimes: 'times',
  chaseAnswers: 'times',
  chooseTime: 'times',
  sendInvitations: 'invitation',
  reachUndelivered: 'messages',
  runDay: 'day',
  followUpActions: 'followUp',
  holdReview: 'followUp',
};

function withLateness(task: Task, today: CalendarDate): Task {
  return task.severity === 'normal' && task.due !== null && task.due < today ? { ...task, severity: 'late' } : task;
}

/** What is urgent, and a message that did not arrive, is late whatever its date; a task without a date is for this week. */
function groupOf(task: Task, today: CalendarDate, fresh: boolean): TaskGroupKey {
  if (task.severity !== 'normal') return 'late';
  if (task.due === null) return 'thisWeek';
  const sunday = addDays(today, 7 - weekdayOf(today));
  if (task.due <= today) return 'today';
  if (task.due <= sunday) return 'thisWeek';
  // What is new is never folded away.
  if (fresh) return 'thisWeek';
  return task.due <= addDays(sunday, 7) ? 'nextWeek' : 'later';
}

/** Urgent before failed before late before the rest; then by day and hour, undated last; then the oldest row (ids are in order of time), so that the order never flickers. */
function compareTasks(a: Task, b: Task): number {
  return (
    SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
    compareText(sortKey(a), sortKey(b)) ||
    compareText(a.id, b.id)
  );
}
const SEVERITY_ORDER: readonly TaskSeverity[] = ['urgent', 'failed', 'late', 'normal'];
function sortKey(task: Task): string {
  return `${task.due ?? '9999-12-31'}T${task.dueTime ?? '99:99'}`;
}
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
