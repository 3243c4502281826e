import { callForLate, endOfTask, foldTasks, matterOf, sameMatterKey, saysMore, TASK_KINDS, type OpenTask, type TaskAbout, type TaskFacts } from './task-life';
import { MESSAGE_KINDS } from './vocabulary';

const now = new Date('2026-11-26T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
/** Everything a task can live on: asked, reachable by a person only, nothing said, a day ahead. */
const alive: TaskFacts = {
  caseClosed: false, allocated: false, person: { removed: false, refused: false, reachable: false }, conference: { state: 'confirmed', startsAt: later(24), endsAt: later(28) }, believes: null, link: null, coming: null,
  answeredSince: false, checkedIn: false, toldSince: false, superseded: false, promiseClosed: false, replyHandled: false, helped: false, stepOpened: false,
};
const polling = { state: 'polling', startsAt: null, endsAt: null } as const;
const held = { state: 'held', startsAt: later(-30), endsAt: later(-26) } as const;
const cancelled = { state: 'cancelled', startsAt: later(24), endsAt: later(28) } as const;
const gone = { removed: true, refused: false, reachable: false };
const refused = { removed: false, refused: true, reachable: false };
const task = (kind: string, reason: string | null = null, about: string | null = null): TaskAbout => ({ kind, reason, about });

const closing: [Partial<TaskFacts>, string] = [{ caseClosed: true }, 'caseClosed'];
const removing: [Partial<TaskFacts>, string] = [{ person: gone }, 'personRemoved'];
const refusing: [Partial<TaskFacts>, string] = [{ person: refused }, 'contactRefused'];
const overAndDone: [Partial<TaskFacts>, string][] = [[{ conference: held }, 'conferenceOver'], [{ conference: { state: 'confirmed', startsAt: later(-5), endsAt: later(-1) } }, 'conferenceOver']];
const QUESTION: [Partial<TaskFacts>, string][] = [closing, removing, refusing, [{ link: 'closed' }, 'linkClosed'], [{ answeredSince: true }, 'answered'], [{ coming: 'no' }, 'declined'], [{ conference: cancelled }, 'conferenceCancelled'], [{ checkedIn: true }, 'checkedIn'], ...overAndDone];
const TIME: [Partial<TaskFacts>, string][] = [
  closing, removing, refusing, [{ link: 'closed' }, 'linkClosed'], [{ coming: 'no' }, 'declined'], [{ conference: cancelled }, 'conferenceCancelled'], [{ superseded: true }, 'moved'], [{ toldSince: true }, 'told'],
  [{ checkedIn: true }, 'checkedIn'], ...overAndDone,
];
const begun: Partial<TaskFacts> = { conference: { state: 'inProgress', startsAt: later(-1), endsAt: later(3) } };
const CANCELLED: [Partial<TaskFacts>, string][] = [closing, removing, [{ toldSince: true }, 'told'], [{ conference: { ...cancelled, endsAt: later(-1) } }, 'conferenceOver'], [{ conference: { ...cancelled, endsAt: later(-1) }, believes: later(-4) }, 'conferenceOver']];

/** What each ends by. A kind that is missing here fails the spec below. */
const LIVES: { of: TaskAbout; in?: Partial<TaskFacts>; endsBy: [Partial<TaskFacts>, string][]; not?: Partial<TaskFacts>[] }[] = [
  { of: task('callMember', 'noSms', 'invitation'), in: { conference: polling }, endsBy: QUESTION },
  { of: task('callMember', 'notAnswered'), in: { conference: polling }, endsBy: [...QUESTION, [{ conference: alive.conference }, 'timeSet']] },
  { of: task('callMember', 'noTimeFits'), in: { conference: polling }, endsBy: [...QUESTION, [{ conference: alive.conference }, 'timeSet']] },
  { of: task('callMember', 'timesNotSaid'), in: { conference: polling }, endsBy: [...QUESTION, [{ conference: alive.conference }, 'timeSet']] },
  { of: task('callMember', 'maybe'), endsBy: QUESTION },
  { of: task('newTimeReply'), in: { conference: polling }, endsBy: QUESTION },
  { of: task('callMember', 'tooLate', 'timeSet'), endsBy: TIME, not: [{ answeredSince: true }, begun] },
  { of: task('callMember', 'tooLate', 'reminderDay'), endsBy: [...TIME, [begun, 'conferenceOver']] },
  { of: task('callMember', 'noSms', 'timeMoved'), endsBy: TIME.filter(([, end]) => end !== 'contactRefused'), not: [{ person: refused }] },
  { of: task('callMember', 'noSms', 'cancelled'), in: { conference: cancelled }, endsBy: CANCELLED, not: [{ conference: { ...cancelled, endsAt: later(-1) }, believes: later(200) }, { coming: 'no' }, { person: refused }, { link: 'closed' }] },
  { of: task('callMember', 'invitationRevoked', 'newLink'), endsBy: [closing, removing, refusing, [{ link: 'closed' }, 'linkClosed'], [{ answeredSince: true }, 'answered'], [{ toldSince: true }, 'told'], ...overAndDone] },
  { of: task('callMember', 'noSms', 'actionDue'), in: { conference: held }, endsBy: [closing, removing, refusing, [{ promiseClosed: true }, 'promiseClosed'], [{ toldSince: true }, 'told']] },
  { of: task('callMember', 'noSms', 'planReady'), in: { conference: held }, endsBy: [closing, removing, refusing, [{ link: 'closed' }, 'linkClosed'], [{ toldSince: true }, 'told']] },
  { of: task('callMember', 'late'), endsBy: [closing, removing, [{ checkedIn: true }, 'checkedIn'], [{ conference: cancelled }, 'conferenceCancelled'], ...overAndDone], not: [{ conference: { state: 'inProgress', startsAt: later(-1), endsAt: later(3) } }] },
  { of: task('callMember', 'optedOut'), endsBy: [closing, removing, refusing, [{ person: { removed: false, refused: false, reachable: true } }, 'reachable'], [{ checkedIn: true }, 'checkedIn'], ...overAndDone] },
  { of: task('callMember', 'restored'), endsBy: [closing, removing, refusing, [{ toldSince: true }, 'told'], [{ checkedIn: true }, 'checkedIn'], ...overAndDone] },
  { of: task('callMember', 'noNumber'), endsBy: [closing, removing, refusing, [{ coming: 'no' }, 'declined'], [{ toldSince: true }, 'told'], [{ checkedIn: true }, 'checkedIn'], ...overAndDone] },
  { of: task('sendLetter', 'timeSet'), endsBy: TIME },
  { of: task('findOtherWay', 'numberUnreachable', 'timeSet'), endsBy: TIME },
  { of: task('checkUnknown', 'outcomeUnknown', 'cancelled'), in: { conference: cancelled }, endsBy: CANCELLED },
  { of: task('inboundMessage', 'emoji'), endsBy: [[{ replyHandled: true }, 'replyHandled']], not: [{ person: gone }, { conference: held }] },
  { of: task('siteFeedback'), endsBy: [[{ replyHandled: true }, 'replyHandled']] },
  { of: task('wrongPerson'), in: { link: 'closed' }, endsBy: [closing, removing, [{ link: 'open' }, 'linkOpened'], [{ conference: cancelled }, 'conferenceCancelled'], ...overAndDone] },
  { of: task('wrongPerson', 'takenBack'), in: { link: 'open' }, endsBy: [closing, removing, ...overAndDone] },
  { of: task('needsHelp', 'needHelp'), in: { conference: held }, endsBy: [closing, [{ helped: true }, 'helped']], not: [{ toldSince: true }] },
  { of: task('allocateCoordinator', 'coordinatorRecused'), in: { person: null, conference: null }, endsBy: [closing, [{ allocated: true }, 'allocated']] },
  { of: task('pairAtRisk', 'contactBan'), endsBy: [closing, removing, [{ conference: cancelled }, 'conferenceCancelled'], ...overAndDone], not: [{ checkedIn: true }, { toldSince: true }, { coming: 'no' }] },
  { of: task('giveCode', 'guessed'), endsBy: [closing, removing, refusing, [{ link: 'closed' }, 'linkClosed'], [{ stepOpened: true }, 'stepOpened'], [{ conference: cancelled }, 'conferenceCancelled']], not: [{ toldSince: true }, { answeredSince: true }, { conference: held }] },
  { of: task('stillExpectsToCome'), in: { link: 'closed', person: gone }, endsBy: [closing, [{ link: 'open' }, 'linkOpened'], [{ coming: 'no' }, 'declined'], ...overAndDone], not: [{ conference: cancelled }, { toldSince: true }, { person: refused }] },
  // Told in confidence, or asked for: only a person can say that it is dealt with.
  { of: task('worried', 'callMe'), endsBy: [], not: [{ conference: held }, { person: gone }, { checkedIn: true }, { answeredSince: true }] },
  { of: task('whoHasOpened'), endsBy: [], not: [{ person: gone }, { conference: held }, { caseClosed: true }] },
];

describe('the life of a task', () => {
  it.each(TASK_KINDS)('is stated for %s', (kind) => {
    expect(LIVES.filter((life) => life.of.kind === kind).length).toBeGreaterThan(0);
  });
  it.each(LIVES.map((life) => [`${life.of.kind} ${life.of.reason ?? ''} ${life.of.about ?? ''}`, life] as const))('%s lives until its reason is gone', (_name, { of, in: facts = {}, endsBy, not = [] }) => {
    const living = { ...alive, ...facts };
    expect(endOfTask(of, living, now)).toBeNull();
    for (const [change, end] of endsBy) expect([change, endOfTask(of, { ...living, ...change }, now)]).toEqual([change, end]);
    for (const change of not) expect([change, endOfTask(of, { ...living, ...change }, now)]).toEqual([change, null]);
  });
  it('leaves what it does not know to whoever does it', () => {
    expect(endOfTask(task('somethingNew'), { ...alive, caseClosed: true, person: gone }, now)).toBeNull();
  });
  it('has a matter for every message that a person can stand in for', () => {
    for (const kind of MESSAGE_KINDS) if (kind !== 'autoReply') expect([kind, matterOf(task('callMember', 'noSms', kind))]).not.toEqual([kind, 'reach']);
  });
});

describe('one row per person and matter', () => {
  let n = 0;
  const open = (part: Partial<OpenTask>): OpenTask => ({ id: `t${++n}`, kind: 'callMember', reason: 'tooLate', about: 'timeSet', caseId: 'c', conferenceId: 'k', personId: 'p', urgent: false, createdAt: later(n), ...part });

  it('keeps the latest, as urgent as the most urgent of them', () => {
    const tasks = [open({ urgent: true }), open({ about: 'reminderDay' }), open({ kind: 'findOtherWay', about: 'timeMoved' })];
    expect(foldTasks(tasks)).toEqual({ keep: [{ id: tasks[2]!.id, urgent: true }], end: [tasks[0]!.id, tasks[1]!.id] });
  });
  it('keeps what has still to be told, whatever would only have reminded of it', () => {
    const tasks = [open({ about: 'timeSet' }), open({ about: 'reminderDay', urgent: true })];
    expect(foldTasks(tasks)).toEqual({ keep: [{ id: tasks[0]!.id, urgent: true }], end: [tasks[1]!.id] });
    expect([saysMore(tasks[0]!, tasks[1]!), saysMore(tasks[1]!, tasks[0]!), saysMore(tasks[0]!, tasks[0]!)]).toEqual([false, true, true]);
  });
  it('keeps another matter, another person, another conference and every reply apart', () => {
    const apart = [open({}), open({ about: 'cancelled' }), open({ personId: 'q' }), open({ conferenceId: 'l' }), open({ kind: 'worried', reason: 'callMe', about: null }), open({ kind: 'worried', reason: 'doNotCall', about: null })];
    const replies = [open({ kind: 'worried', reason: 'callMe', about: null, personId: null }), open({ kind: 'inboundMessage', reason: null, about: null }), open({ kind: 'inboundMessage', reason: null, about: null })];
    expect(foldTasks([...apart, ...replies])).toEqual({ keep: [], end: [] });
    for (const reply of replies) expect(sameMatterKey(reply)).toBeNull();
  });
});

describe('a message that came too late', () => {
  it.each([
    ['reminderFortnight', true, 'no'], ['reminderWeek', true, 'no'], ['reminderDay', true, 'call'], ['reminderHours', true, 'call'], ['reminderWeek', false, 'urgent'], ['reminderHours', false, 'urgent'],
    ['timeSet', false, 'urgent'], ['timeMoved', true, 'urgent'], ['cancelled', true, 'urgent'], ['invitation', false, 'call'], ['newLink', true, 'call'], ['answerReminder', false, 'no'], ['autoReply', true, 'no'],
  ] as const)('%s, to somebody who knows the time: %s, asks for %s', (kind, knows, asked) => {
    expect(callForLate(kind, knows)).toBe(asked);
  });
});
