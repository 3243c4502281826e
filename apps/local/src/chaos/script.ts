import { addDays, OPERATORS, type OperatorName } from '@radslag/domain';
import { CRASH_POINTS, type CrashPoint } from '@radslag/outreach';
import type { BehaviourName } from '../operator/behaviour';
import { MAIL_TREATMENTS, type MailTreatment } from './mailboxes';
import { CLOCKS, FREE_TEXT, GO_BETWEEN, PEOPLE, rangeOn, SERVED, type Range } from './cast';
import { Chance } from './prng';
import { aWeek, withHangs } from './week';

/** What a run does, written before it begins: a seed is replayed by writing its script again. */
export type Where = 0 | 1;
export type Whom = number | 'everybody';
export type Change =
  | { do: 'confirm'; at: Where; time: number }
  | { do: 'move'; at: Where; startsLocal: string; endsLocal: string }
  | { do: 'cancel'; at: Where }
  | { do: 'remove' | 'protect' | 'decline' | 'accept' | 'withdraw' | 'stop' | 'revoke' | 'rotate'; at: Where; person: number }
  /** On their own phone, in answer to a text. */
  | { do: 'say'; at: Where; person: number; word: 'JA' | 'NEJ' | 'KANSKE' | typeof FREE_TEXT }
  /** The coordinator writes down how somebody wants to be reached. */
  | { do: 'noSms'; at: Where; person: number; on: boolean }
  | { do: 'goBetween'; at: Where; person: number; on: boolean }
  | { do: 'renumber'; at: Where; person: number; spare: boolean }
  /** One phone for two of them from now on: this one's. */
  | { do: 'share'; at: Where; person: number; with: number }
  | { do: 'hours'; at: Where; person: number; hours: { from: string; to: string } | null };

export type Tick = { do: 'tick'; to: 'nextDue' } | { do: 'tick'; minutes: number };

export type Treatment = Exclude<BehaviourName, 'delay' | 'slow' | 'ok'> | `delay:${number}`;
/** `slow`: an answer that comes in time, and one that does not. */
export type OperatorTreatment = 'busy' | 'refuse' | 'hang' | 'hangAfterAccept' | 'error500AfterAccept' | `slow:${number}`;

export type Fault =
  /** A worker dies at the nth time it comes to the point; `callAccepted` is when the operator has taken it and not said so. */
  | { do: 'killAt'; point: CrashPoint | 'callAccepted'; nth: number }
  /** A worker is slow there, once: what it has read may be true no longer when it goes on. */
  | { do: 'holdAt'; point: CrashPoint; ms: number }
  /** A worker is stopped there for longer than its lease, and then goes on as if nothing had happened. */
  | { do: 'freezeAt'; point: CrashPoint; nth: number }
  | { do: 'killNow'; all: boolean }
  | { do: 'rollingRestart' }
  | { do: 'flush' }
  | { do: 'redisStop' | 'redisStart' | 'redisSnapshot' | 'redisOldSnapshot' }
  /** It stands still for so long and then goes on; `due`: what is next must leave without it. */
  | { do: 'redisHang'; ms: number; due: boolean }
  /** `start`: a worker that is started then. `run`: the workers that run, until Redis is put right. */
  | { do: 'wrongEviction'; under: 'start' | 'run' }
  | { do: 'postgresCrash' }
  | { do: 'treat'; at: Where; person: Whom; as: Treatment }
  | { do: 'treatWell'; at: Where; person: Whom }
  | { do: 'treatOperator'; operator: OperatorName; as: OperatorTreatment }
  | { do: 'operatorWell'; operator: OperatorName }
  | { do: 'treatMail'; at: Where; as: MailTreatment }
  | { do: 'historyAway' | 'historyBack' }
  | { do: 'workerClock'; shiftMinutes: number }
  | { do: 'outage'; hours: number }
  | { do: 'poison'; at: Where; person: number };

export type Step = Change | Tick | Fault | { do: 'race'; change: Change; with: Tick | Fault; jitterMs: number };
export type Script = {
  seed: number;
  /** When it begins, on the clock that can be moved. */
  begins: string;
  times: readonly (readonly Range[])[];
  workers: number;
  /** Wants a database server of its own, since it will crash it. */
  fragile: boolean;
  steps: readonly Step[];
};

const FIRST_DAY = '2027-02-01';

