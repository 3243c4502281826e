import { Component, computed, inject, output, signal } from '@angular/core';
import type { PlanDecision } from '@radslag/domain';
import { Session } from '../session/session';
import { DateField } from '../ui/date-field';
import { addDays } from '../ui/dates';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { planWords } from '../words/plan';
import { brokenLine } from './plan-rows';
import { PlanStore } from './plan-store';

const REVIEW_DAYS = 42;

/** Acceptance is presumed: a no must name the bottom line, and only the social worker can give it. */
@Component({
  selector: 'rs-acceptance-bar',
  imports: [Field, Control, Icon, DateField],
  host: { class: 'accept' },
  templateUrl: './acceptance-bar.html',
})
export class AcceptanceBar {
  private readonly when = inject(When);
  private readonly numerals = inject(Numerals);
  private readonly session = inject(Session);
  protected readonly w = words(planWords);
  protected readonly store = inject(PlanStore);
  readonly goTo = output<string>();

  protected readonly deciding = signal<PlanDecision | null>(null);
  protected readonly listing = signal(false);
  protected readonly busy = signal(false);
  protected readonly reviewOn = signal(addDays(this.when.today(), REVIEW_DAYS));
  protected readonly conditions = signal('');
  protected readonly reason = signal('');
  protected readonly bottomLineId = signal('');
  protected readonly tomorrow = computed(() => addDays(this.when.today(), 1));

  protected readonly view = this.store.view;
  protected readonly lines = computed(() => this.view()?.bottomLines ?? []);
  /** A plan that has been decided on is judged: what it lacked then is in the decision. */
  protected readonly unmet = computed(() => (this.store.decided() || this.view()?.state === 'refused' ? [] : this.lines().filter((line) => !line.met)));
  protected readonly standing = computed(() => (this.unmet().length === 0 ? this.w().conditionsMet({ n: this.lines().length, inWords: this.numerals.within(this.lines().length) }) : this.w().conditionsUnmet({ n: this.unmet().length, inWords: this.numerals.opening(this.unmet().length) })));
  protected readonly allMet = computed(() => {
    const view = this.view();
    return view !== undefined && brokenLine(view) === null && this.lines().every((line) => line.met);
  });
  protected readonly decides = computed(() => this.session.is('socialWorker'));
  protected readonly blockers = computed(() => {
    const view = this.view();
    return (view?.blockers ?? []).map((blocker) => {
      const text = byCode(this.w().blockers, blocker.code);
      const about = view?.questions.find((question) => question.id === blocker.id)?.text ?? this.store.numbers().get(blocker.id ?? '') ?? '';
      return { key: `${blocker.code}.${blocker.id}`, id: blocker.id, text: text === undefined ? this.w().blockerOther : text({ what: about }) };
    });
  });
  protected readonly verdict = computed(() => {
    const view = this.view();
    if (view === undefined || view.decidedAt === null) return null;
    const w = this.w();
    const broken = this.lines().find((line) => line.id === view.brokenBottomLineId)?.text ?? null;
    return {
      text: w.decided({ state: w.states[view.state === 'draft' ? 'revisionRequested' : view.state], date: this.when.short(this.when.dateOf(view.decidedAt)), by: view.decidedBy ?? '' }), broken: broken === null ? '' : w.broken({ text: broken }),
      reason: view.decisionReason ?? '', conditions: view.conditions ?? '', review: view.reviewOn === null ? '' : w.review({ date: this.when.date(view.reviewOn) }),
    };
  });
  protected readonly effect = computed(() => {
    const decision = this.deciding();
    return decision === 'requestRevision' ? this.w().revisionEffect : decision === 'refuse' ? this.w().refuseEffect : this.w().acceptEffect;
  });
  protected readonly complete = computed(() => {
    const decision = this.deciding();
    if (decision === 'accept') return this.reviewOn() !== '';
    if (decision === 'acceptWithConditions') return this.reviewOn() !== '' && this.conditions().trim() !== '';
    return this.bottomLineId() !== '' && this.reason().trim() !== '';
  });

  protected may(event: string): boolean {
    return this.view()?.allowed.includes(event) ?? false;
  }
  protected begin(decision: PlanDecision): void {
    this.store.problem.set(null);
    this.deciding.set(decision);
  }
  protected async present(): Promise<void> {
    this.busy.set(true);
    // What was written last is saved and looked at first: blockers on the screen may be older than the last field.
    const done = await this.store.present();
    this.listing.set(!done && this.blockers().length > 0);
    this.busy.set(false);
  }
  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const decision = this.deciding();
    if (decision === null || !this.complete()) return;
    this.busy.set(true);
    const done = await this.store.decide((version, careTaken) => {
      switch (decision) {
        case 'accept':
          return { version, decision, reviewOn: this.reviewOn(), careTaken };
        case 'acceptWithConditions':
          return { version, decision, reviewOn: this.reviewOn(), conditions: this.conditions(), careTaken };
        case 'requestRevision':
        case 'refuse':
          return { version, decision, bottomLineId: this.bottomLineId(), reason: this.reason() };
      }
    });
    if (done) this.deciding.set(null);
    this.busy.set(false);
  }
}
