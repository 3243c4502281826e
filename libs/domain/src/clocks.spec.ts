import { ACUTE_CLOCKS, DEFAULT_CLOCKS, deadlinesFor } from './clocks';

describe('deadlines', () => {
  it('count from the referral: 2 and 5 working days, 7 and 42 days', () => {
    // Wednesday 4 November 2026: +2 working days is Friday 6, +5 is Wednesday 11 (7 and 8 are a weekend).
    expect(deadlinesFor({ submittedOn: '2026-11-04', heldOn: null })).toEqual({
      acknowledge: '2026-11-06', coordinator: '2026-11-11', firstContact: '2026-11-11', conference: '2026-12-16', planDecision: null, check: null, review: null,
    });
  });
  it('count from the day the family met: 5 working days, 35 and 90 days', () => {
    const { planDecision, check, review } = deadlinesFor({ submittedOn: '2026-10-16', heldOn: '2026-11-26' });
    expect([planDecision, check, review]).toEqual(['2026-12-03', '2026-12-31', '2027-02-24']);
  });
  it('are none before there is a day to count from', () => {
    expect(Object.values(deadlinesFor({ submittedOn: null, heldOn: null }))).toEqual(Array(7).fill(null));
  });
  it('move by the days a case has been paused', () => {
    expect(deadlinesFor({ submittedOn: '2026-11-04', heldOn: null, pausedDays: 10 }).conference).toBe('2026-12-26');
  });
  it('are shorter when it is acute: a coordinator the next working day, the family within four days', () => {
    const acute = deadlinesFor({ submittedOn: '2026-11-06', heldOn: null }, ACUTE_CLOCKS);
    expect([acute.coordinator, acute.conference]).toEqual(['2026-11-09', '2026-11-10']);
  });
  it('are data that a municipality may change', () => {
    const own = { ...DEFAULT_CLOCKS, conference: { days: 28, workingDays: false } };
    expect(deadlinesFor({ submittedOn: '2026-11-04', heldOn: null }, own).conference).toBe('2026-12-02');
  });
});
