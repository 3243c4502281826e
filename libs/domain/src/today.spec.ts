import * as fc from 'fast-check';
import { deadlinesFor } from './clocks';
import type { CaseFacts } from './method-steps';
import { TASK_GROUPS, tasksFor } from './today';
import type { TaskRow } from './today';
import { addDays } from './time';

/** Thursday of week 48: the week ends on Sunday 29 November. */
const TODAY = '2026-11-26';
const aRow = (over: Partial<TaskRow> = {}): TaskRow => ({
  id: 'row-1', caseId: 'case-1', role: 'coordinator', verbCode: 'visit', reasonCode: 'prepVisit', due: TODAY, target: 'preparation', ...over,
});
const aPolledCase = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId: 'case-1',
  referral: { state: 'active', submittedOn: '2026-11-03', acceptedOn: '2026-11-04', allocatedOn: '2026-11-04', activatedOn: '2026-11-04', closedOn: null },
  pausedOn: null,
  consent: { needed: 2, given: 2, completedOn: '2026-11-10' },
  network: { suggested: 0, agreed: 4, contacted: 0, prepared: 9, withoutContact: 0, completedOn: null },
  conference: { id: 'conf-1', state: 'polling', phase: 'notStarted', startsAt: null, heldOn: null, proposedTimes: 8, answerBy: '2026-11-27' },
  invitations: { toSend: 0, unanswered: 3, answered: 10, mustUnanswered: 1, undelivered: 0 },
  plan: null,
  deadlines: deadlinesFor({ submittedOn: '2026-11-03', heldOn: null }),
  ...over,
});
const groups = (cases: CaseFacts[], rows: TaskRow[], role: 'coordinator' | 'manager' | 'administrator' = 'coordinator') =>
  Object.fromEntries(tasksFor(role, cases, rows, TODAY).map(({ key, tasks }) => [key, tasks.map((task) => task.verbCode)]));

