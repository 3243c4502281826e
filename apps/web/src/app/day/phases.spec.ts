import type { DayView } from '@radslag/contracts';
import { dayLine, lasted, mayBeForgotten, phaseStates, spans } from './phases';

const event = (kind: DayView['events'][number]['kind'], at: string): DayView['events'][number] => ({ id: at, kind, at: `2026-11-26T${at}:00Z`, by: 'Sanna L.' });
const aDay = (events: DayView['events'], phase: DayView['conference']['phase']): DayView => ({
  conference: {
    id: 'c', referralId: 'r', kind: 'first', state: 'inProgress', phase, scheduleVersion: 1, version: 1, startsLocal: '2026-11-26T16:00', endsLocal: '2026-11-26T21:00', zone: 'Europe/Stockholm',
    answerBy: null, venue: { name: '', address: '', directions: '', released: false }, times: [], allowed: [],
  },
  contentLocked: phase === 'privateTime', events, people: [], questions: [], onCallPhone: '', now: '2026-11-26T17:12:00Z', allowed: [],
});

describe('the parts of the day', () => {
  it('end where the next begins, and a call for help ends nothing', () => {
    const events = [event('startInformation', '15:00'), event('startPrivateTime', '15:58'), event('askForHelp', '16:41')];
    expect(spans(events)).toEqual([
      { key: 'information', from: '2026-11-26T15:00:00Z', to: '2026-11-26T15:58:00Z' },
      { key: 'privateTime', from: '2026-11-26T15:58:00Z', to: null },
    ]);
    expect(phaseStates(aDay(events, 'privateTime')).map((part) => part.state)).toEqual(['full', 'half', 'none', 'none']);
  });

  it('stand on a line from the first whole hour to the last, in Swedish wall time', () => {
    // 15.58 UTC is 16.58 in Stockholm in November: 58 of 300 minutes = 19.33 %.
    const line = dayLine(aDay([event('startInformation', '15:00'), event('startPrivateTime', '15:58')], 'privateTime'), new Date('2026-11-26T17:12:00Z'));
    expect(line?.stretches[0]).toEqual({ key: 'information', left: 0, width: 19.33 });
    expect(line?.now).toBe(44); // 132 of 300
    expect(line?.ticks.map((tick) => tick.wall.slice(11))).toEqual(['16:00', '17:00', '18:00', '19:00', '20:00', '21:00']);
  });

  it('last hours and minutes, not seven hundred minutes, and are asked about when nobody has ended them', () => {
    expect(lasted('2026-11-26T05:00:00Z', '2026-11-26T17:02:00Z')).toEqual({ hours: 12, minutes: 2 });
    expect(lasted('2026-11-26T17:02:00Z', '2026-11-26T17:01:00Z')).toEqual({ hours: 0, minutes: 0 });
    expect(mayBeForgotten('2026-11-26T12:00:00Z', new Date('2026-11-26T17:00:00Z'))).toBe(false);
    expect(mayBeForgotten('2026-11-26T05:00:00Z', new Date('2026-11-26T17:02:00Z'))).toBe(true);
  });
});
