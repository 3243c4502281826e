import { contentLocked, phaseAfter, phaseDurations } from './day';
import type { PhaseEntry } from './day';
import { DAY_PHASES } from './states';

const at = (clock: string) => new Date(`2026-11-26T${clock}:00Z`);
const entry = (event: PhaseEntry['event'], clock: string): PhaseEntry => ({ event, at: at(clock) });
const EVENING = [
  entry('startInformation', '16:00'), entry('startPrivateTime', '17:05'), entry('askForHelp', '17:40'), entry('endPrivateTime', '18:50'),
  entry('startPrivateTime', '19:00'), entry('endPrivateTime', '19:20'), entry('endDay', '20:00'),
];

it('content is locked in private time and at no other', () => {
  expect(DAY_PHASES.filter(contentLocked)).toEqual(['privateTime']);
});

describe('the day', () => {
  it('adds up each part, private time taken twice included', () => {
    expect(phaseDurations(EVENING, at('23:00'))).toEqual({ notStarted: 0, information: 65, privateTime: 105 + 20, presentation: 10 + 40, ended: 0 });
    expect(phaseAfter(EVENING)).toBe('ended');
  });
  it('runs until now in the part under way', () => {
    expect(phaseDurations(EVENING.slice(0, 2), at('17:35')).privateTime).toBe(30);
    expect(phaseAfter(EVENING.slice(0, 3))).toBe('privateTime');
  });
  it('has spent nothing before it begins, nor at a clock that runs behind', () => {
    expect(Object.values(phaseDurations([], at('12:00')))).toEqual([0, 0, 0, 0, 0]);
    expect(phaseDurations(EVENING.slice(0, 1), at('15:00')).information).toBe(0);
  });
  it('does not mind the order in which its events are read', () => {
    expect(phaseDurations([...EVENING].reverse(), at('23:00'))).toEqual(phaseDurations(EVENING, at('23:00')));
  });
  it('passes over an event that the table refuses', () => {
    expect(phaseAfter([entry('endDay', '16:00')])).toBe('notStarted');
  });
});
