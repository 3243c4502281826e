import { Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { ApiProblem, asProblem } from '../api/problem';
import { firstPage, safeReturn } from '../session/guards';
import { Session } from '../session/session';
import { pageTitle } from '../shell/page-title';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { signInWords } from '../words/sign-in';
import { Language, Words, words } from '../words/words';

/** The e-mail address stays when the sign-in fails; the password does not. */
@Component({
  selector: 'rs-sign-in',
  imports: [Field, Control, Icon, Notice, ProblemNotice],
  template: `
    <main class="sign-in" id="innehall">
      <p class="brand"><svg rs-icon="ring"></svg><span>Rådslag</span></p>
      <form class="sheet" novalidate (submit)="submit($event)">
        <h1>{{ w().title }}</h1>
        <p class="muted">{{ w().lead }}</p>
        @if (tillbaka() && problem() === null) {<rs-notice icon="clock"><p>{{ w().again }}</p></rs-notice>}
        <rs-problem [problem]="problem()" />
        <rs-field [label]="w().email" [error]="emailError()">
          <input #email rsControl type="email" name="email" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" maxlength="200" required />
        </rs-field>
        <rs-field [label]="w().password" [error]="passwordError()">
          <div class="reveal">
            <input #password rsControl [type]="shown() ? 'text' : 'password'" name="password" autocomplete="current-password" maxlength="200" required />
            <button class="btn quiet" type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">{{ shown() ? w().hidePassword : w().showPassword }}</button>
          </div>
        </rs-field>
        <button class="btn primary wide" type="submit" [attr.aria-disabled]="working()">{{ working() ? w().working : w().submit }}</button>
        <p class="muted sm">{{ w().logged }}</p>
      </form>
      <p class="languages sm">
        @for (one of languages; track one.value) {<button class="link" type="button" [attr.lang]="one.value" [attr.aria-pressed]="one.value === language()" (click)="use(one.value)">{{ one.label }}</button>}
      </p>
    </main>
  `,
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly texts = inject(Words);
  protected readonly w = words(signInWords);

  /** Where to return to, from the query. */
  readonly tillbaka = input<string>();

  protected readonly language = this.texts.language;
  protected readonly languages: { value: Language; label: string }[] = [{ value: 'sv', label: 'Svenska' }, { value: 'en', label: 'English' }];
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly working = signal(false);
  protected readonly shown = signal(false);
  private readonly missing = signal<{ email: boolean; password: boolean }>({ email: false, password: false });
  protected readonly emailError = computed(() => (this.missing().email ? this.w().missingEmail : (this.problem()?.forField('email') ?? null)));
  protected readonly passwordError = computed(() => (this.missing().password ? this.w().missingPassword : null));
  private readonly email = viewChild.required<ElementRef<HTMLInputElement>>('email');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  constructor() {
    pageTitle(() => this.w().title);
    if (this.session.me() !== null) void this.router.navigateByUrl(firstPage(this.session.role()));
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.working()) return;
    const email = this.email().nativeElement;
    const password = this.password().nativeElement;
    this.missing.set({ email: email.value.trim() === '', password: password.value === '' });
    if (this.missing().email) return email.focus();
    if (this.missing().password) return password.focus();
    this.working.set(true);
    try {
      await this.session.signIn(email.value.trim(), password.value);
      await this.router.navigateByUrl(safeReturn(this.tillbaka()) ?? firstPage(this.session.role()));
    } catch (error) {
      this.problem.set(asProblem(error));
      password.value = '';
      password.focus();
    } finally {
      this.working.set(false);
    }
  }

  protected use(language: Language): void {
    this.texts.use(language);
  }
}
