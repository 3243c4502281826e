import { DAY } from './states';
import type { DayEvent, DayPhase } from './states';
import { transition } from './transition';
import type { TransitionResult } from './transition';
import type { Instant } from './time';
import type { AttendanceMode, Coming } from './vocabulary';

/** Promise 6: while the family is by itself, nobody writes content; start, end and calls for help remain. */
export function contentLocked(phase: DayPhase): boolean {
  return phase === 'privateTime';
}

export type AtTheTable = { memberId: string; professional: boolean; arrivedAt: Instant | null; leftAt: Instant | null };

/** The professionals who came and have not been seen to leave: each is asked about before the family is said to be by itself. */
export function professionalsInRoom<P extends AtTheTable>(people: readonly P[]): P[] {
  return people.filter((person) => person.professional && person.arrivedAt !== null && person.leftAt === null);
}

/** What was said of somebody who was asked about: they have gone out, or the family wants them there (an interpreter, a support person). */
export const IN_PRIVATE_TIME = ['left', 'stays'] as const;
export type InPrivateTime = (typeof IN_PRIVATE_TIME)[number];

export type PhaseEntry = { event: DayEvent; at: Instant };

/** Where the day stands after its events; events that the table refuses are passed over. */
export function phaseAfter(events: readonly PhaseEntry[]): DayPhase {
  return inOrder(events).reduce<DayPhase>((phase, entry) => {
    const moved = transition(DAY, phase, entry.event);
    return moved.ok ? moved.state : phase;
  }, 'notStarted');
}

/** Minutes spent in each part of the day so far. Private time taken twice is added up. */
export function phaseDurations(events: readonly PhaseEntry[], now: Instant): Record<DayPhase, number> {
  const spent: Record<DayPhase, number> = { notStarted: 0, information: 0, privateTime: 0, presentation: 0, ended: 0 };
  let phase = 'notStarted' as DayPhase;
  let since: Instant | null = null;
  const leave = (until: Instant) => {
    if (since !== null && phase !== 'ended') spent[phase] += Math.max(0, until.getTime() - since.getTime()) / 60_000;
  };
  for (const entry of inOrder(events)) {
    const moved: TransitionResult<DayPhase, DayEvent> = transition(DAY, phase, entry.event);
    if (!moved.ok || moved.state === phase) continue;
    leave(entry.at);
    phase = moved.state;
    since = entry.at;
  }
  leave(now);
  return spent;
}

function inOrder(events: readonly PhaseEntry[]): PhaseEntry[] {
  return [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
}

export const WHEREABOUTS = ['inRoom', 'expected', 'hasLeft', 'phone', 'video', 'letter', 'spokesperson', 'notComing', 'notInvited'] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];
export type PersonOfTheDay = {
  /** The child or young person it is all about: nobody sends them an invitation to their own conference. */
  focal: boolean;
  /** Holds an invitation that has not been withdrawn. */
  invited: boolean;
  coming: Coming | null;
  mode: AttendanceMode | null;
  arrived: boolean;
  left: boolean;
};

/** Where a person of the network is on the day, and who is awaited. What happened goes before what was said. */
export function whereaboutsOf(person: PersonOfTheDay): Whereabouts {
  if (person.left) return 'hasLeft';
  if (person.arrived) return 'inRoom';
  if (!person.invited && !person.focal) return 'notInvited';
  const { coming, mode } = person;
  // A letter and a spokesperson are for those who do not come.
  if (mode === 'letter' || mode === 'spokesperson') return mode;
  if (coming === 'no') return 'notComing';
  return mode === 'phone' || mode === 'video' ? mode : 'expected';
}
