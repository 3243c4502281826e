/**
 * What no text column takes: NUL, and half of a letter that takes two. Zod lets both pass, and Postgres answers the first with
 * an error and the second with another letter.
 */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Where in an input such letters stand, names of fields included. */
export function unstorablePaths(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path.join('.')];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (isStorable(key) ? unstorablePaths(inner, [...path, key]) : [path.join('.')]));
}

/** Without them: for what a person has written to us by a way that cannot ask them again. */
export function madeStorable<V>(value: V): V {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed() as V;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => madeStorable(one)) as V;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [madeStorable(key), madeStorable(inner)])) as V;
}

/** Postgres: not in its alphabet, a number or a date it cannot hold. Whatever a schema let pass is the caller's to mend, not a fault of ours. */
const NOT_STORED: readonly string[] = ['22021', '22P05', '22P02', '22003', '22007', '22008'];
export function isUnstorable(error: unknown): boolean {
  const e = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  return NOT_STORED.includes(String(e?.driverError?.code ?? e?.code ?? ''));
}
