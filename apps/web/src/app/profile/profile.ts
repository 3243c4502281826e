import { Component, computed, inject, signal } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import { Session } from '../session/session';
import { Density, Display, Theme } from '../shell/display';
import { pageTitle } from '../shell/page-title';
import { Notice, ProblemNotice } from '../ui/notice';
import { Seg } from '../ui/seg';
import { shellWords } from '../words/shell';
import { vocabulary } from '../words/vocabulary';
import { Language, Words, words } from '../words/words';

@Component({
  selector: 'rs-profile',
  imports: [Seg, Notice, ProblemNotice],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      <header class="page-head"><h1>{{ w().profileTitle }}</h1></header>
      <div class="pad settings">
        @if (me(); as who) {
          @if (who.role === 'administrator') {<rs-notice icon="help"><p>{{ w().administrator }}</p></rs-notice>}
          <dl>
            <div><dt>{{ w().signedInAs }}</dt><dd>{{ who.name }}</dd></div>
            <div><dt>{{ w().role }}</dt><dd>{{ v().role[who.role] }}</dd></div>
            <div><dt>{{ w().municipality }}</dt><dd>{{ who.municipality.name }}</dd></div>
            <div><dt>{{ w().language }}</dt><dd><rs-seg [label]="w().language" [choices]="languages" [value]="language()" (chosen)="setLanguage($event)" /></dd></div>
            <div><dt>{{ w().theme }}</dt><dd><rs-seg [label]="w().theme" [choices]="themes()" [value]="display.theme()" (chosen)="display.theme.set($event)" /></dd></div>
            <div><dt>{{ w().density }}</dt><dd><rs-seg [label]="w().density" [choices]="densities()" [value]="display.density()" (chosen)="display.density.set($event)" /></dd></div>
            <div><dt>{{ w().letters }}</dt><dd><rs-seg [label]="w().letters" [choices]="letters()" [value]="display.letters()" (chosen)="display.letters.set($event)" /></dd></div>
          </dl>
          <p class="muted sm">{{ w().savedHere }}</p>
          <rs-problem [problem]="problem()" />
          <p><button class="btn" type="button" (click)="signOut()">{{ w().signOut }}</button></p>
        }
      </div>
    </main>
  `,
})
export class Profile {
  private readonly session = inject(Session);
  protected readonly display = inject(Display);
  protected readonly w = words(shellWords);
  protected readonly v = words(vocabulary);
  protected readonly language = inject(Words).language;

  protected readonly me = this.session.me;
  protected readonly problem = signal<ApiProblem | null>(null);
  // A language is named in itself.
  protected readonly languages: { value: Language; label: string }[] = [{ value: 'sv', label: 'Svenska' }, { value: 'en', label: 'English' }];
  protected readonly themes = computed(() => (['system', 'light', 'dark'] as Theme[]).map((value) => ({ value, label: this.w().themes[value] })));
  protected readonly densities = computed(() => (['comfortable', 'compact'] as Density[]).map((value) => ({ value, label: this.w().densities[value] })));
  protected readonly letters = computed(() => (['on', 'off'] as const).map((value) => ({ value, label: this.w().lettersChoices[value] })));

  constructor() {
    pageTitle(() => this.w().profileTitle);
  }

  protected setLanguage(language: Language): void {
    this.attempt(this.session.setLanguage(language));
  }
  protected signOut(): void {
    this.attempt(this.session.signOut());
  }

  private attempt(act: Promise<void>): void {
    act.then(
      () => this.problem.set(null),
      (error: unknown) => this.problem.set(asProblem(error)),
    );
  }
}
