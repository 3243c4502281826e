import { DestroyRef, effect, inject, Signal, signal, untracked } from '@angular/core';
import { Change, Changes } from './changes';
import { ApiProblem, asProblem } from './problem';

export type Live<T> = {
  /** The last good answer; stays while a new one is fetched. */
  readonly value: Signal<T | undefined>;
  readonly problem: Signal<ApiProblem | null>;
  /** True when the first answer has let us wait for 300 ms: time for grey lines. */
  readonly slow: Signal<boolean>;
  reload(): Promise<void>;
  /** Puts in what a write answered with, without asking again. */
  set(value: T): void;
};

const PATIENCE_MS = 300;
const GATHER_MS = 120;

/**
 * Something read from the server that stays true: read when the signals in `read` change, and again when `when` says a change
 * concerns it. `read` returns null while there is nothing to ask for. In an injection context.
 *
 *     readonly matrix = live(() => api.call('readMatrix', { params: { conferenceId: this.conferenceId() } }),
 *                            (change) => change.conferenceId === this.conferenceId());
 */
export function live<T>(read: () => Promise<T> | null, when: (change: Change) => boolean = () => false): Live<T> {
  const value = signal<T | undefined>(undefined);
  const problem = signal<ApiProblem | null>(null);
  const slow = signal(false);
  let turn = 0;
  let gather: ReturnType<typeof setTimeout> | undefined;

  const take = async (answer: Promise<T> | null): Promise<void> => {
    const mine = ++turn;
    if (answer === null) return value.set(undefined);
    const patience = setTimeout(() => slow.set(value() === undefined), PATIENCE_MS);
    try {
      const got = await answer;
      if (mine !== turn) return;
      value.set(got);
      problem.set(null);
    } catch (error) {
      if (mine === turn) problem.set(asProblem(error));
    } finally {
      clearTimeout(patience);
      if (mine === turn) slow.set(false);
    }
  };
  const reload = () => take(untracked(read));

  effect(() => {
    const answer = read();
    untracked(() => void take(answer));
  });
  const stop = inject(Changes).listen((change) => {
    if (change.what !== 'reconnected' && !untracked(() => when(change))) return;
    clearTimeout(gather);
    gather = setTimeout(() => void reload(), GATHER_MS);
  });
  inject(DestroyRef).onDestroy(() => {
    stop();
    clearTimeout(gather);
    turn += 1;
  });

  return {
    value: value.asReadonly(),
    problem: problem.asReadonly(),
    slow: slow.asReadonly(),
    reload,
    set: (next) => {
      turn += 1;
      value.set(next);
    },
  };
}
