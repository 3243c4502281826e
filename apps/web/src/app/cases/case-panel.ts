import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { When } from '../ui/when';
import { actWords } from '../words/acts';
import { caseWords } from '../words/case';
import { byCode, words } from '../words/words';
import { CaseStore } from './case-store';
import { wording } from './codes';
import { NEXT_PLACE } from './next-place';
import { Session } from '../session/session';

/** Beside every step that has no panel of its own: one next step and why, the dates that bind, what has happened. */
@Component({
  selector: 'rs-case-panel',
  imports: [RouterLink],
  host: { class: 'contents' },
  template: `
    @if (store.view(); as view) {
      @if (ownNext()) {<ng-content />}
      @else {<section aria-labelledby="next" class="next">
        <h2 id="next">{{ w().panel.next }}</h2>
        <p class="lead">{{ next().title }}</p>
        <p class="muted sm">{{ next().why }}</p>
        @if (next().mine && !next().here) {<a class="btn primary wide" [routerLink]="next().link">{{ next().button }}</a>}
      </section>}
      <ng-content select="[rs-extra]" />
      <section aria-labelledby="deadlines">
        <h2 id="deadlines">{{ w().panel.deadlines }}</h2>
        @if (deadlines().length > 0) {
          <table class="dl"><caption class="vh">{{ w().panel.deadlines }}</caption><tbody>
            @for (row of deadlines(); track row.code) {
              <tr><th scope="row">{{ row.label }} @if (row.law) {<small>{{ w().byLaw }}</small>}</th><td>{{ row.due }}</td><td [class]="row.tone">{{ row.left }}</td></tr>
            }
          </tbody></table>
        } @else {<p class="muted sm">{{ w().panel.noDeadlines }}</p>}
      </section>
      <section aria-labelledby="events">
        <h2 id="events">{{ w().panel.events }}</h2>
        @if (events().length > 0) {
          <ol class="case-events sm">@for (event of events(); track $index) {<li><time [attr.datetime]="event.at">{{ event.when }}</time><span>{{ event.text }}</span></li>}</ol>
        } @else {<p class="muted sm">{{ w().panel.noEvents }}</p>}
      </section>
    }
  `,
})
export class CasePanel {
  protected readonly store = inject(CaseStore);
  private readonly when = inject(When);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly w = words(caseWords);
  private readonly acts = words(actWords);

  /** The step's own next thing stands first instead: what is projected is a `section`. */
  readonly ownNext = input(false);

  protected readonly next = computed(() => {
    const view = this.store.view();
    const code = view?.next.code ?? 'none';
    const texts = byCode(this.w().next, code) ?? this.w().next.none;
    const params = view?.next.params ?? {};
    const place = byCode(NEXT_PLACE, code) ?? NEXT_PLACE.none;
    return {
      title: wording(texts.title, params, this.when),
      why: wording(texts.why, params, this.when),
      button: texts.button,
      link: ['/radslag', view?.id ?? '', ...place.path],
      here: (this.router.url.split(/[?#]/)[0] ?? '').startsWith(['/radslag', view?.id ?? '', ...place.path].join('/')),
      mine: place.by === null ? false : this.session.is(place.by),
    };
  });
  protected readonly deadlines = computed(() =>
    (this.store.view()?.deadlines ?? []).filter((row) => !row.done).map((row) => {
      const left = this.when.daysTo(row.due);
      const p = this.w().panel;
      return {
        code: row.code,
        label: byCode(this.w().deadline, row.code) ?? row.code,
        law: row.fromLaw,
        due: this.when.day(row.due),
        left: left < 0 ? p.daysLate({ n: -left }) : p.days({ n: left }),
        tone: left >= 0 ? 'muted' : row.fromLaw ? 'is-late law' : 'is-late',
      };
    }),
  );
  protected readonly events = computed(() =>
    (this.store.view()?.recentEvents ?? [])
      .map((event) => ({ at: event.at, when: this.when.moment(event.at), text: byCode(this.acts(), event.code) ?? '' }))
      .filter((event) => event.text !== '')
      .slice(0, 6),
  );
}
