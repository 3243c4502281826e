import { Component, computed, inject, signal } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import { DateField } from '../ui/date-field';
import { DialogRef } from '../ui/dialogs';
import { Field } from '../ui/field';
import { Notice, ProblemNotice } from '../ui/notice';
import { TimeField } from '../ui/time-field';
import { When } from '../ui/when';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { Effect, EffectText } from './effect-text';
import type { TimesStore } from './times-store';

@Component({
  selector: 'rs-move-form',
  imports: [Field, Notice, ProblemNotice, DateField, TimeField],
  template: `
    <form class="ask" (submit)="save($event)">
      <h2>{{ w().moveTitle }}</h2>
      @if (now) {<p><b>{{ w().moveNow({ time: now }) }}</b></p>}
      <p>{{ w().moveEffect }}</p>
      <rs-problem [problem]="problem()" />
      <div class="row-fields">
        <rs-field [label]="w().date"><rs-date-field [required]="true" [min]="today()" [value]="draft().date" (valueChange)="put({ date: $event })" /></rs-field>
        <rs-field [label]="w().from"><rs-time-field [required]="true" [value]="draft().from" (valueChange)="put({ from: $event })" /></rs-field>
        <rs-field [label]="w().to"><rs-time-field [required]="true" [value]="draft().to" (valueChange)="put({ to: $event })" /></rs-field>
      </div>
      @if (effect(); as shown) {<p class="sm" role="status">{{ effects.said(shown) }}</p>@for (line of skipped(); track line) {<p class="sm muted">{{ line }}</p>}}
      @if (same()) {<rs-notice tone="fel" icon="fail"><p role="alert">{{ w().moveSame }}</p></rs-notice>}
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy() || !whole()">{{ w().moveYes }}</button><button class="btn" type="button" (click)="ref.close()">{{ w().keep }}</button></p>
    </form>
  `,
})
export class MoveForm {
  protected readonly ref = inject<DialogRef<{ store: TimesStore }>>(DialogRef);
  protected readonly w = words(timesWords);
  private readonly when = inject(When);
  protected readonly today = this.when.today;
  private readonly standing = this.ref.data.store.conference();
  protected readonly draft = signal({ date: this.standing?.startsLocal?.slice(0, 10) ?? '', from: this.standing?.startsLocal?.slice(11) ?? '', to: this.standing?.endsLocal?.slice(11) ?? '' });
  protected readonly now = this.standing?.startsLocal != null && this.standing.endsLocal !== null ? `${this.when.date(this.standing.startsLocal)} ${this.when.wallRange(this.standing.startsLocal, this.standing.endsLocal)}` : '';
  protected readonly same = signal(false);
  protected readonly whole = computed(() => Object.values(this.draft()).every((value) => value !== ''));
  protected readonly busy = signal(false);
  protected readonly effects = inject(EffectText);
  /** Of the time that stands in the fields; null while it is none that can be moved to. */
  protected readonly effect = signal<Effect | null>(null);
  protected readonly skipped = computed(() => {
    const effect = this.effect();
    return effect === null ? [] : this.effects.skipped(effect, (ids) => this.ref.data.store.names(ids));
  });
  protected readonly problem = signal<ApiProblem | null>(null);

  protected put(change: Partial<{ date: string; from: string; to: string }>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    void this.foresee();
  }
  private async foresee(): Promise<void> {
    const asked = this.draft();
    this.effect.set(null);
    if (!this.whole()) return;
    const { date, from, to } = asked;
    // What cannot be moved to is said at the button, and not while somebody is typing.
    const effect = await this.ref.data.store.previewMove({ startsLocal: `${date}T${from}`, endsLocal: `${date}T${to}` }).catch(() => null);
    if (this.draft() === asked) this.effect.set(effect);
  }
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { date, from, to } = this.draft();
    // Everybody would be told a new time that is the old one.
    this.same.set(`${date}T${from}` === this.standing?.startsLocal && `${date}T${to}` === this.standing.endsLocal);
    if (this.same()) return;
    this.busy.set(true);
    try {
      await this.ref.data.store.moveTo({ startsLocal: `${date}T${from}`, endsLocal: `${date}T${to}` });
      this.ref.close();
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
