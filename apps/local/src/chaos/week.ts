import { addDays, OPERATORS } from '@radslag/domain';
import { CRASH_POINTS } from '@radslag/outreach';
import { CLOCKS, GO_BETWEEN, PEOPLE, rangeOn, SERVED } from './cast';
import { Chance } from './prng';
import type { Change, Fault, Step, Where } from './script';

/** Dice of their own, so that the other steps of a seed stay what they were; thrown so that they spare the seeds that planted bugs are known by. */
const WEEK_DICE = 1994;
const HANG_DICE = 2289;
const WEEKS = 0.4;
const HANGS = 0.4;

/**
 * Invited, booked, moved and cancelled within seven days, while everything happens that may keep a text from somebody. It comes
 * before the rest of the seed's story, which the other municipality goes on with.
 */
export function aWeek(seed: number, day: string): Step[] {
  const chance = new Chance(seed ^ WEEK_DICE);
  if (!chance.likely(WEEKS)) return [];
  const at = chance.whole(0, 1) as Where;
  // Six pauses of at most twenty-two hours: five and a half days.
  const aWhile = (): Step[] => [{ do: 'tick', minutes: 20 }, ...happenings(chance, at), { do: 'tick', minutes: 60 * chance.whole(3, 22) }];
  const move = (): Step => ({ do: 'move', at, ...rangeOn(addDays(day, chance.whole(8, 16)), chance.oneOf(CLOCKS)) });
  return [
    ...aWhile(),
    { do: 'confirm', at, time: chance.whole(0, 2) },
    ...aWhile(),
    beside(chance, move()),
    ...aWhile(),
    ...(chance.likely(0.4) ? [move(), ...aWhile()] : happenings(chance, at)),
    beside(chance, { do: 'cancel', at }),
    ...aWhile(),
    ...(chance.likely(0.5) ? [{ do: 'operatorWell' as const, operator: OPERATORS[0] }, { do: 'treatWell' as const, at, person: 'everybody' as const }] : []),
    { do: 'tick', minutes: 60 * chance.whole(3, 14) },
  ];
}

/** Some of what is told comes while what was told before is still on its way. */
const beside = (chance: Chance, step: Step): Step =>
  chance.likely(0.3) && (step.do === 'move' || step.do === 'cancel') ? { do: 'race', change: step, with: { do: 'tick', to: 'nextDue' }, jitterMs: chance.whole(0, 20) } : step;

function happenings(chance: Chance, at: Where): Step[] {
  return Array.from({ length: chance.whole(0, 3) }, () => (chance.likely(0.6) ? aTurn(chance, at) : aMishap(chance, at)));
}

/** What people do in such a week. */
function aTurn(chance: Chance, at: Where): Change {
  const person = chance.whole(0, PEOPLE - 1);
  return chance.among<() => Change>([
    [5, () => ({ do: 'goBetween', at, person: chance.oneOf([0, 1, SERVED]), on: chance.likely(0.6) })],
    [5, () => ({ do: 'share', at, ...chance.oneOf([{ person: 0, with: 1 }, { person: GO_BETWEEN, with: 0 }]) })],
    [4, () => ({ do: 'protect', at, person })],
    [4, () => ({ do: 'stop', at, person })],
    [2, () => ({ do: 'noSms', at, person, on: chance.likely(0.7) })],
    [4, () => ({ do: 'renumber', at, person: chance.oneOf([0, GO_BETWEEN, SERVED]), spare: chance.likely(0.7) })],
    [4, () => ({ do: 'hours', at, person, hours: chance.oneOf([null, { from: '12:00', to: '15:00' }, { from: '16:00', to: '19:00' }]) })],
    [3, () => ({ do: chance.oneOf(['decline', 'accept'] as const), at, person })],
    [3, () => ({ do: 'say', at, person, word: chance.oneOf(['JA', 'NEJ'] as const) })],
    [2, () => ({ do: chance.oneOf(['withdraw', 'remove', 'revoke', 'rotate'] as const), at, person })],
  ])();
}

/** What operators and workers do to it. */
function aMishap(chance: Chance, at: Where): Fault {
  return chance.among<() => Fault>([
    [5, () => ({ do: 'treatOperator', operator: chance.oneOf(OPERATORS), as: chance.oneOf(['busy', 'refuse', 'hang', 'hangAfterAccept', 'error500AfterAccept'] as const) })],
    [3, () => ({ do: 'operatorWell', operator: chance.oneOf(OPERATORS) })],
    [5, () => ({ do: 'treat', at, person: chance.likely(0.3) ? ('everybody' as const) : chance.whole(0, PEOPLE - 1), as: chance.oneOf(['refuse', 'fail', 'hang', 'hangAfterAccept', 'noReceipt', 'reorder'] as const) })],
    [2, () => ({ do: 'treatWell', at, person: 'everybody' })],
    [4, () => ({ do: 'killAt', point: chance.oneOf([...CRASH_POINTS, 'callAccepted' as const]), nth: chance.whole(1, 2) })],
    [2, () => ({ do: 'killNow', all: chance.likely(0.4) })],
    [2, () => ({ do: 'treatMail', at, as: chance.oneOf(['full', 'nobody', 'cut', 'lost'] as const) })],
    [3, () => aHang(chance)],
  ])();
}

const aHang = (chance: Chance): Fault => ({ do: 'redisHang', ms: chance.whole(400, 2_500), due: chance.likely(0.5) });

/** A Redis that hangs, somewhere in the story. */
export function withHangs(seed: number, steps: readonly Step[]): Step[] {
  const chance = new Chance(seed ^ HANG_DICE);
  const all = [...steps];
  if (chance.likely(HANGS)) for (let n = chance.whole(1, 2); n > 0; n--) all.splice(chance.whole(1, all.length), 0, aHang(chance));
  return all;
}
