/** Arithmetic of measuring: medians, since one slow round says more about the machine than about the code. */
export function median(values) {
  if (values.length === 0) throw new RangeError('There is no median of nothing.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How far apart the rounds were, as a share of their median: 0.1 means that the best and the worst lie 10 % apart. */
export function spread(values) {
  const middle = median(values);
  return middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
}

/**
 * A against its floor, round by round: what disturbs a machine for seconds then disturbs both sides of one ratio, where
 * the ratio of two medians would compare a calm round with a busy one.
 */
export function ratioOf(figures, floors) {
  if (figures.length !== floors.length) throw new RangeError('Every figure needs the floor of its own round.');
  return median(figures.map((figure, round) => figure / floors[round]));
}

/**
 * Rounds of A, B, A, B …: every side is measured under the same weather. The first round warms up and is not counted. On a
 * machine so busy that the time is up before, there are fewer rounds, but never fewer than three.
 */
export async function alternate(rounds, sides, { seconds = 40, clock = () => performance.now() } = {}) {
  const seen = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  const end = clock() + seconds * 1000;
  for (let round = 0; round <= rounds && (round <= 3 || clock() < end); round += 1) {
    for (const [name, measure] of Object.entries(sides)) {
      const value = await measure();
      if (round > 0) seen[name].push(value);
    }
  }
  return seen;
}
