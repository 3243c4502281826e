import { afterNextRender, Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { presenceWords } from '../words/presence';
import { signInWords } from '../words/sign-in';
import { words } from '../words/words';
import { Session } from './session';

/** Signed out in the middle of something. The page stands behind, hidden and inert, with all that was typed. */
@Component({
  selector: 'rs-locked',
  imports: [Field, Control, ProblemNotice],
  template: `
    <dialog #dialog class="dialog locked" aria-labelledby="locked-title" (cancel)="$event.preventDefault()" (keydown.escape)="$event.preventDefault()">
      <form class="dialog-body" novalidate (submit)="submit($event)">
        <h2 id="locked-title">{{ w().title }}</h2>
        <p>{{ w().kept }}</p>
        <rs-problem [problem]="problem()" />
        <rs-field [label]="s().email" [error]="missing() === 'email' ? s().missingEmail : null">
          <input #email rsControl type="email" name="email" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" maxlength="200" required />
        </rs-field>
        <rs-field [label]="s().password" [error]="missing() === 'password' ? s().missingPassword : null">
          <input #password rsControl type="password" name="password" autocomplete="current-password" maxlength="200" required />
        </rs-field>
        <p class="actions">
          <button class="btn primary" type="submit" [attr.aria-disabled]="working()">{{ working() ? s().working : s().submit }}</button>
          <button class="btn quiet" type="button" (click)="leave()">{{ w().leave }}</button>
        </p>
      </form>
    </dialog>
  `,
})
export class Locked {
  private readonly session = inject(Session);
  protected readonly w = words(presenceWords);
  protected readonly s = words(signInWords);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly missing = signal<'email' | 'password' | null>(null);
  protected readonly working = signal(false);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly email = viewChild.required<ElementRef<HTMLInputElement>>('email');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  constructor() {
    afterNextRender(() => {
      // Whatever else was open (a dialog with half a note in it) stays beneath.
      this.dialog().nativeElement.showModal();
      this.email().nativeElement.focus();
    });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.working()) return;
    const [email, password] = [this.email().nativeElement, this.password().nativeElement];
    this.missing.set(email.value.trim() === '' ? 'email' : password.value === '' ? 'password' : null);
    if (this.missing() !== null) return (this.missing() === 'email' ? email : password).focus();
    this.working.set(true);
    try {
      // Another person starts on a page of their own: what stands here is not theirs to see.
      if (!(await this.session.unlock(email.value.trim(), password.value))) location.assign('/');
    } catch (error) {
      this.problem.set(asProblem(error));
      password.value = '';
      password.focus();
    } finally {
      this.working.set(false);
    }
  }

  protected leave(): void {
    void this.session.leave();
  }
}
