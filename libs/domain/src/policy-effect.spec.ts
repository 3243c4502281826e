import { DEFAULT_OUTREACH_POLICY } from './outreach-policy';
import { policyEffect } from './policy-effect';

const meeting = { local: '2026-12-10T16:30', zone: 'Europe/Stockholm' };

describe('what rules would do', () => {
  it('a meeting on Thursday 10 December at 16.30: four reminders on the default rules', () => {
    const { reminders } = policyEffect(DEFAULT_OUTREACH_POLICY, meeting, 'relative');
    expect(reminders.map(({ kind, at }) => [kind, at.toISOString()])).toEqual([
      ['reminderFortnight', '2026-11-26T09:00:00.000Z'], ['reminderWeek', '2026-12-03T09:00:00.000Z'], ['reminderDay', '2026-12-09T09:00:00.000Z'], ['reminderHours', '2026-12-10T13:30:00.000Z'],
    ]);
  });
  it('a role that a reminder is not for does not get it', () => {
    const policy = { ...DEFAULT_OUTREACH_POLICY, reminders: DEFAULT_OUTREACH_POLICY.reminders.map((rule) => (rule.kind === 'reminderHours' ? { ...rule, roles: ['relative'] as const } : rule)) };
    expect(policyEffect(policy, meeting, 'professional').reminders.map(({ kind }) => kind)).toEqual(['reminderFortnight', 'reminderWeek', 'reminderDay']);
  });
  it('those who do not answer: asked again, and called', () => {
    const { ladder, call } = policyEffect(DEFAULT_OUTREACH_POLICY, meeting, 'relative');
    // Invited on Monday 30 November at 10: asked again on Thursday the 3rd and Sunday the 6th, called on Tuesday the 8th.
    expect(ladder.map((at) => at.toISOString())).toEqual(['2026-12-03T16:00:00.000Z', '2026-12-06T16:00:00.000Z']);
    expect(call?.toISOString()).toBe('2026-12-08T09:00:00.000Z');
  });
});
