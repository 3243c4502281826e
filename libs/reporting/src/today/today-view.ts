import type { TodayTask, TodayView } from '@radslag/contracts';
import { instantOf, type Role, SWEDISH_ZONE, type Task, type TaskGroupKey, type TaskRow, tasksFor, type CalendarDate } from '@radslag/domain';
import type { ListedCase } from '../cases/case-summary';
import { toTaskRow, type WrittenTask } from './task-rows';

type Groups = Pick<TodayView, 'late' | 'today' | 'thisWeek' | 'later'>;
/** Next week is folded into what comes later. */
const PLACE: Readonly<Record<TaskGroupKey, keyof Groups>> = { late: 'late', today: 'today', thisWeek: 'thisWeek', nextWeek: 'later', later: 'later' };

export type TaskSources = {
  derivedFrom: readonly ListedCase[];
  /** Every case that a task may name. */
  named: readonly ListedCase[];
  written: readonly WrittenTask[];
  /** What the reader has promised in a plan. */
  own: readonly TaskRow[];
  today: CalendarDate;
};

/** What derives from where the cases stand, together with what somebody has written down. */
export function toTaskGroups(roles: readonly Role[], { derivedFrom, named, written, own, today }: TaskSources): Groups {
  const facts = derivedFrom.map((listed) => listed.facts);
  const listedById = new Map(named.map((listed) => [listed.summary.id, listed]));
  const writtenById = new Map(written.map((task) => [task.id, task]));
  const open = [...written.filter((task) => task.doneAt === null).map(toTaskRow), ...own];
  const groups: Groups = { late: [], today: [], thisWeek: [], later: [] };
  for (const role of roles) {
    for (const { key, tasks } of tasksFor(role, facts, open, today)) {
      groups[PLACE[key]].push(...tasks.map((task) => toTodayTask(task, listedById.get(task.caseId), writtenById.get(task.id))));
    }
  }
  // Done today stands at the end of today, with its way back.
  for (const task of written) {
    if (task.doneAt === null) continue;
    const done: Task = { ...DONE, ...toTaskRow(task) };
    groups.today.push(toTodayTask(done, listedById.get(done.caseId), task));
  }
  return groups;
}

const DONE = { source: 'row', personId: null, params: {}, dueTime: null, severity: 'normal' } as const;

function toTodayTask(task: Task, listed: ListedCase | undefined, written: WrittenTask | undefined): TodayTask {
  const dueAt = written?.dueAt ?? (task.due !== null && task.dueTime !== null ? instantOf({ local: `${task.due}T${task.dueTime}`, zone: SWEDISH_ZONE }) : null);
  return {
    key: task.id,
    taskId: written?.id ?? null,
    referralId: written ? written.referralId : task.caseId,
    conferenceId: written ? written.conferenceId : (listed?.facts.conference?.id ?? null),
    memberId: task.personId,
    messageId: written?.messageId ?? null,
    initials: listed?.summary.initials ?? '',
    reference: listed?.summary.reference ?? '',
    code: task.verbCode,
    params: task.params,
    severity: written?.doneAt ? 'normal' : task.severity,
    dueOn: task.due,
    dueAt: dueAt?.toISOString() ?? null,
    target: task.target,
    doneAt: written?.doneAt?.toISOString() ?? null,
  };
}
