import { contentLocked, phaseAfter, phaseDurations, professionalsInRoom, whereaboutsOf } from './day';
import type { PersonOfTheDay, PhaseEntry } from './day';
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

it('asks before private time about the professionals who came and have not been seen to leave, and about nobody else', () => {
  const person = (memberId: string, professional: boolean, arrivedAt: Date | null, leftAt: Date | null = null) => ({ memberId, professional, arrivedAt, leftAt });
  const people = [person('handläggare', true, at('16:00')), person('har gått', true, at('16:00'), at('17:00')), person('kom aldrig', true, null), person('mormor', false, at('16:00'))];
  expect(professionalsInRoom(people).map((one) => one.memberId)).toEqual(['handläggare']);
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

describe('who is where', () => {
  const aPerson = (facts: Partial<PersonOfTheDay> = {}): PersonOfTheDay => ({ focal: false, invited: true, coming: null, mode: null, arrived: false, left: false, ...facts });

  it('awaits those who were invited and have not said no, answered or not', () => {
    expect([null, 'yes', 'maybe', 'no'].map((coming) => whereaboutsOf(aPerson({ coming: coming as PersonOfTheDay['coming'] })))).toEqual(['expected', 'expected', 'expected', 'notComing']);
  });
  it('awaits nobody who was not invited, or whose invitation was withdrawn, whatever was answered', () => {
    expect(whereaboutsOf(aPerson({ invited: false }))).toBe('notInvited');
    expect(whereaboutsOf(aPerson({ invited: false, coming: 'yes', mode: 'video' }))).toBe('notInvited');
  });
  it('awaits the one it is about without an invitation', () => {
    expect(whereaboutsOf(aPerson({ focal: true, invited: false }))).toBe('expected');
  });
  it('goes by what happened before what was said: people turn up', () => {
    expect(whereaboutsOf(aPerson({ invited: false, arrived: true }))).toBe('inRoom');
    expect(whereaboutsOf(aPerson({ coming: 'no', mode: 'letter', arrived: true }))).toBe('inRoom');
    expect(whereaboutsOf(aPerson({ arrived: true, left: true }))).toBe('hasLeft');
  });
  it('takes part from afar in the way that was answered; a no with a letter is a letter', () => {
    expect(whereaboutsOf(aPerson({ coming: 'yes', mode: 'video' }))).toBe('video');
    expect(whereaboutsOf(aPerson({ coming: 'no', mode: 'letter' }))).toBe('letter');
    expect(whereaboutsOf(aPerson({ coming: 'no', mode: 'video' }))).toBe('notComing');
    expect(whereaboutsOf(aPerson({ coming: 'yes', mode: 'partly' }))).toBe('expected');
  });
});
