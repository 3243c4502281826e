import * as fc from 'fast-check';
import { DEFAULT_OUTREACH_POLICY, ownHoursFit, policyFaults, recipientRole, type OutreachPolicy } from './outreach-policy';
import { planAskingAgain, planReminders } from './reminders';
import { clampToQuietHours, windowOn, withinPermittedHours } from './sending-hours';
import { SWEDISH_ZONE, addDays, instantOf, wallOf } from './time';

const policy = DEFAULT_OUTREACH_POLICY;
const zone = SWEDISH_ZONE;
const at = (local: string) => instantOf({ local, zone });
const local = (instant: Date) => wallOf(instant, zone).local;

describe('red days', () => {
  it('have shorter hours: Sundays, holidays and the eves', () => {
    expect(windowOn('2026-12-10', policy)).toEqual({ from: '08:00', to: '20:00' });
    for (const red of ['2026-12-13', '2026-12-24', '2026-12-25', '2027-01-06', '2027-03-26', '2027-06-25']) expect(windowOn(red, policy)).toEqual({ from: '10:00', to: '18:00' });
    expect(windowOn('2026-12-12', policy)).toEqual(policy.hours);
  });
  it('without hours send nothing: what falls there waits for the next day, or goes out before when that is too late', () => {
    const silent: OutreachPolicy = { ...policy, redDays: null };
    expect(local(clampToQuietHours(at('2026-12-24T12:00'), silent))).toBe('2026-12-28T08:00');
    expect(local(clampToQuietHours(at('2026-12-25T12:00'), silent, zone, at('2026-12-26T12:00')))).toBe('2026-12-23T19:30');
  });
});

describe('a person’s own hours', () => {
  const own = { from: '16:00', to: '22:00' };
  it('narrow the municipality’s and never widen them', () => {
    expect(windowOn('2026-12-10', policy, own)).toEqual({ from: '16:00', to: '20:00' });
    expect(windowOn('2026-12-13', policy, own)).toEqual({ from: '16:00', to: '18:00' });
    expect(windowOn('2026-12-13', policy, { from: '18:30', to: '22:00' })).toBeNull();
  });
  it('hold for every instant of two years, whatever they are', () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const moment = fc.integer({ min: 0, max: 2 * 365 * 1440 }).map((n) => new Date(Date.UTC(2026, 8, 1) + n * 60_000));
    fc.assert(
      fc.property(moment, clock, clock, (instant, from, to) => {
        const hours = { from, to };
        const moved = clampToQuietHours(instant, policy, zone, undefined, hours);
        if (moved.getTime() !== instant.getTime()) expect(withinPermittedHours(moved, policy, zone, hours)).toBe(true);
        if (withinPermittedHours(moved, policy, zone, hours)) expect(withinPermittedHours(moved, policy, zone)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it('are refused when they leave less than an hour', () => {
    expect(ownHoursFit({ from: '19:00', to: '23:00' }, policy)).toBe(true);
    expect(ownHoursFit({ from: '19:30', to: '23:00' }, policy)).toBe(false);
    expect(ownHoursFit({ from: '21:00', to: '23:00' }, policy)).toBe(false);
  });
});

describe('rules by role', () => {
  const own: OutreachPolicy = { ...policy, reminders: [{ kind: 'reminderWeek', daysBefore: 7, at: '10:00', roles: ['professional'] }, { kind: 'reminderDay', daysBefore: 1, at: '10:00' }] };
  const kinds = (role: 'relative' | 'professional') => planReminders({ startsAt: { local: '2026-12-10T16:30', zone }, policy: own, now: at('2026-11-20T12:00'), role }).map((r) => r.kind);

  it('reach only those they are for', () => {
    expect(kinds('professional')).toEqual(['reminderWeek', 'reminderDay']);
    expect(kinds('relative')).toEqual(['reminderDay']);
  });
  it('know a child, a professional and a guardian', () => {
    const nobody = { focalPersonId: null, staff: false, professional: false, supportPerson: false, guardian: false };
    expect([nobody, { ...nobody, guardian: true }, { ...nobody, guardian: true, supportPerson: true }, { ...nobody, staff: true }, { ...nobody, focalPersonId: 'x', guardian: true }].map(recipientRole)).toEqual([
      'relative', 'guardian', 'supportPerson', 'professional', 'child',
    ]);
  });
});

describe('asking again', () => {
  const asked = (invitedAt: string, answerBy: string | null, now = invitedAt) => planAskingAgain({ invitedAt: at(invitedAt), answerBy, policy, now: at(now) }).map(({ step, dueAt }) => `${step} ${local(dueAt)}`);

  it('comes three and six days after the invitation', () => {
    expect(asked('2026-12-01T09:00', null)).toEqual(['1 2026-12-04T17:00', '2 2026-12-07T17:00']);
  });
  it('stops with the last day to answer, and leaves out what is past', () => {
    expect(asked('2026-12-01T09:00', '2026-12-05')).toEqual(['1 2026-12-04T17:00']);
    expect(asked('2026-12-01T09:00', null, '2026-12-05T09:00')).toEqual(['2 2026-12-07T17:00']);
  });
  it('keeps its days across a clock change', () => {
    expect(asked('2026-10-23T09:00', null)).toEqual(['1 2026-10-26T17:00', '2 2026-10-29T17:00']);
    expect(addDays('2026-10-23', 3)).toBe('2026-10-26');
  });
});

describe('a policy', () => {
  it('is sound as it comes', () => expect(policyFaults(policy)).toEqual([]));
  it('is refused with every fault it has', () => {
    expect(
      policyFaults({ ...policy, hours: { from: '20:00', to: '08:00' }, redDays: null, reminders: [policy.reminders[0]!, policy.reminders[0]!], ladder: [{ daysAfter: 6, at: '10:00' }, { daysAfter: 6, at: '10:00' }], callAfterDays: 5, mostPerWeek: 0 }),
    ).toEqual(['hours-reversed', 'reminder-twice', 'ladder-not-rising', 'call-before-ladder', 'cap-too-low']);
    expect(policyFaults({ ...policy, hours: { from: '05:00', to: '23:00' } })).toEqual(['hours-too-wide']);
    expect(policyFaults({ ...policy, redDays: { from: '07:00', to: '18:00' } })).toEqual(['red-days-outside-hours']);
  });
});
