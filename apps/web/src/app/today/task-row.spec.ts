import type { TodayTask } from '@radslag/contracts';
import { UNCLEAR_REASONS } from '@radslag/domain';
import { caseWords } from '../words/case';
import { contactWords } from '../words/contact';
import { todayWords } from '../words/today';
import { byCode, spoken } from '../words/words';
import { taskLine } from './task-row';

const when = {
  short: (d: string) => d, date: (d: string) => d, day: (d: string) => d, clock: () => '8.12', wallClock: (c: string) => c,
  dateOf: (i: string) => i.slice(0, 10), daysTo: (d: string) => Number(d.slice(-2)) - 26,
};
const aTask = (part: Partial<TodayTask>): TodayTask => ({
  key: 'k', taskId: null, referralId: 'r', conferenceId: null, memberId: null, messageId: null, initials: 'E.A.', reference: '2026-014', code: 'prepareMembers', params: {}, severity: 'normal',
  dueOn: null, dueAt: null, target: 'preparation', doneAt: null, ...part,
});
const line = (part: Partial<TodayTask>) => taskLine(aTask(part), { today: spoken(todayWords, 'sv'), cases: spoken(caseWords, 'sv'), contact: spoken(contactWords, 'sv') }, when);

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
    expect(line({ code: 'callMember', target: 'messages', memberId: 'm' })).toMatchObject({ link: ['/radslag', 'r', 'natverk'], query: { person: 'm', by: 'call' } });
    expect(line({ code: 'worried', target: 'network', memberId: 'm' }).query).toEqual({ person: 'm', by: 'worry' });
  });
  it.each(['notAgreed', 'noConsent', 'consentWithdrawn', 'contactBan', 'noCalls', 'personProtected', 'embargoed'])('says not to call, and what to do instead, when the gate says %s', (call) => {
    const row = line({ code: 'callMember', target: 'messages', memberId: 'm', params: { person: 'Lars L.', reason: 'notAnswered', call } });
    expect(row).toMatchObject({ what: 'Nå Lars L. på annat sätt', button: 'Öppna', icon: 'skip', query: { person: 'm' } });
    expect(row.query).not.toHaveProperty('by');
    expect(row.why.length).toBeGreaterThan('Har inte svarat, trots påminnelser.'.length + 10);
  });
  it('waits for the hour, or for a number, and is a call all the same', () => {
    for (const call of ['outsideHours', 'noNumber']) expect(line({ code: 'callMember', memberId: 'm', params: { person: 'Lars L.', call } })).toMatchObject({ what: 'Ring Lars L.', query: { by: 'call' } });
  });
  it('leads to the letter, and says what it is about', () => {
    expect(line({ code: 'sendLetter', memberId: 'm', params: { person: 'Lars L.', reason: 'timeMoved' } })).toMatchObject({ what: 'Skicka brev till Lars L.', why: 'Det har blivit en ny tid.', link: ['/radslag', 'r', 'natverk'], query: { person: 'm', by: 'letter' } });
  });
  it('leads to the very reply when somebody has written', () => {
    expect(line({ code: 'inboundMessage', target: 'inbox', messageId: 'svar1', params: { person: 'Nora P.' } })).toMatchObject({ what: 'Läs SMS från Nora P.', link: ['/inkorg'], query: { svar: 'svar1' } });
    expect(line({ code: 'inboundMessage', target: 'inbox', messageId: 'svar1', params: { reason: 'severalPeople' } })).toMatchObject({ what: 'Fråga vad ett SMS betyder', why: 'Flera personer har numret.' });
    expect(line({ code: 'unclaimedReplies', target: 'inbox', referralId: null, params: { count: 2 } })).toMatchObject({ what: 'Två SMS från okända nummer', link: ['/inkorg'], query: { visa: 'okanda' } });
  });
  it('says what is urgent, what did not arrive, and what is not known', () => {
    expect([line({ severity: 'urgent' }).due.text, line({ code: 'findOtherWay', severity: 'failed' }).due.text, line({ code: 'checkUnknown', severity: 'failed' }).due.text]).toEqual(['Bråttom', 'Kom inte fram', 'Okänt']);
  });
  it.each(['callMember', 'sendLetter', 'findOtherWay', 'checkUnknown', 'inboundMessage', 'unclaimedReplies'])('has a verb and a button for %s in both languages', (code) => {
    for (const language of ['sv', 'en'] as const) expect(byCode(spoken(todayWords, language).tasks, code)).toMatchObject({ button: expect.stringMatching(/./) });
  });
  it.each(['notAnswered', 'capReached', 'tooLate', 'noEmail', 'embargoed', 'timesNotSaid', 'restored', ...UNCLEAR_REASONS])('has words for the reason %s', (reason) => {
    for (const language of ['sv', 'en'] as const) expect(byCode(spoken(todayWords, language).reasons, reason)).toMatch(/\.$/);
  });
  it('shows a reason that it has no words for as nothing, never as a code', () => {
    expect(line({ code: 'callMember', params: { reason: 'somethingNew' } }).why).toBe('');
  });
});
