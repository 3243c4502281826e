import { afterRenderEffect, Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import type { Member } from '@radslag/contracts';
import { WORRY_MEASURES, type WorryMeasure } from '@radslag/domain';
import { ApiProblem, asProblem } from '../api/problem';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { words } from '../words/words';
import { worryWords } from '../words/worry';
import { NetworkStore } from './network-store';

/** What a person is worried about, and what was done: until that is written nothing is booked or moved, and nobody is invited. */
@Component({
  selector: 'rs-worries',
  imports: [Control, Field, Icon, Notice, ProblemNotice],
  template: `
    <section #section id="oro" tabindex="-1" aria-labelledby="panel-worry">
      <h2 id="panel-worry">{{ w().title }}</h2>
      @if (open(); as worry) {
        <rs-notice tone="fel" icon="help"><p><b>{{ w().said[worry.said] }}</b></p><p>{{ w().told({ at: when.moment(worry.toldAt) }) }}</p><p>{{ w().holds }}</p></rs-notice>
        <form class="fields" (submit)="answer($event, worry.id)">
          <fieldset class="radios"><legend>{{ w().measure }}</legend>
            @for (one of measures; track one) {<label><input type="radio" name="measure" [value]="one" [checked]="measure() === one" (change)="measure.set(one)" />{{ w().measures[one] }}</label>}</fieldset>
          <rs-field [label]="w().note" [hint]="w().noteHint"><textarea rsControl maxlength="1000" dir="auto" [value]="note()" (input)="note.set($any($event.target).value)"></textarea></rs-field>
          @if (missing()) {<rs-notice tone="fel" icon="fail"><p>{{ w().missing }}</p></rs-notice>}
          <rs-problem [problem]="problem()" />
          <p class="buttons"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().done }}</button></p>
        </form>
      }
      <ul class="list sm">
        @for (worry of answered(); track worry.id) {
          <li><svg rs-icon="check" class="i-s ok"></svg><span>{{ worry.text }}@if (worry.note) {<br /><bdi class="note-text">{{ worry.note }}</bdi>}<br /><span class="muted">{{ worry.by }}</span></span></li>
        }
      </ul>
    </section>
  `,
})
export class Worries {
  private readonly store = inject(NetworkStore);
  protected readonly when = inject(When);
  protected readonly w = words(worryWords);
  protected readonly measures = WORRY_MEASURES;

  readonly person = input.required<Member>();
  readonly focused = input(false);

  protected readonly measure = signal<WorryMeasure | null>(null);
  protected readonly note = signal('');
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  private readonly section = viewChild.required<ElementRef<HTMLElement>>('section');
  private shownFor = '';

  protected readonly open = computed(() => this.person().worries.find((worry) => worry.answeredAt === null) ?? null);
  protected readonly answered = computed(() => {
    const w = this.w();
    return this.person().worries.flatMap((worry) =>
      worry.answeredAt === null || worry.measure === null ? [] : [{ id: worry.id, text: w.measures[worry.measure], note: worry.note, by: w.by({ who: worry.answeredBy ?? '', at: this.when.moment(worry.answeredAt) }) }],
    );
  });

  constructor() {
    // The button in the list leads to the worry itself.
    afterRenderEffect(() => {
      if (!this.focused() || this.shownFor === this.person().id) return;
      this.shownFor = this.person().id;
      this.section().nativeElement.focus();
    });
  }

  protected async answer(event: Event, worryId: string): Promise<void> {
    event.preventDefault();
    const [measure, note] = [this.measure(), this.note().trim()];
    this.missing.set(measure === null || note === '');
    if (measure === null || note === '') return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.answerWorry(worryId, { measure, note });
      this.note.set('');
      this.measure.set(null);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
