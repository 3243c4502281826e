import type { MessageView } from '@radslag/contracts';
import { openFailure, placeOf, shapeOf, spread, weeks } from './lanes';

const aMessage = (change: Partial<MessageView>): MessageView => ({
  id: 'm', memberId: 'p', kind: 'invitation', channel: 'sms', state: 'planned', reason: null, dueAt: '2026-11-20T09:00:00Z', notAfter: '2026-11-21T09:00:00Z', acceptedAt: null,
  deliveredAt: null, endedAt: null, text: null, language: 'sv', template: 'invitation.sv', segments: 1, characters: 100, alphabet: 'GSM-7', recipient: '', attempts: 0, allowed: [], ...change,
});

describe('the scale of the lanes', () => {
  it('puts the middle of the span in the middle', () => {
    expect(placeOf('2026-11-20T12:00:00Z', { from: Date.parse('2026-11-20T00:00:00Z'), to: Date.parse('2026-11-21T00:00:00Z') })).toBe(50);
  });
  it('draws its fine lines on Mondays', () => {
    // Thursday 19 November to Friday 4 December 2026: Mondays 23 and 30 November.
    expect(weeks({ from: Date.parse('2026-11-19T00:00:00Z'), to: Date.parse('2026-12-04T00:00:00Z') }).map((at) => at.slice(0, 10))).toEqual(['2026-11-23', '2026-11-30']);
  });
  it('keeps marks apart, and inside the lane', () => {
    expect(spread([10, 10.5, 40])).toEqual([10, 14.6, 40]);
    expect(spread([98, 99, 99])).toEqual([99 - 2 * 4.6, 99 - 4.6, 99]);
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

describe('an open failure', () => {
  it('is one that nothing later has got past', () => {
    const failed = aMessage({ id: 'f', state: 'failed', dueAt: '2026-11-20T09:00:00Z' });
    const later = aMessage({ id: 'l', state: 'delivered', dueAt: '2026-11-22T09:00:00Z' });
    expect(openFailure([failed])).toBe(failed);
    expect(openFailure([failed, aMessage({ state: 'planned', dueAt: '2026-11-25T09:00:00Z' })])).toBe(failed);
    expect(openFailure([failed, later])).toBeNull();
  });
});
