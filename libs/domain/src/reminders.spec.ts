import * as fc from 'fast-check';
import { DEFAULT_OUTREACH_POLICY } from './outreach-policy';
import { planActionReminder, planReminders } from './reminders';
import { clampToQuietHours, withinPermittedHours } from './sending-hours';
import { SWEDISH_ZONE, addDays, instantOf, wallOf } from './time';

const zone = SWEDISH_ZONE;
const at = (local: string) => instantOf({ local, zone });
const local = (instant: Date) => wallOf(instant, zone).local;
const policy = DEFAULT_OUTREACH_POLICY;
const hours = policy;
const HOUR = 3_600_000;

const plan = (startsAt: string, now: string, toldAt?: string) =>
  planReminders({ startsAt: { local: startsAt, zone }, policy, now: at(now), ...(toldAt === undefined ? {} : { toldAt: at(toldAt) }) });
const said = (reminders: ReturnType<typeof plan>) => reminders.map((reminder) => `${reminder.kind} ${local(reminder.dueAt)}`);

describe('reminders of a meeting', () => {
  it('go out two weeks and a week before at ten, the day before at ten, and two hours before', () => {
    expect(said(plan('2026-12-10T16:30', '2026-11-20T14:28'))).toEqual([
      'reminderFortnight 2026-11-26T10:00',
      'reminderWeek 2026-12-03T10:00',
      'reminderDay 2026-12-09T10:00',
      'reminderHours 2026-12-10T14:30',
    ]);
  });
  it('stay at ten on the wall across both clock changes', () => {
    expect(plan('2026-10-27T16:30', '2026-10-01T12:00').map((r) => r.dueAt.toISOString())).toEqual([
      '2026-10-13T08:00:00.000Z',
      '2026-10-20T08:00:00.000Z', // 10 − 2 h of summer
      '2026-10-26T09:00:00.000Z', // 10 − 1 h of winter
      '2026-10-27T13:30:00.000Z',
    ]);
    expect(plan('2027-03-30T16:30', '2027-03-01T12:00').map((r) => r.dueAt.toISOString())).toEqual([
      '2027-03-16T09:00:00.000Z',
      '2027-03-23T09:00:00.000Z',
      '2027-03-29T08:00:00.000Z',
      '2027-03-30T12:30:00.000Z',
    ]);
  });
  it('that are past are dropped: a late booking gets the next sensible one', () => {
    expect(said(plan('2026-12-10T16:30', '2026-12-05T09:00'))).toEqual(['reminderDay 2026-12-09T10:00', 'reminderHours 2026-12-10T14:30']);
    expect(said(plan('2026-12-10T16:30', '2026-12-09T18:00'))).toEqual(['reminderHours 2026-12-10T14:30']);
    expect(said(plan('2026-12-10T16:30', '2026-12-10T15:00'))).toEqual([]);
    expect(said(plan('2026-12-10T16:30', '2026-12-11T09:00'))).toEqual([]);
  });
  it('do not follow within three hours of the message that told the time', () => {
    expect(said(plan('2026-12-10T16:30', '2026-12-09T08:00'))).toEqual(['reminderHours 2026-12-10T14:30']);
    expect(said(plan('2026-12-10T16:30', '2026-12-08T22:00', '2026-12-09T08:00'))).toEqual(['reminderHours 2026-12-10T14:30']);
    expect(said(plan('2026-12-10T16:30', '2026-12-09T07:00'))).toContain('reminderDay 2026-12-09T10:00');
  });
  it('wait for eight o’clock when the two hours fall in the night', () => {
    expect(said(plan('2026-12-10T09:00', '2026-11-26T12:00'))[2]).toBe('reminderHours 2026-12-10T08:00');
  });
  it('go out the evening before when eight o’clock is too late to leave home', () => {
    expect(said(plan('2026-12-10T08:15', '2026-11-26T12:00'))[2]).toBe('reminderHours 2026-12-09T19:30');
  });
  it('are worth sending until the next one is three hours away, the last until half an hour before the start', () => {
    expect(plan('2026-12-10T16:30', '2026-11-26T12:00').map((r) => local(r.notAfter))).toEqual(['2026-12-09T07:00', '2026-12-10T11:30', '2026-12-10T16:00']);
  });
  it('can be changed by a municipality', () => {
    const own = { ...policy, reminders: [{ kind: 'reminderDay' as const, daysBefore: 2, at: '17:00' }] };
    expect(said(planReminders({ startsAt: { local: '2026-12-10T16:30', zone }, policy: own, now: at('2026-11-26T12:00') }))).toEqual(['reminderDay 2026-12-08T17:00']);
  });

  /** Any minute of two years from 1 September 2026, so that both clock changes and a leap-year boundary are in it. */
  const minute = fc.integer({ min: 0, max: 2 * 365 * 1440 }).map((n) => new Date(Date.UTC(2026, 8, 1) + n * 60_000).toISOString().slice(0, 16));

  it('hold for any start and any booking moment: ahead, before the start, in permitted hours, apart, in order, each kind once', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: -1440, max: 40 * 1440 }), (start, minutesAhead) => {
        const startsAt = instantOf({ local: start, zone });
        const now = new Date(startsAt.getTime() - minutesAhead * 60_000);
        const reminders = planReminders({ startsAt: { local: start, zone }, policy, now });
        let previous = now.getTime();
        for (const { dueAt, notAfter } of reminders) {
          expect(dueAt.getTime() - previous).toBeGreaterThanOrEqual(3 * HOUR);
          expect(dueAt <= notAfter).toBe(true);
          expect(notAfter < startsAt).toBe(true);
          expect(withinPermittedHours(dueAt, hours, zone)).toBe(true);
          previous = dueAt.getTime();
        }
        expect(new Set(reminders.map((r) => r.kind)).size).toBe(reminders.length);
      }),
      { numRuns: 1000 },
    );
  });
  it('hold in a zone whose clock moves by half an hour and one that is 45 minutes off', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom('Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns'), (start, there) => {
        const startsAt = { local: start, zone: there };
        const now = new Date(instantOf(startsAt).getTime() - 20 * 24 * HOUR);
        const reminders = planReminders({ startsAt, policy, now });
        expect(reminders.map((r) => r.kind).slice(0, 3)).toEqual(['reminderFortnight', 'reminderWeek', 'reminderDay']);
        for (const reminder of reminders) expect(withinPermittedHours(reminder.dueAt, hours, there)).toBe(true);
      }),
    );
  });
});

