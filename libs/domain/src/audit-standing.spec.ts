import { auditStanding } from './audit-standing';

const now = new Date('2026-12-03T09:00:00Z');
const hoursAgo = (hours: number, found = 0) => ({ finishedAt: new Date(now.getTime() - hours * 3_600_000), found });

it.each([
  ['nothing has been checked', { last: null, unanswered: 0 }, 'never'],
  ['the last night found nothing', { last: hoursAgo(7), unanswered: 0 }, 'whole'],
  ['one night was missed', { last: hoursAgo(47), unanswered: 0 }, 'whole'],
  ['two nights were missed', { last: hoursAgo(49), unanswered: 0 }, 'late'],
  ['something was found and answered for', { last: hoursAgo(7, 1), unanswered: 0 }, 'wholeButKnown'],
  ['something was found', { last: hoursAgo(7, 1), unanswered: 1 }, 'broken'],
  ['something was found before, which the last check did not find', { last: hoursAgo(7), unanswered: 1 }, 'broken'],
  ['something was found, and no night since', { last: hoursAgo(200, 1), unanswered: 1 }, 'broken'],
  ['something was found by a check that did not end', { last: null, unanswered: 1 }, 'broken'],
] as const)('%s: %j is %s', (_what, facts, standing) => {
  expect(auditStanding(facts, now)).toBe(standing);
});
