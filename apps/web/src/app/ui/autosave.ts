import { DestroyRef, inject, signal } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import type { SaveState } from './save-line';

export type AutosaveOptions<T> = {
  /** Writes; the answer is what the server has now. */
  save: (value: T) => Promise<void>;
  /** The server's version is another (412) or it refused: the page says what to do. The text stays. */
  refused: (problem: ApiProblem) => void;
  debounceMs?: number;
};

export type Autosave<T> = {
  readonly state: () => SaveState;
  /** The latest wish; saved a second after the last one. */
  queue(value: T): void;
  /** Saves at once and waits; false when it could not be saved. */
  flush(): Promise<boolean>;
  /** Forgets what has not been saved. */
  drop(): void;
};

const RETRY_MS = 4_000;

/** One save at a time, the latest wins, and no contact means trying again: a keystroke is never lost. In an injection context. */
export function autosave<T>({ save, refused, debounceMs = 1_000 }: AutosaveOptions<T>): Autosave<T> {
  const state = signal<SaveState>({ kind: 'idle' });
  let waiting: { value: T } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const once = async (value: T): Promise<boolean> => {
    state.set({ kind: 'saving' });
    try {
      await save(value);
      if (waiting === null) state.set({ kind: 'saved', at: new Date() });
      return true;
    } catch (error) {
      const problem = asProblem(error);
      waiting ??= { value };
      if (problem.offline || problem.status >= 500) {
        state.set({ kind: 'offline' });
        later(RETRY_MS);
      } else {
        state.set({ kind: 'unsaved' });
        refused(problem);
      }
      return false;
    }
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    // Whoever waited before us may have begun the next one.
    while (running !== null) await running;
    if (waiting === null) return state().kind !== 'offline' && state().kind !== 'unsaved';
    const { value } = waiting;
    waiting = null;
    running = once(value);
    const done = await running;
    running = null;
    return done && waiting !== null ? flush() : done;
  };
  const leaving = (event: BeforeUnloadEvent) => {
    if (waiting === null && running === null) return;
    void flush();
    event.preventDefault();
  };
  addEventListener('beforeunload', leaving);
  inject(DestroyRef).onDestroy(() => {
    removeEventListener('beforeunload', leaving);
    void flush();
  });

  return {
    state,
    queue: (value) => {
      waiting = { value };
      if (state().kind !== 'offline') state.set({ kind: 'saving' });
      later(debounceMs);
    },
    flush,
    drop: () => {
      clearTimeout(timer);
      waiting = null;
      state.set({ kind: 'idle' });
    },
  };
}