describe('permitted hours', () => {
  it('begin at eight and end before twenty', () => {
    expect(['07:59', '08:00', '19:59', '20:00'].map((clock) => withinPermittedHours(at(`2026-12-10T${clock}`), hours, zone))).toEqual([false, true, true, false]);
  });
  it('leave alone what is inside, move the night to the morning', () => {
    expect(local(clampToQuietHours(at('2026-12-10T12:00'), hours, zone))).toBe('2026-12-10T12:00');
    expect(local(clampToQuietHours(at('2026-12-10T02:00'), hours, zone))).toBe('2026-12-10T08:00');
    expect(local(clampToQuietHours(at('2026-12-10T22:00'), hours, zone))).toBe('2026-12-11T08:00');
  });
  it('move back into the evening when the morning would be too late', () => {
    expect(local(clampToQuietHours(at('2026-12-10T22:00'), hours, zone, at('2026-12-11T07:30')))).toBe('2026-12-10T19:30');
    expect(local(clampToQuietHours(at('2026-12-11T06:00'), hours, zone, at('2026-12-11T07:30')))).toBe('2026-12-10T19:30');
  });
  it('always end inside, later by less than a night, or earlier only when later is too late', () => {
    const instant = fc.integer({ min: 0, max: 2 * 365 * 1440 }).map((n) => new Date(Date.UTC(2026, 8, 1) + n * 60_000));
    fc.assert(
      fc.property(instant, fc.option(fc.integer({ min: 0, max: 24 * 60 })), (moment, slack) => {
        const notAfter = slack === null ? undefined : new Date(moment.getTime() + slack * 60_000);
        const moved = clampToQuietHours(moment, hours, zone, notAfter);
        expect(withinPermittedHours(moved, hours, zone)).toBe(true);
        if (moved < moment) {
          expect(clampToQuietHours(moment, hours, zone) > (notAfter ?? moment)).toBe(true);
        } else if (notAfter !== undefined) {
          expect(moved <= notAfter).toBe(true);
        }
        // Sixteen hours of night between two red days, one more when the clock is put back.
        expect(Math.abs(moved.getTime() - moment.getTime())).toBeLessThanOrEqual(17 * HOUR);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the reminder of a promise in the plan', () => {
  const action = (dueOn: string, now: string) => planActionReminder({ dueOn, policy, now: at(now) });

  it('goes out three days before at ten and is worth sending until the day ends', () => {
    const reminder = action('2026-12-11', '2026-11-27T09:00');
    expect([reminder?.kind, local(reminder?.dueAt ?? at('2000-01-01T00:00')), local(reminder?.notAfter ?? at('2000-01-01T00:00'))]).toEqual([
      'actionDue', '2026-12-08T10:00', '2026-12-12T00:00',
    ]);
  });
  it('comes the day before when three days are no longer left, and not at all after that', () => {
    expect(local(action('2026-12-11', '2026-12-09T09:00')?.dueAt ?? at('2000-01-01T00:00'))).toBe('2026-12-10T10:00');
    expect(action('2026-12-11', '2026-12-10T10:00')).toBeNull();
    expect(action('2026-12-11', '2026-12-20T10:00')).toBeNull();
  });
  it('is ahead of now, before its end and inside permitted hours for every day of two years', () => {
    for (let dueOn = '2026-09-01'; dueOn < '2028-09-01'; dueOn = addDays(dueOn, 1)) {
      const reminder = planActionReminder({ dueOn, policy, now: at(`${addDays(dueOn, -30)}T12:00`) });
      expect(reminder !== null && reminder.dueAt < reminder.notAfter && withinPermittedHours(reminder.dueAt, hours, zone)).toBe(true);
    }
  });
});
