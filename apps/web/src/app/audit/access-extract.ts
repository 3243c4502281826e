import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { live } from '../api/live';
import { pageTitle } from '../shell/page-title';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { actWords } from '../words/acts';
import { auditWords } from '../words/audit';
import { vocabulary } from '../words/vocabulary';
import { byCode, words } from '../words/words';

/** For the log reviewer, to be printed and passed on: who has opened the data of somebody who asked, in plain words. */
@Component({
  selector: 'rs-access-extract',
  imports: [Icon, ProblemNotice, RouterLink],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      <header class="page-head"><h1>{{ w().extract.title }}</h1>
        <div class="end"><a class="btn quiet" routerLink="/logg">{{ w().extract.back }}</a>@if (read.value()) {<button class="btn" type="button" (click)="print()"><svg rs-icon="print"></svg>{{ w().extract.print }}</button>}</div></header>
      <div class="pad offers">
        <rs-problem [problem]="read.value() ? null : read.problem()" />
        @if (view(); as v) {
          <p><b>{{ w().extract.about({ reference: v.reference, day: v.day, clock: v.clock }) }}</b></p>
          <p class="lead">{{ w().extract.since({ day: v.since }) }}</p>
          <div class="scroll-x gap" tabindex="0" role="region" [attr.aria-label]="w().extract.title">
            <table class="grid extract" role="table">
              <caption class="vh">{{ w().extract.title }}</caption>
              <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{ w().extract.columns.on }}</th><th scope="col" role="columnheader">{{ w().extract.columns.by }}</th><th scope="col" role="columnheader">{{ w().extract.columns.what }}</th><th scope="col" role="columnheader" class="num">{{ w().extract.columns.times }}</th></tr></thead>
              <tbody role="rowgroup">
                @for (line of v.lines; track $index) {
                  <tr role="row"><td role="cell"><time [attr.datetime]="line.on">{{ line.day }}</time></td><td role="cell">{{ line.who }}@if (line.as; as role) {<span class="muted">, {{ role }}</span>}</td><td role="cell">{{ line.what }}</td><td role="cell" class="num">{{ line.times }}</td></tr>
                } @empty {<tr role="row"><td role="cell" colspan="4" class="muted">{{ w().extract.empty }}</td></tr>}
              </tbody>
            </table>
          </div>
          @if (v.cut) {<p class="muted">{{ w().extract.cut }}</p>}
        } @else if (!read.problem()) {<div class="skeleton" [class.slow]="read.slow()" aria-hidden="true"><i></i><i></i><i></i></div>}
      </div>
    </main>
  `,
})
export class AccessExtract {
  private readonly api = inject(Api);
  private readonly when = inject(When);
  protected readonly w = words(auditWords);
  private readonly acts = words(actWords);
  private readonly terms = words(vocabulary);

  readonly taskId = input.required<string>();
  protected readonly read = live(() => this.api.call('readAccessExtract', { params: { taskId: this.taskId() } }));
  protected readonly view = computed(() => {
    const read = this.read.value();
    if (!read) return undefined;
    const lines = read.lines.map((line) => ({
      ...line,
      day: this.when.dated(line.on),
      who: line.by ?? (line.kind === 'family' ? this.w().extract.own : (byCode(this.w().kinds, line.kind) ?? line.kind)),
      as: line.role === null ? undefined : byCode<string>(this.terms().role, line.role)?.toLocaleLowerCase('sv'),
      what: byCode(this.acts(), line.action) ?? line.action,
    }));
    return { ...read, day: this.when.long(this.when.dateOf(read.askedAt)), clock: this.when.clock(read.askedAt), since: this.when.long(read.since), lines };
  });

  constructor() {
    pageTitle(() => this.w().extract.title);
  }

  protected print(): void {
    window.print();
  }
}
