import { MESSAGE_STATES } from '@radslag/domain';
import { askingOf } from './asking';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const last = (state: string, at: string | null = '2026-11-23T09:00:10Z') => ({ state, reason: null, at });

describe('what became of a question', () => {
  it('is sent only when it has left', () => {
    const said = (state: string) => askingOf(last(state), NOW);
    expect(MESSAGE_STATES.filter((state) => said(state) === 'sent' || said(state) === 'delivered')).toEqual(['accepted', 'delivered']);
    expect(MESSAGE_STATES.filter((state) => said(state) === null)).toEqual([]);
    expect(said('willNotBeSent')).toBe('willNotBeSent');
    expect(askingOf(null, NOW)).toBeNull();
  });
  it('waits when it leaves later than within a minute', () => {
    expect(askingOf(last('planned'), NOW)).toBe('onItsWay');
    expect(askingOf(last('planned', '2026-11-24T07:00:00Z'), NOW)).toBe('waits');
  });
});
