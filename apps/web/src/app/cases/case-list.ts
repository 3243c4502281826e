import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseSummary } from '@radslag/contracts';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { Session } from '../session/session';
import { pageTitle } from '../shell/page-title';
import { shortcuts } from '../shell/shortcuts';
import { ProblemNotice } from '../ui/notice';
import { Seg } from '../ui/seg';
import { When } from '../ui/when';
import { caseListWords } from '../words/cases';
import { caseWords } from '../words/case';
import { uiWords } from '../words/ui';
import { vocabulary } from '../words/vocabulary';
import { byCode, words } from '../words/words';
import { wording } from './codes';
import { Dots } from './dots';
import { matches } from './matches';

type Scope = 'mine' | 'unit';
const PAGE = 50;

@Component({
  selector: 'rs-case-list',
  imports: [RouterLink, Seg, Dots, ProblemNotice],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      <header class="page-head">
        <h1>{{ w().title }}</h1><p class="muted">{{ loaded() ? w().count({ n: rows().length }) : '' }}</p>
        <div class="end">
          <input class="filter" type="search" [attr.aria-label]="w().filter" [placeholder]="w().filter" maxlength="40" [value]="typed()" (input)="filter($event)" />
          <rs-seg [label]="w().whose" [choices]="scopes()" [value]="scope()" (chosen)="choose($event)" />
        </div>
      </header>
      <div class="pad">
        <rs-problem [problem]="read.problem() ?? problem()" />
        @if (loaded()) {
          @if (all().length === 0) {
            <p class="muted">{{ offers() ? w().emptySocialWorker : w().empty }}</p>
            @if (offers()) {<p class="gap"><a class="btn" routerLink="/erbjudanden">{{ w().toOffers }}</a></p>}
          } @else {
            <table class="grid case-list">
              <caption class="vh">{{ w().title }}</caption>
              <thead><tr><th scope="col">{{ w().columns.who }}</th><th scope="col">{{ w().columns.step }}</th><th scope="col">{{ w().columns.next }}</th><th scope="col" class="second">{{ w().columns.coordinator }}</th><th scope="col" class="second">{{ w().columns.holdBy }}</th></tr></thead>
              <tbody>
                @for (one of rows(); track one.id) {
                  <tr tabindex="-1" [attr.data-id]="one.id">
                    <th scope="row"><a [routerLink]="['/radslag', one.id]">{{ one.initials }} <span>{{ one.reference }}</span></a></th>
                    <td><span class="dotted"><rs-dots [of]="one" />{{ one.step }}</span></td>
                    <td>{{ one.nextTitle }}</td>
                    <td class="second">{{ one.coordinator?.name ?? w().nobody }}</td>
                    <td class="second nw">{{ one.by }}</td>
                  </tr>
                }
              </tbody>
            </table>
            @if (next()) {<p class="gap"><button class="btn" type="button" (click)="more()">{{ w().more }}</button></p>}
          }
        } @else {<div class="skeleton" [class.slow]="read.slow()" aria-hidden="true"><i></i><i></i><i></i><i></i></div>}
      </div>
    </main>
  `,
})
export class CaseList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly when = inject(When);
  protected readonly w = words(caseListWords);
  protected readonly ui = words(uiWords);
  protected readonly v = words(vocabulary);
  private readonly c = words(caseWords);

  readonly visa = input<string>();
  protected readonly scope = computed<Scope>(() => (this.visa() === 'enheten' ? 'unit' : 'mine'));
  protected readonly typed = signal('');
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly read = live(
    () => this.api.call('listCases', { query: { scope: this.scope(), limit: PAGE } }),
    (change) => change.referralId !== undefined,
  );
  private readonly further = signal<{ cases: CaseSummary[]; next: string | null } | null>(null);

  protected readonly loaded = computed(() => this.read.value() !== undefined);
  protected readonly all = computed(() => [...(this.read.value()?.cases ?? []), ...(this.further()?.cases ?? [])]);
  protected readonly next = computed(() => (this.further() === null ? this.read.value()?.next : this.further()?.next) ?? null);
  protected readonly offers = computed(() => this.session.is('socialWorker'));
  protected readonly scopes = computed(() => (['mine', 'unit'] as Scope[]).map((value) => ({ value, label: this.w().scopes[value] })));
  protected readonly rows = computed(() =>
    this.all()
      .filter((one) => matches(one, this.typed()))
      .map((one) => ({
        ...one,
        step: this.c().steps[one.currentStep],
        nextTitle: wording(byCode(this.c().next, one.next.code)?.title, one.next.params, this.when),
        by: one.holdBy === null ? '' : this.when.date(one.holdBy),
      })),
  );

  constructor() {
    pageTitle(() => this.w().title);
    // The first page has come anew: what was fetched after the old one no longer joins it.
    effect(() => {
      this.read.value();
      this.further.set(null);
    });
    shortcuts({ j: () => this.move(1), k: () => this.move(-1), Enter: () => this.open() });
  }

  protected choose(scope: Scope): void {
    void this.router.navigate([], { queryParams: { visa: scope === 'unit' ? 'enheten' : null } });
  }
  protected filter(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected async more(): Promise<void> {
    const after = this.next();
    if (after === null) return;
    try {
      const page = await this.api.call('listCases', { query: { scope: this.scope(), limit: PAGE, after } });
      this.further.update((had) => ({ cases: [...(had?.cases ?? []), ...page.cases], next: page.next }));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }

  private rowElements(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('tbody tr')];
  }
  private move(step: 1 | -1): void {
    const rows = this.rowElements();
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
  }
  private open(): void {
    const id = this.rowElements().find((row) => row.contains(document.activeElement))?.dataset['id'];
    if (id !== undefined) void this.router.navigate(['/radslag', id]);
  }
}
