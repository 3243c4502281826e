import type { InboxItem } from '@radslag/contracts';
import { inboxWords } from '../words/inbox';
import { spoken } from '../words/words';
import { replyLine } from './reply-line';

const anItem = (part: Partial<InboxItem>): InboxItem => ({
  id: 'i', kind: 'text', said: 'text', unclear: null, urgent: false, receivedAt: '2026-11-26T08:00:00Z', text: 'Hej', sender: '070-174 06 17', cases: [], memberId: null, person: null, relation: null,
  answeredByItself: false, handledAt: null, handledBy: null, handledHow: null, note: '', allowed: ['handle'], ...part,
});
const line = (part: Partial<InboxItem>, language: 'sv' | 'en' = 'sv') => replyLine(anItem(part), spoken(inboxWords, language));

describe('a reply in the inbox', () => {
  it('says who writes, and names nobody when it may be one of several', () => {
    expect([line({ person: 'Yusuf A.' }).what, line({}).what, line({ relation: 'moster' }).what]).toEqual(['Yusuf A. skriver', 'Någon skriver', 'Moster skriver']);
  });
  it('says why it is not an answer, and what to do', () => {
    expect(line({ kind: 'unclear', unclear: 'severalPeople' })).toMatchObject({ what: 'Fråga någon vad svaret betyder', why: 'Flera personer har numret.', next: inboxWords.sv.next.unclear });
    expect(line({ kind: 'unclear', unclear: 'somethingNew' }).why).toBe('');
  });
  it('puts danger first, whatever it is, until somebody has read it', () => {
    expect(line({ urgent: true })).toMatchObject({ group: 'urgent', icon: 'fail', next: inboxWords.sv.next.urgent });
    expect(line({ urgent: true, handledAt: '2026-11-26T08:10:00Z', handledBy: 'Sanna Lind', handledHow: 'called' })).toMatchObject({ group: 'done', done: 'Sanna Lind har ringt' });
  });
  it('says of an answer what it was', () => {
    expect(line({ kind: 'answer', said: 'maybe', person: 'Nora P.', handledAt: '2026-11-26T08:00:00Z' })).toMatchObject({ what: 'Nora P. svarade kanske', done: 'Inskrivet av sig självt', group: 'done' });
    expect(line({ kind: 'answer', said: 'no', person: 'Nora P.', handledAt: '2026-11-26T08:00:00Z' }, 'en').what).toBe('Nora P. answered no');
  });
});
