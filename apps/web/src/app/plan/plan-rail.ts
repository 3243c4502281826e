import { Component, computed, inject, output } from '@angular/core';
import { Icon, Shape } from '../ui/icon';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { words } from '../words/words';
import { planWords } from '../words/plan';
import { brokenLine, missingOf } from './plan-rows';
import { PlanStore } from './plan-store';

/** Questions and bottom lines stay in view while the plan is written. */
@Component({
  selector: 'rs-plan-rail',
  imports: [Icon, Shape],
  host: { class: 'plan-rail' },
  template: `
    <section [attr.aria-label]="w().rail">
      <h2 class="to-questions">{{ w().questions }} <span>{{ questions().length }}</span></h2>
      <ol class="qlist">
        @for (question of questions(); track question.id) {<li><button type="button" (click)="chosen.emit(question.id)"><svg [rs-shape]="question.shape"></svg><span><b>{{ question.text }}</b><small>{{ question.detail }}</small></span></button></li>}
      </ol>
      <h2>{{ w().bottomLines }} <span>{{ lines().length }}</span></h2>
      <ul class="bl sm">
        @for (line of lines(); track line.id) {<li [class.unmet]="!line.met"><svg [rs-icon]="line.met ? 'check' : 'flag'"></svg><span>{{ line.text }} <small>{{ line.how }}</small></span></li>} @empty {<li class="none"><span class="muted">{{ w().noBottomLines }}</span></li>}
      </ul>
    </section>
  `,
})
export class PlanRail {
  private readonly when = inject(When);
  private readonly numerals = inject(Numerals);
  protected readonly w = words(planWords);
  private readonly store = inject(PlanStore);
  readonly chosen = output<string>();

  /** Out of what stands on this screen, so that a field filled in counts at once. */
  protected readonly questions = computed(() => {
    const w = this.w();
    return (this.store.view()?.questions ?? []).map((question) => {
      const rows = this.store.rowsOf(question.id).map((action) => this.store.fields(action));
      const missing = [...new Set(rows.flatMap(missingOf))];
      const deciding = rows.filter((row) => row.needsDecision).length;
      const complete = rows.length > 0 && missing.length === 0;
      const rest = rows.length === 0 ? '' : missing.length > 0 ? w.fieldsMissing({ fields: this.when.names(missing.map((field) => w.missing[field])) }) : deciding > 0 ? w.needsDecisionCount({ n: deciding, inWords: this.numerals.within(deciding) }) : w.allFilled;
      return { id: question.id, text: question.text, shape: complete ? ('full' as const) : rows.length > 0 ? ('half' as const) : ('none' as const), detail: [w.points({ n: rows.length, inWords: this.numerals.opening(rows.length) }), ...(rest === '' ? [] : [rest])].join(', ') };
    });
  });
  protected readonly lines = computed(() => {
    const view = this.store.view();
    const broken = view === undefined ? null : brokenLine(view);
    return (view?.bottomLines ?? []).map((line) => {
      const by = (view?.actions ?? []).filter((action) => this.store.fields(action).meetsBottomLineIds.includes(line.id) && this.store.fields(action).what.trim() !== '');
      const numbers = by.flatMap((action) => this.store.numbers().get(action.id) ?? []).sort();
      const how = by.length > 0 ? this.w().metBy({ numbers: this.when.names(numbers) }) : this.w().unmet;
      return line.id === broken ? { id: line.id, text: line.text, met: false, how: this.w().brokenHere } : { id: line.id, text: line.text, met: by.length > 0, how };
    });
  });
}
