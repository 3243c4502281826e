import { answeredBefore, cellOf, chosenTime, heatOf, isExpected, leftToArrange, type MatrixPerson } from './answers';

const [T1, T2] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'];
const saying = (value: 'yes' | 'ifNeedBe' | 'no') => ({ timeId: T1, value, at: '2026-11-20T10:00:00Z' });
const aPerson = (change: Partial<MatrixPerson> = {}): MatrixPerson => ({
  memberId: 'm', initials: 'A.A.', shortName: 'Amina A.', relation: 'mamma', professional: false, protected: false, mustAttend: false,
  invitation: { id: 'i', memberId: 'm', state: 'sent', secondStep: 'none', sentAt: null, answeredAt: null, expiresAt: '2026-12-20T00:00:00Z', allowed: [] },
  contactRefusal: null, answer: null, said: [], coming: null, lastMessage: null, needsInterpreter: false, ...change,
});
const anAnswer = (change: Partial<NonNullable<MatrixPerson['answer']>> = {}): NonNullable<MatrixPerson['answer']> => ({
  id: 'a', memberId: 'm', at: '2026-11-20T10:00:00Z', source: 'web', recordedBy: null, coming: 'yes', mode: null, times: [{ timeId: T1, value: 'yes' }],
  noTimeFits: false, usualTimes: '', needs: [], spokesperson: '', note: '', worry: null, ...change,
});

describe('cells of the matrix', () => {
  it('show what was said of that time, whatever the latest answer was about', () => {
    const moved = aPerson({ answer: anAnswer({ coming: 'no', times: [] }), coming: 'no', said: [saying('yes'), { ...saying('no'), timeId: T2 }] });
    expect(cellOf(moved, T1)).toBe('yes');
    expect(cellOf(moved, T2)).toBe('no');
  });
  it('are unanswered for a time that was added after the answer, a no to the others or not', () => {
    expect(cellOf(aPerson({ answer: anAnswer({ coming: 'no', times: [] }) }), T1)).toBe('none');
    expect(cellOf(aPerson(), T1)).toBe('none');
  });
  it('of somebody who answered another time are those of one who has not answered', () => {
    expect(answeredBefore(aPerson({ answer: anAnswer(), coming: null }))).toBe(true);
    expect(answeredBefore(aPerson({ answer: anAnswer(), coming: 'yes' }))).toBe(false);
    expect(answeredBefore(aPerson())).toBe(false);
  });
  it('are shown for those who must attend though they have not been invited', () => {
    expect(isExpected(aPerson({ invitation: null }))).toBe(false);
    expect(isExpected(aPerson({ invitation: null, mustAttend: true }))).toBe(true);
  });
  it('leave with a link that was closed, answered or not', () => {
    const closed = { ...aPerson().invitation!, state: 'revoked' as const };
    expect(isExpected(aPerson({ invitation: closed, answer: anAnswer() }))).toBe(false);
    expect(isExpected(aPerson({ invitation: closed, mustAttend: true }))).toBe(true);
  });
});

describe('the time that is looked at', () => {
  const [a, b] = [{ id: 'a', startsLocal: '2026-12-08T17:00', endsLocal: '2026-12-08T20:00' }, { id: 'b', startsLocal: '2026-12-09T17:00', endsLocal: '2026-12-09T20:00' }] as const;
  it('is the best one until somebody picks another that still stands', () => {
    expect(chosenTime([a, b], null, { picked: null, best: 'b' })).toBe('b');
    expect(chosenTime([a, b], null, { picked: 'a', best: 'b' })).toBe('a');
    expect(chosenTime([b], null, { picked: 'a', best: 'b' })).toBe('b');
    expect(chosenTime([], null, { picked: 'a', best: null })).toBeNull();
  });
  it('is the booked one once a day is set, whatever is best; none when it has moved to another', () => {
    expect(chosenTime([a, b], a, { picked: 'b', best: 'b' })).toBe('a');
    expect(chosenTime([a, b], { startsLocal: '2026-12-10T17:00', endsLocal: '2026-12-10T20:00' }, { picked: 'b', best: 'b' })).toBeNull();
  });
});

describe('heat of a sum', () => {
  it('is darkest for the best time and steps down in fifths of it', () => {
    expect(heatOf(10, 10)).toBe(5);
    expect(heatOf(8, 10)).toBe(4);
    expect(heatOf(3, 10)).toBe(1); // 0.3 × 5 = 1.5
    expect(heatOf(0, 0)).toBe(0);
  });
});

describe('left to arrange', () => {
  it('puts a message that did not arrive before silence', () => {
    expect(leftToArrange(aPerson({ lastMessage: { state: 'failed', reason: 'numberUnreachable', at: null } }), T1)).toBe('failed');
    expect(leftToArrange(aPerson(), T1)).toBe('unanswered');
    expect(leftToArrange(aPerson({ contactRefusal: 'noSms' }), T1)).toBe('refused');
    expect(leftToArrange(aPerson({ invitation: null, contactRefusal: 'notAgreed' }), T1)).toBe('notInvited');
  });
  it('puts a worry before whether they can', () => {
    expect(leftToArrange(aPerson({ answer: anAnswer({ worry: 'callMe' }) }), T1)).toBe('worry');
  });
  it('is nothing for someone who can, and a maybe only when they must attend', () => {
    expect(leftToArrange(aPerson({ answer: anAnswer(), said: [saying('yes')] }), T1)).toBeNull();
    const maybe = { answer: anAnswer(), said: [saying('ifNeedBe')] };
    expect(leftToArrange(aPerson(maybe), T1)).toBeNull();
    expect(leftToArrange(aPerson({ ...maybe, mustAttend: true }), T1)).toBe('maybe');
  });
});
