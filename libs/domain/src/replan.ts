import type { Instant } from './time';

export type Slot = { key: string; dueAt: Instant; notAfter: Instant };
/** `moved` and `removed` are rows that stand; `added` are new ones. */
export type Replanned<S extends Slot, W extends Slot> = { moved: { row: S; to: W }[]; removed: S[]; added: W[] };

/**
 * What stands planned for one person, held against what other rules would plan: what has the same key moves, what is wanted no
 * more goes, what is missing comes. `done`: keys that have had their turn, and have it once.
 */
export function replan<S extends Slot, W extends Slot>(planned: readonly S[], wanted: readonly W[], done: ReadonlySet<string>): Replanned<S, W> {
  const standing = new Map(planned.map((row) => [row.key, row]));
  const asked = new Map(wanted.filter(({ key }) => !done.has(key)).map((want) => [want.key, want]));
  const same = (row: S, to: W) => row.dueAt.getTime() === to.dueAt.getTime() && row.notAfter.getTime() === to.notAfter.getTime();
  return {
    moved: [...standing.values()].flatMap((row) => {
      const to = asked.get(row.key);
      return to === undefined || same(row, to) ? [] : [{ row, to }];
    }),
    removed: [...standing.values()].filter((row) => !asked.has(row.key)),
    added: [...asked.values()].filter((want) => !standing.has(want.key)),
  };
}
