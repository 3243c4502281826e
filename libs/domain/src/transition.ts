/**
 * States are tables: state → event → next state. A refused move is a value, never an exception, so that the same table
 * can guard the database, draw the buttons and be walked whole by one spec.
 */
export type TransitionTable<S extends string, E extends string> = Readonly<Record<S, Readonly<Partial<Record<E, S>>>>>;

export type TransitionRefused<S extends string, E extends string> = {
  ok: false;
  error: 'transition-not-allowed';
  from: S;
  event: E;
};
export type TransitionResult<S extends string, E extends string> = { ok: true; state: S } | TransitionRefused<S, E>;

/** Next state, or the refusal with the state and event it concerns. */
export function transition<S extends string, E extends string>(
  table: TransitionTable<S, E>,
  from: S,
  event: E,
): TransitionResult<S, E> {
  // Own events only: every object also answers to 'toString'.
  const next = Object.hasOwn(table[from], event) ? table[from][event] : undefined;
  return next === undefined ? { ok: false, error: 'transition-not-allowed', from, event } : { ok: true, state: next };
}

/** The events a state allows, in table order: what the buttons are drawn from. */
export function allowedEvents<S extends string, E extends string>(table: TransitionTable<S, E>, from: S): E[] {
  return Object.keys(table[from]) as E[];
}

/** Makes a missing branch a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
