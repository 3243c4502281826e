import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../api/api';
import { AT_WORK_MS, maySoonBeOut, minutesLeft, presenceAfter, TELL_SERVER_MS, type Presence as State } from './idle';

const LOOK_MS = 5_000;
/** Other windows of the same browser are at the same desk. */
const KEY = 'radslag-last-input';
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

/**
 * Whether anybody is at the screen. What the page does by itself (reading again when something has changed) keeps nobody signed
 * in; so each call says how long ago a person last touched it, and somebody who only writes is told of now and then.
 */
@Injectable({ providedIn: 'root' })
export class Presence {
  private readonly api = inject(Api);
  private lastInput = Date.now();
  private lastTold = Date.now();
  private lastAsked = 0;
  private waitsForFamily = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  readonly state = signal<State>('here');
  readonly minutes = signal(0);

  constructor() {
    this.api.idleSeconds = () => {
      const idle = this.idleMs();
      if (idle < AT_WORK_MS) this.lastTold = Date.now();
      return Math.floor(idle / 1000);
    };
    for (const name of INPUTS) document.addEventListener(name, () => this.touched(), { passive: true, capture: true });
  }

  start(): void {
    this.touched();
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.state.set('here');
  }

  private touched(): void {
    const now = Date.now();
    if (now - this.lastInput > 1_000) remember(now);
    this.lastInput = now;
    if (this.state() === 'soonOut') this.look();
  }

  private idleMs(): number {
    return Math.max(0, Date.now() - Math.max(this.lastInput, remembered()));
  }

  private look(): void {
    const idle = this.idleMs();
    if (maySoonBeOut(idle)) this.askWhetherItLasts();
    else this.waitsForFamily = false;
    const state = presenceAfter(idle, this.waitsForFamily);
    this.minutes.set(minutesLeft(idle));
    const was = this.state();
    this.state.set(state);
    const atWork = idle < AT_WORK_MS && Date.now() - this.lastTold > TELL_SERVER_MS;
    // Out: the server says so itself, and if another window has kept the session it says that.
    if (atWork || (state === 'out' && was !== 'out') || (state === 'here' && was === 'soonOut')) this.api.call('whoAmI').catch(() => undefined);
  }

  /** Nobody is warned of what will not happen. When the family is done with its own time, the next answer says that nobody is known here. */
  private askWhetherItLasts(): void {
    if (Date.now() - this.lastAsked < TELL_SERVER_MS) return;
    this.lastAsked = Date.now();
    this.api.call('whoAmI').then(
      ({ waitsForFamily }) => (this.waitsForFamily = waitsForFamily),
      () => (this.waitsForFamily = false),
    );
  }
}

function remember(moment: number): void {
  try {
    localStorage.setItem(KEY, String(moment));
  } catch {
    // No storage: each window counts for itself.
  }
}
function remembered(): number {
  try {
    return Number(localStorage.getItem(KEY) ?? 0) || 0;
  } catch {
    return 0;
  }
}
