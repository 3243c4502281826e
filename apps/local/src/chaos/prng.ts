/** A small seeded generator (mulberry32): the same seed writes the same script on every machine. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    // Neighbouring seeds begin far from each other.
    this.state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** From `from` to `to`, both possible. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  likely(chance: number): boolean {
    return this.next() < chance;
  }

  oneOf<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** By weight. */
  among<T>(weighed: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.next() * weighed.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of weighed) if ((left -= weight) < 0) return value;
    return weighed.at(-1)![1];
  }
}
