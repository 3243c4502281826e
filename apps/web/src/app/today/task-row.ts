import type { TodayTask } from '@radslag/contracts';
import { targetPath, wording } from '../cases/codes';
import type { IconName } from '../ui/icon';
import type { When } from '../ui/when';
import type { caseWords } from '../words/case';
import type { contactWords } from '../words/contact';
import type { todayWords } from '../words/today';
import { byCode, type AnyLeaf, type WordsOf } from '../words/words';

export type TaskLine = {
  key: string;
  taskId: string | null;
  initials: string;
  reference: string;
  what: string;
  why: string;
  button: string;
  icon: IconName;
  due: { kind: 'failed' | 'late' | 'plain' | 'done'; text: string };
  done: boolean;
  caseLink: string[] | null;
  link: string[];
  query: Record<string, string> | null;
};

const ICONS: Readonly<Record<string, IconName>> = {
  callMember: 'phone', sendLetter: 'letter', unclaimedReplies: 'phone', worried: 'help', findOtherWay: 'fail', checkUnknown: 'help', inboundMessage: 'reply', siteFeedback: 'reply', whoHasOpened: 'help', pairAtRisk: 'apart', stillExpectsToCome: 'help', needsHelp: 'help', newTimeReply: 'cal', giveCode: 'phone', wrongPerson: 'skip', allocateCoordinator: 'child', reachUndelivered: 'fail',
  completeReferral: 'edit', decideReferral: 'edit', answerAssignment: 'edit', recordConsents: 'shield', buildNetwork: 'map', agreeNetwork: 'map', proposeTimes: 'cal', chooseTime: 'cal', replanConference: 'cal',
  sendInvitations: 'msg', chaseAnswers: 'reply', prepareMembers: 'child', runDay: 'ring', awaitConference: 'ring', recordPlan: 'flag', presentPlan: 'flag', decidePlan: 'flag', revisePlan: 'flag', handleRefusal: 'flag',
  followUpActions: 'flag', holdReview: 'cal', ownAction: 'flag', awaitFollowUp: 'flag', closeCase: 'flag',
};

/** The number to call, and what is known of them, stand with the person in the network. */
const ABOUT_A_PERSON: readonly string[] = ['callMember', 'sendLetter', 'worried', 'wrongPerson', 'whoHasOpened', 'pairAtRisk'];
/** What opens with them. */
const REACHED_BY: Readonly<Record<string, string>> = { callMember: 'call', sendLetter: 'letter', worried: 'worry' };

type Texts = { today: WordsOf<typeof todayWords>; cases: WordsOf<typeof caseWords>; contact: WordsOf<typeof contactWords> };
type TaskText = { title: AnyLeaf; why: AnyLeaf; button: string };
type Dates = Pick<When, 'short' | 'date' | 'day' | 'clock' | 'wallClock' | 'dateOf' | 'daysTo'>;

/** One row of the front page in words: verb, person, reason, time, and where its one button leads. */
export function taskLine(task: TodayTask, { today, cases, contact }: Texts, when: Dates): TaskLine {
  const refusal = notCalled(task);
  const known: TaskText | undefined = refusal === null ? (byCode(today.tasks, task.code) ?? byCode(cases.next, task.code)) : today.tasks.reachMember;
  const reason = task.params['reason'];
  const params: TodayTask['params'] = { ...task.params, ...(typeof reason === 'string' && { reason: byCode(today.reasons, reason) ?? '' }), ...(refusal !== null && { instead: byCode(contact.why, refusal) ?? '' }) };
  const done = task.doneAt !== null;
  return {
    key: task.key,
    taskId: task.taskId,
    initials: task.initials,
    reference: task.reference,
    what: wording(known?.title, params, when) || cases.next.none.button,
    why: done && task.doneAt !== null ? today.doneAt({ clock: when.clock(task.doneAt) }) : `${byCode(today.unaware, String(task.params['about'] ?? '')) ?? ''} ${saysMoreThan(task) ? wording(known?.why, params, when) : ''}`.trim(),
    button: known?.button ?? cases.panel.open,
    icon: done ? 'check' : refusal !== null ? 'skip' : (byCode(ICONS, task.code) ?? 'clock'),
    due: dueOf(task, today, when),
    done,
    caseLink: task.referralId === null ? null : ['/radslag', task.referralId],
    link: linkOf(task),
    query: queryOf(task),
  };
}

/** The letter's own why is what it is about, which has been said. */
const saysMoreThan = (task: TodayTask): boolean => task.params['about'] === undefined || task.params['reason'] !== task.params['about'];

/** Somebody is to be reached who is not to be called: the row says so, and has no number behind it. The hour passes, and a number can be written. */
function notCalled(task: TodayTask): string | null {
  const refusal = task.params['call'];
  return task.code === 'callMember' && typeof refusal === 'string' && refusal !== 'outsideHours' && refusal !== 'noNumber' ? refusal : null;
}

function dueOf(task: TodayTask, w: Texts['today'], when: Dates): TaskLine['due'] {
  if (task.doneAt !== null) return { kind: 'done', text: w.done };
  if (task.severity === 'urgent') return { kind: 'failed', text: w.urgent };
  if (task.severity === 'failed') return { kind: 'failed', text: task.code === 'checkUnknown' ? w.notKnown : w.failed };
  const on = task.dueOn ?? (task.dueAt === null ? null : when.dateOf(task.dueAt));
  if (on === null) return { kind: 'plain', text: '' };
  const days = when.daysTo(on);
  if (days < 0) return { kind: 'late', text: w.daysLate({ n: -days }) };
  if (days === 0 && task.dueAt !== null) return { kind: 'plain', text: w.at({ clock: when.clock(task.dueAt) }) };
  return { kind: 'plain', text: when.day(on) };
}

function queryOf(task: TodayTask): TaskLine['query'] {
  if (task.target === 'inbox') return task.messageId === null ? { visa: 'okanda' } : { svar: task.messageId };
  if (!ABOUT_A_PERSON.includes(task.code) || task.memberId === null) return null;
  const by = notCalled(task) === null ? byCode(REACHED_BY, task.code) : undefined;
  return { person: task.memberId, ...(by && { by }) };
}

function linkOf(task: TodayTask): string[] {
  if (task.target === 'inbox') return ['/inkorg'];
  if ((task.target === 'day' || task.target === 'conference') && task.conferenceId !== null) return ['/dagen', task.conferenceId];
  if (ABOUT_A_PERSON.includes(task.code) && task.referralId !== null && task.memberId !== null) return ['/radslag', task.referralId, 'natverk'];
  return task.referralId === null ? ['/idag'] : ['/radslag', task.referralId, ...targetPath(task.target)];
}
