import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Me } from '@radslag/contracts';
import type { Role } from '@radslag/domain';
import { Api } from '../api/api';
import { Changes } from '../api/changes';
import { asProblem } from '../api/problem';
import { Language, Words } from '../words/words';
import { Recent } from '../shell/recent';
import { Presence } from './presence';

/** Who is signed in. The cookie is the server's; here is only what it said about us. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly changes = inject(Changes);
  private readonly recent = inject(Recent);
  private readonly presence = inject(Presence);

  private readonly who = signal<Me | null>(null);
  readonly me = this.who.asReadonly();
  /** The server knows us no more, and the page stands as it was left: what was typed is kept behind the door until its writer is back. */
  readonly locked = signal(false);
  /** Wrong passwords at one's account since one was last in. */
  readonly wrongTries = signal(0);
  readonly role = computed<Role | null>(() => this.who()?.role ?? null);

  constructor() {
    this.api.onSignedOut = () => this.lost();
  }

  async load(): Promise<void> {
    try {
      this.begin(await this.api.call('whoAmI'));
    } catch (error) {
      // Not signed in, or no contact: the sign-in page says which.
      if (asProblem(error).code !== 'not-signed-in') this.who.set(null);
    }
  }

  async signIn(email: string, password: string): Promise<void> {
    const { wrongTries, ...me } = await this.api.call('signIn', { body: { email, password } });
    this.wrongTries.set(wrongTries);
    this.begin(me);
  }

  /** Back at a page that was locked. False: somebody else, who may not see what stands there. */
  async unlock(email: string, password: string): Promise<boolean> {
    const before = this.who()?.userId;
    await this.signIn(email, password);
    this.locked.set(false);
    return this.who()?.userId === before;
  }

  async leave(): Promise<void> {
    this.end();
    await this.router.navigateByUrl('/logga-in');
  }

  async signOut(): Promise<void> {
    try {
      await this.api.call('signOut');
    } finally {
      this.end();
      await this.router.navigateByUrl('/logga-in');
    }
  }

  async setLanguage(language: Language): Promise<void> {
    this.words.use(language);
    if (this.who() !== null) this.who.set(await this.api.call('setLanguage', { body: { language } }));
  }

  is(...roles: Role[]): boolean {
    const role = this.role();
    return role !== null && roles.includes(role);
  }

  private begin(me: Me): void {
    this.who.set(me);
    this.words.use(me.language);
    this.changes.start();
    this.presence.start();
  }

  private end(): void {
    this.who.set(null);
    this.locked.set(false);
    this.changes.stop();
    this.presence.stop();
    this.recent.clear();
  }

  private lost(): void {
    if (this.who() === null || this.locked()) return;
    this.changes.stop();
    this.presence.stop();
    this.locked.set(true);
  }
}