describe('what to do now', () => {
  it('stands in five groups, the empty ones too', () => {
    expect(tasksFor('coordinator', [], [], TODAY)).toEqual(TASK_GROUPS.map((key) => ({ key, tasks: [] })));
  });
  it('groups by day: yesterday is late, Sunday is this week, Monday is the next, the Monday after is later', () => {
    const dues = ['2026-11-25', '2026-11-26', '2026-11-29', '2026-11-30', '2026-12-06', '2026-12-07'];
    const rows = dues.map((due, i) => aRow({ id: `row-${i}`, verbCode: due, due }));
    expect(groups([], rows)).toEqual({
      late: ['2026-11-25'], today: ['2026-11-26'], thisWeek: ['2026-11-29'], nextWeek: ['2026-11-30', '2026-12-06'], later: ['2026-12-07'],
    });
  });
  it('puts a message that did not arrive first of all, whatever its day', () => {
    const [late] = tasksFor('coordinator', [], [aRow({ due: '2026-11-20' }), aRow({ id: 'row-2', verbCode: 'chooseRoute', due: '2026-12-20', severity: 'failed' })], TODAY);
    expect(late?.tasks.map((task) => [task.verbCode, task.severity])).toEqual([['chooseRoute', 'failed'], ['visit', 'late']]);
  });
  it('orders a day by the hour, and what has no hour after that', () => {
    const rows = [aRow({ id: 'r1', verbCode: 'any' }), aRow({ id: 'r2', verbCode: 'eleven', dueTime: '11:00' }), aRow({ id: 'r3', verbCode: 'nine', dueTime: '09:15' })];
    expect(groups([], rows).today).toEqual(['nine', 'eleven', 'any']);
  });
  it('is what blocks the next step of each case, and the talks that go on beside the poll', () => {
    expect(groups([aPolledCase()], [])).toEqual({ late: [], today: [], thisWeek: ['chaseAnswers'], nextWeek: [], later: ['prepareMembers'] });
  });
  it('is only one’s own: the manager sees the referral to decide on, the coordinator does not', () => {
    const submitted = aPolledCase({ referral: { ...aPolledCase().referral, state: 'submitted' } });
    expect(groups([submitted], [], 'manager').late).toEqual(['decideReferral']);
    expect(groups([submitted], []).late).toEqual([]);
    expect(groups([aPolledCase()], [aRow()], 'administrator')).toEqual({ late: [], today: [], thisWeek: [], nextWeek: [], later: [] });
  });
  it('does not say twice what a row already says', () => {
    expect(groups([aPolledCase()], [aRow({ verbCode: 'chaseAnswers', due: TODAY })]).thisWeek).toEqual([]);
  });
  it('lets the row about a person stand for the line about the case when a message did not arrive', () => {
    const failed = aPolledCase({ invitations: { toSend: 0, unanswered: 3, answered: 10, mustUnanswered: 1, undelivered: 1 } });
    expect(groups([failed], []).late).toEqual(['reachUndelivered']);
    expect(groups([failed], [aRow({ verbCode: 'findOtherWay', severity: 'failed' })]).late).toEqual(['findOtherWay']);
  });
  it('never folds away what has just become one’s own, and folds it when it is new no more', () => {
    const allocated = (on: string, state: 'allocated' | 'active') => aPolledCase({ conference: null, referral: { ...aPolledCase().referral, state, allocatedOn: on }, deadlines: { ...deadlinesFor({ submittedOn: TODAY, heldOn: null }), coordinator: '2027-01-20', firstContact: '2027-01-20' }, consent: { needed: 2, given: 0, completedOn: null } });
    expect(groups([allocated(TODAY, 'allocated')], [])).toMatchObject({ thisWeek: ['answerAssignment'], nextWeek: [], later: [] });
    expect(groups([allocated('2026-11-19', 'active')], [])).toMatchObject({ thisWeek: ['recordConsents'], later: [] });
    expect(groups([allocated('2026-11-18', 'active')], [])).toMatchObject({ thisWeek: [], later: ['recordConsents'] });
  });
  it('keeps the rows of one case together, where the heaviest of them stands', () => {
    const rows = [aRow({ id: 'r1', caseId: 'b', severity: 'normal', due: '2026-11-20' }), aRow({ id: 'r2', caseId: 'a', severity: 'urgent' }), aRow({ id: 'r3', caseId: 'b', severity: 'failed' }), aRow({ id: 'r4', caseId: 'a', due: '2026-11-20' })];
    expect(tasksFor('coordinator', [], rows, TODAY)[0]!.tasks.map((task) => task.id)).toEqual(['r2', 'r4', 'r3', 'r1']);
  });
  it('sees the review three weeks ahead and when it is overdue, until the next conference is under way', () => {
    const conference = { id: 'c', state: 'held' as const, phase: 'ended' as const, startsAt: { local: '2026-08-20T16:00', zone: 'Europe/Stockholm' }, heldOn: '2026-08-20', proposedTimes: 8, answerBy: null };
    const plan = { state: 'accepted' as const, presentedOn: '2026-08-20', decidedOn: '2026-08-25', questions: 3, questionsAnswered: 3, actions: 4, actionsOpen: 2, actionsLate: 0, nextDueOn: '2027-02-01' };
    const reviewed = (review: string, state: 'held' | 'polling' = 'held') => aPolledCase({ conference: { ...conference, state }, plan, deadlines: { ...deadlinesFor({ submittedOn: '2026-07-01', heldOn: '2026-08-20' }), review } });
    expect(groups([reviewed('2026-11-20')], []).late).toEqual(['holdReview']);
    expect(groups([reviewed('2026-12-17')], []).later).toEqual(['holdReview']);
    expect(JSON.stringify([groups([reviewed('2026-12-18')], []), groups([reviewed('2026-11-20', 'polling')], [])])).not.toContain('holdReview');
  });
  it('asks nothing of a paused case but what someone has written down', () => {
    expect(groups([aPolledCase({ pausedOn: '2026-11-20' })], [aRow()])).toMatchObject({ today: ['visit'], thisWeek: [], later: [] });
  });
  it('gives the day of the conference its hour', () => {
    const conference = { id: 'c', state: 'confirmed' as const, phase: 'notStarted' as const, startsAt: { local: `${TODAY}T16:00`, zone: 'Europe/Stockholm' }, heldOn: null, proposedTimes: 8, answerBy: null };
    const today = tasksFor('coordinator', [aPolledCase({ conference })], [], TODAY).find((group) => group.key === 'today');
    expect(today?.tasks).toMatchObject([{ verbCode: 'runDay', due: TODAY, dueTime: '16:00', target: 'day' }]);
  });
  it('loses no task and doubles none, in any order of rows', () => {
    const row = fc.record({ id: fc.uuid(), day: fc.option(fc.integer({ min: -30, max: 30 })), failed: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (r) => r.id }), (all) => {
        const rows = all.map(({ id, day, failed }) => aRow({ id, due: day === null ? null : addDays(TODAY, day), severity: failed ? 'failed' : 'normal' }));
        const once = tasksFor('coordinator', [], rows, TODAY);
        expect(once.flatMap((group) => group.tasks.map((task) => task.id)).sort()).toEqual(rows.map((r) => r.id).sort());
        expect(tasksFor('coordinator', [], [...rows].reverse(), TODAY)).toEqual(once);
      }),
    );
  });
});
