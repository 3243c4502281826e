import { DOCUMENT } from '@angular/common';
import { DestroyRef, effect, inject } from '@angular/core';

/**
 * Keeps the screen lit while `wanted`: the tablet stands on a table for hours, and a dark one has to be unlocked before anybody can
 * call for help. A browser without it, or one that says no (low battery), leaves the screen to its own settings.
 */
export function keepScreenOn(wanted: () => boolean): void {
  const document = inject(DOCUMENT);
  const wakeLock = (document.defaultView?.navigator as Navigator | undefined)?.wakeLock;
  let lock: WakeLockSentinel | null = null;
  let turn = 0;

  const release = () => {
    turn += 1;
    void lock?.release();
    lock = null;
  };
  const ask = async () => {
    if (wakeLock === undefined || !wanted() || document.visibilityState !== 'visible' || (lock !== null && !lock.released)) return;
    const mine = ++turn;
    const got = await wakeLock.request('screen').catch(() => null);
    if (mine === turn) lock = got;
    else void got?.release();
  };
  // The browser takes it back whenever the page is hidden.
  const seen = () => void ask();

  effect(() => (wanted() ? void ask() : release()));
  document.addEventListener('visibilitychange', seen);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', seen);
    release();
  });
}
