import { IDLE_WARNING_MINUTES, STAFF_IDLE_MINUTES } from '@radslag/domain';
import { IDLE_MINUTES, maySoonBeOut, minutesLeft, presenceAfter, WARNING_MINUTES } from './idle';

const MINUTE = 60_000;
describe('who has done nothing', () => {
  it('is signed out when the server says so too', () => expect([IDLE_MINUTES, WARNING_MINUTES]).toEqual([STAFF_IDLE_MINUTES, IDLE_WARNING_MINUTES]));
  it('is warned five minutes before they are signed out, and then is', () => {
    expect([0, 54.9, 55, 59.9, 60, 600].map((minutes) => presenceAfter(minutes * MINUTE, false))).toEqual(['here', 'here', 'soonOut', 'soonOut', 'out', 'out']);
  });
  it('is not warned while they wait for a family, and the server has been asked in time for that', () => {
    expect([55, 60, 300].map((minutes) => presenceAfter(minutes * MINUTE, true))).toEqual(['here', 'here', 'here']);
    expect([54, 54.8, 300].map((minutes) => maySoonBeOut(minutes * MINUTE))).toEqual([false, true, true]);
  });
  it('is told how long is left, in whole minutes', () => {
    expect([55, 55.5, 58.01, 59.9, 61].map((minutes) => minutesLeft(minutes * MINUTE))).toEqual([5, 5, 2, 1, 1]);
  });
});