/** One seed in five crashes Postgres. */
export const isFragile = (seed: number): boolean => seed % 5 === 0;

export function writeScript(seed: number): Script {
  const chance = new Chance(seed);
  const day = addDays(FIRST_DAY, chance.whole(0, 330));
  const begins = `${day}T${String(chance.whole(7, 17)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
  const times = [0, 1].map(() => [9, 12, 15].map((after) => rangeOn(addDays(day, after + chance.whole(0, 2)), chance.oneOf(CLOCKS))));
  const fragile = isFragile(seed);
  const steps: Step[] = [];
  // An invitation that nothing befalls says little: most seeds soon have a time, and reminders.
  for (const at of [0, 1] as const) {
    if (chance.likely(0.3)) steps.push({ do: 'tick', to: 'nextDue' });
    if (chance.likely(0.35)) steps.push(aFault(chance, fragile));
    if (chance.likely(0.85)) steps.push(...maybeRace(chance, { do: 'confirm', at, time: chance.whole(0, 2) }, fragile));
  }
  const more = chance.whole(8, 13);
  for (let i = 0; i < more; i++) {
    steps.push(
      ...chance.among<() => Step[]>([
        [34, () => maybeRace(chance, aChange(chance, day), fragile)],
        [30, () => [aTick(chance)]],
        [36, () => [aFault(chance, fragile)]],
      ])(),
    );
  }
  if (fragile && !steps.some((step) => step.do === 'postgresCrash' || (step.do === 'race' && step.with.do === 'postgresCrash'))) {
    steps.splice(chance.whole(1, steps.length), 0, { do: 'race', change: aChange(chance, day), with: { do: 'postgresCrash' }, jitterMs: chance.whole(0, 20) });
  }
  const workers = chance.among<number>([[1, 1], [4, 2], [1, 3]]);
  return { seed, begins, times, workers, fragile, steps: withHangs(seed, [...aWeek(seed, day), ...steps]) };
}

const somebody = (chance: Chance) => ({ at: chance.whole(0, 1) as Where, person: chance.whole(0, PEOPLE - 1) });

const somebodyOrAll = (chance: Chance) => ({ at: chance.whole(0, 1) as Where, person: chance.likely(0.4) ? ('everybody' as const) : chance.whole(0, PEOPLE - 1) });

/** Those that leave us in doubt above all. */
const aTreatment = (chance: Chance): Treatment =>
  chance.among<Treatment>([[4, 'hangAfterAccept'], [4, 'error500AfterAccept'], [4, 'hang'], [3, 'reorder'], [2, 'duplicate'], [1, 'fail'], [1, 'refuse'], [1, 'delay:300'], [1, 'noReceipt']]);

function aChange(chance: Chance, day: string): Change {
  const at = chance.whole(0, 1) as Where;
  return chance.among<() => Change>([
    [30, () => ({ do: 'move', at, ...rangeOn(addDays(day, chance.whole(4, 18)), chance.oneOf(CLOCKS)) })],
    [5, () => ({ do: 'cancel', at })],
    [6, () => ({ do: 'confirm', at, time: chance.whole(0, 2) })],
    [12, () => ({ do: 'remove', ...somebody(chance) })],
    [9, () => ({ do: 'protect', ...somebody(chance) })],
    [10, () => ({ do: 'decline', ...somebody(chance) })],
    [7, () => ({ do: 'accept', ...somebody(chance) })],
    [8, () => ({ do: 'withdraw', ...somebody(chance) })],
    [8, () => ({ do: 'stop', ...somebody(chance) })],
    [3, () => ({ do: 'revoke', ...somebody(chance) })],
    [5, () => ({ do: 'rotate', ...somebody(chance) })],
    [9, () => ({ do: 'say', ...somebody(chance), word: chance.oneOf(['JA', 'NEJ', 'KANSKE', FREE_TEXT] as const) })],
    [7, () => ({ do: 'noSms', ...somebody(chance), on: chance.likely(0.7) })],
    [8, () => ({ do: 'goBetween', at, person: chance.oneOf([0, 1, SERVED, SERVED]), on: chance.likely(0.6) })],
    [6, () => ({ do: 'renumber', at, person: chance.oneOf([0, GO_BETWEEN, GO_BETWEEN, SERVED]), spare: chance.likely(0.7) })],
    [7, () => ({ do: 'hours', ...somebody(chance), hours: chance.oneOf([null, { from: '12:00', to: '15:00' }, { from: '16:00', to: '19:00' }]) })],
    // What befalls the go-between befalls somebody else's texts.
    [5, () => ({ do: chance.oneOf(['withdraw', 'remove', 'stop', 'protect'] as const), at, person: GO_BETWEEN })],
  ])();
}

/** Most changes come while something else happens; some of them to messages that a slow worker has already claimed. */
function maybeRace(chance: Chance, change: Change, fragile: boolean): Step[] {
  const nextDue: Tick = { do: 'tick', to: 'nextDue' };
  return chance.among<() => Step[]>([
    [40, () => [change]],
    [25, () => [{ do: 'race', change, with: nextDue, jitterMs: chance.whole(0, 20) }]],
    [25, () => [{ do: 'holdAt', point: chance.oneOf(SLOW_AT), ms: chance.whole(150, 250) }, { do: 'race', change, with: nextDue, jitterMs: chance.whole(30, 120) }]],
    [10, () => [{ do: 'race', change, with: aFault(chance, fragile), jitterMs: chance.whole(0, 20) }]],
  ])();
}
const SLOW_AT = ['claimed', 'claimed', 'gateJudged', 'gateCommitted', 'callAnswered', 'markWritten'] as const satisfies readonly CrashPoint[];

const FROZEN_AT = ['claimed', 'gateJudged', 'gateCommitted', 'gateCommitted', 'callAnswered', 'markWritten', 'resolverAsked'] as const satisfies readonly CrashPoint[];
const OPERATOR_TREATMENTS = ['busy', 'busy', 'busy', 'refuse', 'hang', 'hangAfterAccept', 'error500AfterAccept', 'error500AfterAccept', 'slow:120', 'slow:400'] as const;

function aTick(chance: Chance): Tick {
  return chance.among<() => Tick>([
    [6, () => ({ do: 'tick', to: 'nextDue' })],
    [2, () => ({ do: 'tick', minutes: chance.whole(1, 30) })],
    [2, () => ({ do: 'tick', minutes: 60 * chance.whole(1, 14) })],
    [1, () => ({ do: 'tick', minutes: 1440 * chance.whole(1, 3) })],
  ])();
}

function aFault(chance: Chance, fragile: boolean): Fault {
  return chance.among<() => Fault>([
    [24, () => ({ do: 'killAt', point: chance.oneOf([...CRASH_POINTS, 'callAccepted' as const]), nth: chance.whole(1, 2) })],
    [8, () => ({ do: 'holdAt', point: chance.oneOf(CRASH_POINTS), ms: chance.whole(50, 250) })],
    [4, () => ({ do: 'killNow', all: chance.likely(0.4) })],
    [5, () => ({ do: 'rollingRestart' })],
    [7, () => ({ do: 'flush' })],
    [5, () => ({ do: 'redisStop' })],
    [4, () => ({ do: 'redisStart' })],
    [4, () => ({ do: 'redisSnapshot' })],
    [4, () => ({ do: 'redisOldSnapshot' })],
    [3, () => ({ do: 'wrongEviction', under: chance.oneOf(['start', 'run'] as const) })],
    [10, () => ({ do: 'freezeAt', point: chance.oneOf(FROZEN_AT), nth: chance.whole(1, 2) })],
    [fragile ? 12 : 0, () => ({ do: 'postgresCrash' })],
    [44, () => ({ do: 'treat', ...somebodyOrAll(chance), as: aTreatment(chance) })],
    [6, () => ({ do: 'treatWell', at: chance.whole(0, 1) as Where, person: 'everybody' })],
    [16, () => ({ do: 'treatOperator', operator: chance.oneOf(OPERATORS), as: chance.oneOf(OPERATOR_TREATMENTS) })],
    [7, () => ({ do: 'operatorWell', operator: chance.oneOf(OPERATORS) })],
    [6, () => ({ do: 'treatMail', at: chance.whole(0, 1) as Where, as: chance.oneOf(MAIL_TREATMENTS) })],
    [2, () => ({ do: 'historyAway' })],
    [3, () => ({ do: 'historyBack' })],
    [6, () => ({ do: 'workerClock', shiftMinutes: chance.oneOf([-120, 120, -37, 61]) })],
    [3, () => ({ do: 'outage', hours: chance.whole(1, 40) })],
    [2, () => ({ do: 'poison', ...somebody(chance) })],
  ])();
}
