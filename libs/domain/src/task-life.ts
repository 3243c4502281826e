import type { ConferenceState } from './states';
import type { Instant } from './time';
import type { Coming, MessageKind } from './vocabulary';

/** Everything that is asked of a person. A kind without a condition of life does not compile. */
export const TASK_KINDS = [
  'callMember', 'sendLetter', 'findOtherWay', 'checkUnknown', 'inboundMessage', 'siteFeedback', 'worried', 'wrongPerson', 'whoHasOpened', 'needsHelp', 'newTimeReply', 'allocateCoordinator', 'pairAtRisk', 'giveCode', 'stillExpectsToCome',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Ways of reaching somebody. Two of them about the same matter are one thing to do, and the later one says how. */
export const REACHING_KINDS = ['callMember', 'sendLetter', 'findOtherWay', 'checkUnknown'] as const satisfies readonly TaskKind[];

/** `byHand`: only a person can say that it is done. */
export const TASK_MATTERS = ['question', 'time', 'cancelled', 'link', 'promise', 'plan', 'onTheWay', 'stopped', 'uncertain', 'reach', 'reply', 'wrongPerson', 'help', 'allocation', 'pair', 'step', 'uninvited', 'byHand'] as const;
export type TaskMatter = (typeof TASK_MATTERS)[number];

export type TaskAbout = { kind: string; reason: string | null; /** The message that a person stands in for. */ about: string | null };

const ABOUT: Readonly<Record<MessageKind, TaskMatter | null>> = {
  invitation: 'question', answerReminder: 'question', timeSet: 'time', timeMoved: 'time', reminderFortnight: 'time', reminderWeek: 'time', reminderDay: 'time', reminderHours: 'time',
  cancelled: 'cancelled', newLink: 'link', actionDue: 'promise', planReady: 'plan', autoReply: null,
};
const REASONED: Readonly<Record<string, TaskMatter>> = {
  notAnswered: 'question', timesNotSaid: 'question', noTimeFits: 'question', maybe: 'question', late: 'onTheWay', lost: 'onTheWay', notComing: 'onTheWay', optedOut: 'stopped', restored: 'uncertain',
};
const OF_ITS_OWN: Readonly<Record<Exclude<TaskKind, (typeof REACHING_KINDS)[number]>, TaskMatter>> = {
  inboundMessage: 'reply', siteFeedback: 'reply', worried: 'byHand', wrongPerson: 'wrongPerson', whoHasOpened: 'byHand', needsHelp: 'help', newTimeReply: 'question', allocateCoordinator: 'allocation', pairAtRisk: 'pair', giveCode: 'step', stillExpectsToCome: 'uninvited',
};

/** What it is about: one row per person and matter. A kind that is not known here is left to whoever does it. */
export function matterOf({ kind, reason, about }: TaskAbout): TaskMatter {
  if (!isReaching(kind)) return OF_ITS_OWN[kind as keyof typeof OF_ITS_OWN] ?? 'byHand';
  const message = about ?? (kind === 'sendLetter' ? reason : null);
  return REASONED[reason ?? ''] ?? ABOUT[message as MessageKind] ?? 'reach';
}

export const isReaching = (kind: string): boolean => (REACHING_KINDS as readonly string[]).includes(kind);

/** What a task lives on, as it is now. */
export type TaskFacts = {
  caseClosed: boolean;
  allocated: boolean;
  /** Null: it is about nobody in particular. `refused`: nobody may turn to them by any way, for good. `reachable`: a machine can write to them. */
  person: { removed: boolean; refused: boolean; reachable: boolean } | null;
  conference: { state: ConferenceState; startsAt: Instant | null; endsAt: Instant | null } | null;
  /** When the time begins that they were told last, which need not be the conference's. */
  believes: Instant | null;
  /** The latest, if any. */
  link: 'open' | 'closed' | null;
  coming: Coming | null;
  /** An answer that came after the task. */
  answeredSince: boolean;
  checkedIn: boolean;
  /** A message about the same matter has left for them since, or they have been told by a person. */
  toldSince: boolean;
  /** It stands in for a message about an earlier time, and the present one has messages or tasks of its own. */
  superseded: boolean;
  /** The promise it reminds of is kept, struck or no longer needed. */
  promiseClosed: boolean;
  /** The reply it is about has been read. */
  replyHandled: boolean;
  /** The person has said since that it works out, or the action is closed. */
  helped: boolean;
  /** The second step can be passed again: a code has been given since, or the link was changed. */
  stepOpened: boolean;
};

export const TASK_ENDS = [
  'caseClosed', 'allocated', 'personRemoved', 'contactRefused', 'reachable', 'answered', 'declined', 'checkedIn', 'told', 'moved', 'timeSet', 'conferenceCancelled', 'conferenceOver', 'linkClosed', 'linkOpened',
  'promiseClosed', 'replyHandled', 'helped', 'stepOpened', 'sameMatter',
] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

type Condition = (facts: TaskFacts, now: Instant, task: TaskAbout) => TaskEnd | false;

const caseClosed: Condition = (facts) => facts.caseClosed && 'caseClosed';
const removed: Condition = ({ person }) => person?.removed === true && 'personRemoved';
const refused: Condition = ({ person }) => person?.refused === true && 'contactRefused';
const linkClosed: Condition = ({ link }) => link === 'closed' && 'linkClosed';
const answered: Condition = (facts) => facts.answeredSince && 'answered';
const declined: Condition = ({ coming }) => coming === 'no' && 'declined';
const checkedIn: Condition = (facts) => facts.checkedIn && 'checkedIn';
const told: Condition = (facts) => facts.toldSince && 'told';
const moved: Condition = (facts) => facts.superseded && 'moved';
const called: Condition = ({ conference }) => conference?.state === 'cancelled' && 'conferenceCancelled';
const over: Condition = ({ conference }, now) => (conference?.state === 'held' || (conference?.endsAt != null && conference.endsAt <= now)) && 'conferenceOver';
const begun: Condition = ({ conference }, now) => (conference?.state === 'inProgress' || conference?.state === 'held' || (conference?.startsAt != null && conference.startsAt <= now)) && 'conferenceOver';
/** Which of the times fits was asked while there was a choice. */
const chosen: Condition = ({ conference }, _now, { reason }) => conference?.state === 'confirmed' && ASKS_WHICH.includes(reason ?? '') && 'timeSet';
const ASKS_WHICH: readonly string[] = ['notAnswered', 'timesNotSaid', 'noTimeFits'];

/**
 * What ends each, the heaviest first; none of them: it lives. What somebody has told us in confidence or asked for (a worry, who has
 * opened their data) ends by nobody's hand but a person's.
 */
const ENDS: Readonly<Record<TaskMatter, readonly Condition[]>> = {
  question: [caseClosed, removed, refused, linkClosed, answered, declined, called, checkedIn, begun, chosen],
  // A reminder is of no use once it has begun; whoever was never told is still looked for then.
  time: [caseClosed, removed, (facts, now, task) => task.about !== 'timeMoved' && refused(facts, now, task), linkClosed, declined, called, moved, told, checkedIn, (facts, now, task) => (task.about === 'timeSet' || task.about === 'timeMoved' ? over : begun)(facts, now, task)],
  // Whoever was told a time is to know that it does not hold, also when they were not coming or have said no since: until its day is over, and
  // that of the time which they believe in, if it was moved to an earlier one behind their back.
  cancelled: [caseClosed, removed, told, ({ conference, believes }, now) => conference?.endsAt != null && conference.endsAt <= now && (believes === null || believes <= now) && 'conferenceOver'],
  link: [caseClosed, removed, refused, linkClosed, answered, told, called, over],
  promise: [caseClosed, removed, refused, ({ promiseClosed }) => promiseClosed && 'promiseClosed', told],
  plan: [caseClosed, removed, refused, linkClosed, told],
  onTheWay: [caseClosed, removed, called, checkedIn, over],
  stopped: [caseClosed, removed, refused, ({ person }) => person?.reachable === true && 'reachable', called, checkedIn, begun],
  uncertain: [caseClosed, removed, refused, told, called, checkedIn, over],
  reach: [caseClosed, removed, refused, declined, called, told, checkedIn, begun],
  reply: [({ replyHandled }) => replyHandled && 'replyHandled'],
  wrongPerson: [caseClosed, removed, ({ link }, _now, { reason }) => link === 'open' && reason !== 'takenBack' && 'linkOpened', called, over],
  help: [caseClosed, ({ helped }) => helped && 'helped'],
  allocation: [caseClosed, ({ allocated }) => allocated && 'allocated'],
  // That it is decided, or that one of them is not invited any more, is seen to where that is done.
  pair: [caseClosed, removed, called, over],
  step: [caseClosed, removed, refused, linkClosed, ({ stepOpened }) => stepOpened && 'stepOpened', called],
  // Nobody writes to them any more, so only a person can say that they know; until the day that they may come on is over.
  uninvited: [caseClosed, ({ link }) => link === 'open' && 'linkOpened', declined, over],
  byHand: [],
};

/** Why a task is over, or null while it lives. Done at its writing, at what changes a fact, and by the sweeper for what time changes. */
export function endOfTask(task: TaskAbout, facts: TaskFacts, now: Instant): TaskEnd | null {
  for (const condition of ENDS[matterOf(task)]) {
    const end = condition(facts, now, task);
    if (end !== false) return end;
  }
  return null;
}

export type OpenTask = TaskAbout & { id: string; caseId: string | null; conferenceId: string | null; personId: string | null; urgent: boolean; createdAt: Instant };

/** Whether the later of two about the same matter says how it is: not when it only reminds of what the earlier one has still to tell. */
export const saysMore = (standing: TaskAbout, later: TaskAbout): boolean => weightOf(later) >= weightOf(standing);
const weightOf = ({ about }: TaskAbout): number => (about === 'timeSet' || about === 'timeMoved' ? 1 : 0);

/** One row per person and matter: of several the latest that says how it is stays, as urgent as the most urgent of them. */
export function foldTasks(tasks: readonly OpenTask[]): { keep: { id: string; urgent: boolean }[]; end: string[] } {
  const groups = new Map<string, OpenTask[]>();
  for (const task of tasks) {
    const key = sameMatterKey(task);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  const keep: { id: string; urgent: boolean }[] = [];
  const end: string[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const [last, ...rest] = [...group].sort((a, b) => weightOf(b) - weightOf(a) || b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    keep.push({ id: last!.id, urgent: group.some((task) => task.urgent) });
    end.push(...rest.map((task) => task.id));
  }
  return { keep, end };
}

/** Null: never folded. Every reply is one to read. */
export function sameMatterKey(task: Pick<OpenTask, 'kind' | 'reason' | 'about' | 'caseId' | 'conferenceId' | 'personId'>): string | null {
  const matter = matterOf(task);
  if (task.personId === null || matter === 'reply') return null;
  return [task.caseId, task.conferenceId, task.personId, ...(isReaching(task.kind) ? [matter] : [task.kind, task.reason])].join('|');
}

/**
 * Whether somebody must be asked to reach a person because a message came too late, and how soon. Whoever knows the time is not called
 * weeks ahead to be reminded of it: the later reminders do that.
 */
export function callForLate(kind: MessageKind, knowsTime: boolean): 'no' | 'call' | 'urgent' {
  switch (kind) {
    case 'answerReminder':
    case 'autoReply':
      return 'no';
    case 'reminderFortnight':
    case 'reminderWeek':
      return knowsTime ? 'no' : 'urgent';
    case 'reminderDay':
    case 'reminderHours':
      return knowsTime ? 'call' : 'urgent';
    case 'invitation':
    case 'newLink':
    case 'planReady':
    case 'actionDue':
      return 'call';
    case 'timeSet':
    case 'timeMoved':
    case 'cancelled':
      return 'urgent';
  }
}
