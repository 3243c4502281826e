import {
  ACTION, ACTION_STATES, CONFERENCE, CONFERENCE_STATES, DAY, DAY_PHASES, INVITATION, INVITATION_STATES, MEMBER, MEMBER_STATES, MESSAGE,
  MESSAGE_STATES, OFFER, OFFER_STATES, PLAN, PLAN_STATES, REFERRAL, REFERRAL_STATES,
} from './states';
import { allowedEvents, transition } from './transition';
import type { TransitionTable } from './transition';

type AnyTable = TransitionTable<string, string>;
const TABLES: readonly { name: string; table: AnyTable; states: readonly string[]; final: readonly string[] }[] = [
  { name: 'offer', table: OFFER, states: OFFER_STATES, final: ['accepted', 'declined'] },
  { name: 'referral', table: REFERRAL as AnyTable, states: REFERRAL_STATES, final: ['closed'] },
  { name: 'network member', table: MEMBER as AnyTable, states: MEMBER_STATES, final: ['prepared'] },
  { name: 'conference', table: CONFERENCE as AnyTable, states: CONFERENCE_STATES, final: ['held', 'cancelled'] },
  { name: 'day', table: DAY as AnyTable, states: DAY_PHASES, final: ['ended'] },
  { name: 'invitation', table: INVITATION as AnyTable, states: INVITATION_STATES, final: [] },
  { name: 'message', table: MESSAGE as AnyTable, states: MESSAGE_STATES, final: ['delivered', 'cancelled', 'suppressed', 'expired'] },
  { name: 'plan', table: PLAN as AnyTable, states: PLAN_STATES, final: ['accepted', 'acceptedWithConditions', 'refused'] },
  { name: 'action', table: ACTION as AnyTable, states: ACTION_STATES, final: [] },
];

describe.each(TABLES)('the life cycle of $name', ({ table, states, final }) => {
  const events = [...new Set(states.flatMap((state) => Object.keys(table[state] ?? {})))];

  it('has a row for every state and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...states].sort());
  });

  it('answers every state × event with a known state or a refusal, and never throws', () => {
    for (const from of states) {
      for (const event of events) {
        const result = transition(table, from, event);
        const next = table[from]?.[event];
        expect(result).toEqual(next === undefined ? { ok: false, error: 'transition-not-allowed', from, event } : { ok: true, state: next });
        if (result.ok) expect(states).toContain(result.state);
      }
    }
  });

  it('offers exactly the events that are allowed', () => {
    for (const from of states) {
      const allowed = allowedEvents(table, from);
      expect(events.filter((event) => transition(table, from, event).ok).sort()).toEqual([...allowed].sort());
    }
  });

  it('can reach every state from its first', () => {
    const reached = new Set([states[0]]);
    for (const state of reached) for (const next of Object.values(table[state ?? ''] ?? {})) if (next !== undefined) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('lets nothing out of a final state, and something out of every other', () => {
    expect(states.filter((state) => allowedEvents(table, state).length === 0)).toEqual(final);
  });
});

it('draws no button for something every object has (toString, constructor)', () => {
  expect(transition(OFFER as AnyTable, 'offered', 'toString').ok).toBe(false);
});
