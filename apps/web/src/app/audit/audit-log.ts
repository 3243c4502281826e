import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Answer, Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { pageTitle } from '../shell/page-title';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { actWords } from '../words/acts';
import { auditWords } from '../words/audit';
import { byCode, words } from '../words/words';
import { ChainStanding } from './chain-standing';

type Entry = Answer<'readAuditLog'>['entries'][number];
const PAGE = 100;

/** For the log reviewer: who, what, when, which case; never what it said. */
@Component({
  selector: 'rs-audit-log',
  imports: [ChainStanding, Control, Field, ProblemNotice, RouterLink],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      <header class="page-head"><h1>{{ w().title }}</h1><p class="muted">{{ w().lead }}</p></header>
      <div class="pad">
        @if (read.value(); as view) {<rs-chain-standing [chain]="view.chain" (changed)="read.reload()" />}
        @if (asked().length > 0) {
          <section class="asked" aria-labelledby="fragor">
            <h2 id="fragor">{{ w().requests.title }}</h2><p class="muted">{{ w().requests.lead }}</p>
            <ul role="list">@for (one of asked(); track one.taskId) {
              <li><span><b>{{ w().requests.line({ reference: one.reference, day: one.day, clock: one.clock }) }}</b>@if (one.handledBy; as name) {<span class="muted"> · {{ w().requests.to({ name }) }}</span>}</span><a class="btn" [routerLink]="['/logg', 'fraga', one.taskId]">{{ w().requests.open }}</a></li>
            }</ul>
          </section>
        }
        <form class="row-fields" role="search" novalidate (submit)="filter($event, reference.value)">
          <rs-field [label]="w().reference" [hint]="w().referenceHint" [error]="wrong() ? w().referenceWrong : null"><input #reference rsControl type="text" autocomplete="off" maxlength="10" [value]="arende() ?? ''" /></rs-field>
          <button class="btn" type="submit">{{ w().show }}</button>
          @if (arende()) {<button class="btn quiet" type="button" (click)="filter($event, '')">{{ w().all }}</button>}
        </form>
        <rs-problem [problem]="problem() ?? (read.value() ? null : read.problem()) ?? (requests.value() ? null : requests.problem())" />
        @if (read.value()) {
          <div class="scroll-x gap" tabindex="0" role="region" [attr.aria-label]="w().title">
            <table class="grid log-list" role="table">
              <caption class="vh">{{ w().title }}</caption>
              <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{ w().columns.at }}</th><th scope="col" role="columnheader">{{ w().columns.actor }}</th><th scope="col" role="columnheader">{{ w().columns.action }}</th><th scope="col" role="columnheader">{{ w().columns.reference }}</th><th scope="col" role="columnheader" class="num second">{{ w().columns.seq }}</th></tr></thead>
              <tbody role="rowgroup">
                @for (entry of entries(); track entry.seq) {
                  <tr role="row"><td role="cell"><time [attr.datetime]="entry.at">{{ entry.day }} {{ entry.clock }}</time></td><td role="cell">{{ entry.who }}</td><td role="cell">@if (entry.said; as said) { <span>{{ said }}</span> } @else {<code>{{ entry.action }}</code>}</td><td role="cell" class="ref">{{ entry.reference ?? '' }}</td><td role="cell" class="num second muted">{{ entry.seq }}</td></tr>
                } @empty {<tr role="row"><td role="cell" colspan="5" class="muted">{{ w().empty }}</td></tr>}
              </tbody>
            </table>
          </div>
          @if (next() !== null) {<p class="gap"><button class="btn" type="button" (click)="older()">{{ w().older }}</button></p>}
        } @else {<div class="skeleton" [class.slow]="read.slow()" aria-hidden="true"><i></i><i></i><i></i></div>}
      </div>
    </main>
  `,
})
export class AuditLog {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly when = inject(When);
  protected readonly w = words(auditWords);
  private readonly acts = words(actWords);

  /** `?arende=2026-014` */
  readonly arende = input<string>();
  protected readonly wrong = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly read = live(() => this.api.call('readAuditLog', { query: this.query() }), (change) => change.what === 'audit');
  protected readonly requests = live(() => this.api.call('listAccessRequests', {}));
  protected readonly asked = computed(() => (this.requests.value() ?? []).map((one) => ({ ...one, day: this.when.dated(this.when.dateOf(one.askedAt)), clock: this.when.clock(one.askedAt) })));
  private readonly further = signal<{ entries: Entry[]; next: number | null } | null>(null);
  protected readonly next = computed(() => (this.further() === null ? this.read.value()?.next : this.further()?.next) ?? null);
  protected readonly entries = computed(() =>
    [...(this.read.value()?.entries ?? []), ...(this.further()?.entries ?? [])].map((entry) => ({
      ...entry,
      day: this.when.dateOf(entry.at),
      clock: this.when.clock(entry.at),
      who: entry.actor ?? byCode(this.w().kinds, entry.actorKind) ?? entry.actorKind,
      said: byCode(this.acts(), entry.action),
    })),
  );

  constructor() {
    pageTitle(() => this.w().title);
    effect(() => {
      this.read.value();
      this.further.set(null);
    });
  }

  protected filter(event: Event, typed: string): void {
    event.preventDefault();
    const reference = typed.trim();
    this.wrong.set(reference !== '' && !/^\d{4}-\d{3,5}$/.test(reference));
    if (!this.wrong()) void this.router.navigate([], { queryParams: { arende: reference || null } });
  }

  protected async older(): Promise<void> {
    const before = this.next();
    if (before === null) return;
    try {
      const page = await this.api.call('readAuditLog', { query: { ...this.query(), before } });
      this.further.update((had) => ({ entries: [...(had?.entries ?? []), ...page.entries], next: page.next }));
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }

  private query(): { limit: number; reference?: string } {
    const reference = this.arende();
    return reference ? { limit: PAGE, reference } : { limit: PAGE };
  }
}
