import type { TodayTask } from '@radslag/contracts';
import { caseWords } from '../words/case';
import { todayWords } from '../words/today';
import { taskLine } from './task-row';

const when = {
  short: (d: string) => d, date: (d: string) => d, day: (d: string) => d, clock: () => '8.12', wallClock: (c: string) => c,
  dateOf: (i: string) => i.slice(0, 10), daysTo: (d: string) => Number(d.slice(-2)) - 26,
};
const aTask = (part: Partial<TodayTask>): TodayTask => ({
  key: 'k', taskId: null, referralId: 'r', conferenceId: null, memberId: null, initials: 'E.A.', reference: '2026-014', code: 'prepareMembers', params: {}, severity: 'normal',
  dueOn: null, dueAt: null, target: 'preparation', doneAt: null, ...part,
});
const line = (part: Partial<TodayTask>) => taskLine(aTask(part), { today: todayWords.sv, cases: caseWords.sv }, when);

describe('a row of the front page', () => {
  it('says verb, person and reason', () => {
    expect(line({ code: 'findOtherWay', params: { person: 'Yusuf A.', reason: 'numberUnreachable' } })).toMatchObject({ what: 'Hitta en annan väg till Yusuf A.', why: 'SMS kom inte fram. Numret används inte längre.' });
  });
  it('names nobody when the person is protected', () => {
    expect(line({ code: 'callMember', params: { reason: 'noSms' } }).what).toBe('Ring personen');
  });
  it('marks what did not arrive as failed, and what is past its day as late', () => {
    expect([line({ code: 'findOtherWay', severity: 'failed' }).due, line({ dueOn: '2026-11-25', severity: 'late' }).due]).toEqual([{ kind: 'failed', text: 'Kom inte fram' }, { kind: 'late', text: '1 dag sen' }]);
  });
  it('leads to the day itself when that is what it is about', () => {
    expect(line({ code: 'runDay', target: 'day', conferenceId: 'c' }).link).toEqual(['/dagen', 'c']);
  });
  it('leads to the person when somebody is to be called', () => {
    expect(line({ code: 'callMember', target: 'messages', memberId: 'm' })).toMatchObject({ link: ['/radslag', 'r', 'natverk'], query: { person: 'm' } });
  });
  it('shows a reason that it has no words for as nothing, never as a code', () => {
    expect(line({ code: 'callMember', params: { reason: 'somethingNew' } }).why).toBe('');
  });
});
