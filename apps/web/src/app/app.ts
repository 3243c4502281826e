import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Locked } from './session/locked';
import { Presence } from './session/presence';
import { Session } from './session/session';
import { Sprite } from './ui/sprite';
import { presenceWords } from './words/presence';
import { words } from './words/words';

/** So many wrong passwords are more than one's own slips. */
const WORTH_TELLING = 3;

@Component({
  selector: 'rs-root',
  imports: [RouterOutlet, Sprite, Locked],
  template: `
    <rs-sprite />
    @if (me() !== null && presence.state() === 'soonOut' && !session.locked()) {
      <p class="lost" role="alert">{{ w().soon({ minutes: presence.minutes() }) }} <button class="link" type="button">{{ w().stay }}</button></p>
    }
    @if (tries(); as n) {
      <p class="lost" role="status">{{ w().tries({ n }) }} <button class="link" type="button" (click)="session.wrongTries.set(0)">{{ w().close }}</button></p>
    }
    <router-outlet />
    @defer (when session.locked(); prefetch on idle) {@if (session.locked()) {<rs-locked />}}
  `,
})
export class App {
  protected readonly session = inject(Session);
  protected readonly presence = inject(Presence);
  protected readonly w = words(presenceWords);
  protected readonly me = this.session.me;
  protected readonly tries = computed(() => (this.me() !== null && this.session.wrongTries() >= WORTH_TELLING ? this.session.wrongTries() : 0));
}
