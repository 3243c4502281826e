import type { CalendarDate } from './time';
import type { Tie } from './vocabulary';

/** Ties that keep two people from each other: each is a rule at every door (DESIGN promise 12). */
export const SEPARATING_TIES = ['contactBan', 'keptApart'] as const satisfies readonly Tie[];
export type SeparatingTie = (typeof SEPARATING_TIES)[number];
export const separates = (kind: Tie): kind is SeparatingTie => kind === 'contactBan' || kind === 'keptApart';

/** How a manager has decided that two people can be in the same conference all the same. */
export const PAIR_MEASURES = ['differentTimes', 'byPhoneOrVideo', 'separateRooms', 'staffPresent', 'other'] as const;
export type PairMeasure = (typeof PAIR_MEASURES)[number];

export type DrawnTie = { id: string; fromMemberId: string | null; toMemberId: string; kind: Tie; until: CalendarDate | null; boundMemberId: string | null };

/** Two people between whom something stands; null at an end is the child in the middle. */
export type Pair = {
  tieId: string;
  kind: SeparatingTie;
  ends: readonly [string | null, string];
  /** Whom the ban binds; null: it has not been said, and then it may be either of them. */
  bound: string | null;
  /** A manager's decision that stands; null: there is none. */
  measure: PairMeasure | null;
  until: CalendarDate | null;
};

/** The pairs that hold on a day. Between a child and somebody it is never the child that is bound. */
export function pairsInForce(ties: readonly DrawnTie[], decisions: readonly { tieId: string; measure: PairMeasure }[], today: CalendarDate): Pair[] {
  return ties.flatMap((tie): Pair[] => {
    const { id: tieId, kind, until, fromMemberId, toMemberId } = tie;
    if (!separates(kind) || (until !== null && until < today)) return [];
    const bound = fromMemberId === null ? toMemberId : tie.boundMemberId;
    return [{ tieId, kind, ends: [fromMemberId, toMemberId], bound, measure: decisions.find((one) => one.tieId === tieId)?.measure ?? null, until }];
  });
}

/** The other one; undefined: the person is not of this pair. */
export function otherOf(pair: Pick<Pair, 'ends'>, memberId: string): string | null | undefined {
  const [from, to] = pair.ends;
  if (to === memberId) return from;
  return from === memberId ? to : undefined;
}

/** `present`: in the network. `invited`: to the conference in question. */
export type Around = { present: (memberId: string) => boolean; invited: (memberId: string) => boolean };
export type PairRefusal = { reason: 'contactBan'; tieId: string; otherId: string | null };

/**
 * Why somebody may not be in a conference until a manager has decided how; null: they may. Whoever is bound by a ban may not while the
 * other is in the network at all; the other may not when the bound one is invited already. The child is always there.
 */
export function pairRefusal(memberId: string, pairs: readonly Pair[], around: Around): PairRefusal | null {
  for (const pair of pairs) {
    const otherId = otherOf(pair, memberId);
    if (otherId === undefined || pair.kind !== 'contactBan' || pair.measure !== null) continue;
    if (otherId !== null && !around.present(otherId)) continue;
    if (otherId === null || pair.bound === null || pair.bound === memberId || around.invited(otherId)) return { reason: 'contactBan', tieId: pair.tieId, otherId };
  }
  return null;
}

/** Those whom somebody is to know nothing of: what they promise, and where they stand in a text. A decision about a meeting changes nothing here. */
export function apartFrom(memberId: string, pairs: readonly Pair[], childIds: readonly string[]): Set<string> {
  const others = pairs.flatMap((pair) => {
    if (pair.ends[0] === null && childIds.includes(memberId)) return [pair.ends[1]];
    const otherId = otherOf(pair, memberId);
    if (otherId === undefined) return [];
    return otherId === null ? [...childIds] : [otherId];
  });
  return new Set(others.filter((id) => id !== memberId));
}

/** Pairs that could meet, where `coming` says who may be there; those that a decision keeps apart as well. */
export const meetingPairs = (pairs: readonly Pair[], coming: (memberId: string) => boolean): Pair[] =>
  pairs.filter(({ ends: [from, to] }) => coming(to) && (from === null || coming(from)));
