import type { MessageView, OutreachView } from '@radslag/contracts';
import { axisOf, isNeedless, openFailure, placeOf, scaleOf, shapeOf, spread, weeks, type Scale } from './lanes';

const even = (from: string, to: string): Scale => ({ from: Date.parse(from), to: Date.parse(to), joints: [{ at: Date.parse(from), place: 0 }, { at: Date.parse(to), place: 100 }] });

const aMessage = (change: Partial<MessageView>): MessageView => ({
  id: 'm', memberId: 'p', kind: 'invitation', channel: 'sms', state: 'planned', reason: null, dueAt: '2026-11-20T09:00:00Z', notAfter: '2026-11-21T09:00:00Z', acceptedAt: null,
  deliveredAt: null, endedAt: null, text: null, language: 'sv', template: 'invitation.sv', segments: 1, characters: 100, alphabet: 'GSM-7', recipient: '', attempts: 0, tries: [], allowed: [], ...change,
});

describe('the scale of the lanes', () => {
  it('puts the middle of the span in the middle', () => {
    expect(placeOf('2026-11-20T12:00:00Z', even('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'))).toBe(50);
  });
  it('draws its fine lines on Mondays', () => {
    // Thursday 19 November to Friday 4 December 2026: Mondays 23 and 30 November.
    expect(weeks(even('2026-11-19T00:00:00Z', '2026-12-04T00:00:00Z')).map((at) => at.slice(0, 10))).toEqual(['2026-11-23', '2026-11-30']);
  });
  it('gives each side of now and of the meeting the room that its marks need, however little time it is', () => {
    const person = { memberId: 'p', answeredAt: '2026-11-20T09:30:00Z' } as OutreachView['people'][number];
    const at = (dueAt: string, state: MessageView['state']) => aMessage({ dueAt, state });
    const view = {
      now: '2026-11-20T10:00:00Z', startsAt: '2026-12-20T16:30:00Z', people: [person],
      messages: [at('2026-11-20T09:00:00Z', 'delivered'), at('2026-11-20T09:50:00Z', 'delivered'), at('2026-12-13T09:00:00Z', 'planned'), at('2026-12-19T09:00:00Z', 'planned'), at('2026-12-20T14:30:00Z', 'planned')],
    } as OutreachView;
    const scale = scaleOf(view);
    const lines = [view.now, view.startsAt!].map((line) => placeOf(line, scale));
    const moments = [...view.messages.map((message) => message.dueAt), person.answeredAt!].sort();
    const marks = spread(moments.map((moment) => placeOf(moment, scale)), lines);
    for (const [index, mark] of marks.slice(1).entries()) expect(mark - (marks[index] ?? 0)).toBeGreaterThan(4.55);
    expect([marks.filter((mark) => mark < lines[0]!).length, marks.filter((mark) => mark < lines[1]!).length, marks.length]).toEqual([3, 6, 6]);
    expect(scale.joints.map((joint) => joint.place).every((place, index, all) => index === 0 || place > (all[index - 1] ?? 0))).toBe(true);
    expect(placeOf('2026-12-05T10:00:00Z', scale)).toBeGreaterThan(lines[0]!);
  });
  it('keeps marks apart, and inside the lane', () => {
    expect(spread([10, 10.5, 40])).toEqual([10, 14.6, 40]);
    expect(spread([98, 99, 99])).toEqual([99 - 2 * 4.6, 99 - 4.6, 99]);
  });
});

describe('marks beside a line', () => {
  it('stay on the side of it where they happened: what is sent before now, what is planned after', () => {
    expect(spread([48, 49, 51, 52], [50])).toEqual([50 - 2.3 - 4.6, 50 - 2.3, 50 + 2.3, 50 + 2.3 + 4.6]);
  });
  it('stay before the meeting, however many they are', () => {
    const marks = spread([10, 88, 89, 89.9], [60, 90]);
    expect(marks.slice(1)).toEqual([90 - 2.3 - 2 * 4.6, 90 - 2.3 - 4.6, 90 - 2.3]);
  });
  it('share what room there is between two lines, in order', () => {
    const marks = spread([50.5, 51, 51.5], [50, 52]);
    expect(marks).toEqual([50.5, 51, 51.5]);
    const crowded = spread([50.1, 50.1, 50.1], [50, 52]);
    expect(crowded).toEqual([50.5, 51, 51.5]);
  });
  it('on the line itself belong to what has been', () => {
    expect(spread([50], [50])).toEqual([50 - 2.3]);
  });
});

describe('words over the lanes', () => {
  const texts = (at: Parameters<typeof axisOf>[0]) => axisOf(at).weeks.map((shown) => (shown ? 'shown' : 'left out'));
  it('leave out a week that would be cut by today or the meeting', () => {
    expect(texts({ weeks: [20, 43, 56], now: 50, meeting: null })).toEqual(['shown', 'left out', 'shown']);
    expect(texts({ weeks: [20, 43, 80], now: 50, meeting: 88 })).toEqual(['shown', 'left out', 'left out']);
  });
  it('lean away from each other when today and the meeting are near, whichever comes first', () => {
    expect(axisOf({ weeks: [], now: 84, meeting: 90 })).toMatchObject({ now: 'before', meeting: 'after' });
    expect(axisOf({ weeks: [], now: 90, meeting: 84 })).toMatchObject({ now: 'after', meeting: 'before' });
    expect(axisOf({ weeks: [], now: 40, meeting: 84 })).toMatchObject({ now: 'over', meeting: 'over' });
  });
});

describe('shape of a message', () => {
  it('tells sent from delivered, and a stop from a failure', () => {
    expect(shapeOf({ state: 'accepted', channel: 'sms' })).toBe('sent');
    expect(shapeOf({ state: 'delivered', channel: 'sms' })).toBe('delivered');
    expect(shapeOf({ state: 'suppressed', channel: 'sms' })).toBe('stopped');
    expect(shapeOf({ state: 'unknown', channel: 'sms' })).toBe('failed');
    expect(shapeOf({ state: 'delivered', channel: 'letter' })).toBe('letter');
  });
});

describe('a repeat that an answer made needless', () => {
  it('is one that was stopped because the person had answered, and no other', () => {
    expect(isNeedless({ state: 'cancelled', reason: 'answered' })).toBe(true);
    expect(isNeedless({ state: 'suppressed', reason: 'answered' })).toBe(true);
    expect(isNeedless({ state: 'cancelled', reason: 'moved' })).toBe(false);
    expect(isNeedless({ state: 'planned', reason: null })).toBe(false);
  });
});

describe('an open failure', () => {
  it('is one that nothing later has got past', () => {
    const failed = aMessage({ id: 'f', state: 'failed', dueAt: '2026-11-20T09:00:00Z' });
    const later = aMessage({ id: 'l', state: 'delivered', dueAt: '2026-11-22T09:00:00Z' });
    expect(openFailure([failed])).toBe(failed);
    expect(openFailure([failed, aMessage({ state: 'planned', dueAt: '2026-11-25T09:00:00Z' })])).toBe(failed);
    expect(openFailure([failed, later])).toBeNull();
  });
});
