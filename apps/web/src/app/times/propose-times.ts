import { Component, computed, inject, output, signal } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import { DateField } from '../ui/date-field';
import { addDays } from '../ui/dates';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { TimeField } from '../ui/time-field';
import { When } from '../ui/when';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { Proposal, TimeRow, TimesStore } from './times-store';

const FEWEST = 3;
const MOST = 40;
const EMPTY: TimeRow = { date: '', from: '17:00', to: '20:30' };

/** Three times or more, and the last day to answer. */
@Component({
  selector: 'rs-propose-times',
  imports: [Field, Icon, Notice, ProblemNotice, DateField, TimeField],
  host: { class: 'pad propose' },
  template: `
    <h2>{{ store.times().length > 0 ? w().changeTimes : w().proposeTitle }}</h2>
    <p class="muted">{{ w().proposeText }}</p>
    <form novalidate (submit)="save($event)">
      @if (stale()) {<rs-notice tone="kanske" icon="flag"><p>{{ w().stale }}</p></rs-notice>} @else {<rs-problem [problem]="general()" />}
      @if (incomplete()) {<rs-notice tone="fel" icon="fail"><p>{{ w().needsThree }}</p></rs-notice>}
      <ol class="time-rows">
        @for (row of draft().rows; track $index; let i = $index) {
          <li><div role="group" [attr.aria-label]="w().timeNumber({ n: i + 1 })"><span class="n" aria-hidden="true">{{ i + 1 }}</span>
            <rs-field [label]="w().date" [error]="at(i, 'startsLocal')"><rs-date-field [min]="today()" [value]="row.date" (valueChange)="put(i, { date: $event })" /></rs-field>
            <rs-field [label]="w().from"><rs-time-field [value]="row.from" (valueChange)="put(i, { from: $event })" /></rs-field>
            <rs-field [label]="w().to" [error]="at(i, 'endsLocal')"><rs-time-field [value]="row.to" (valueChange)="put(i, { to: $event })" /></rs-field>
            @if (draft().rows.length > fewest) {<button class="icon-button" type="button" [attr.aria-label]="w().removeTime({ n: i + 1 })" (click)="remove(i)"><svg rs-icon="close" class="i-s"></svg></button>}
          </div></li>
        }
      </ol>
      @if (draft().rows.length < most) {<p><button class="link" type="button" (click)="add()">{{ w().addTime }}</button></p>}
      <rs-field class="answer-by" [label]="w().answerByField" [hint]="w().answerByHint" [error]="byError()"><rs-date-field [min]="today()" [value]="draft().answerBy" (valueChange)="keep({ answerBy: $event })" /></rs-field>
      <p class="buttons"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().saveTimes }}</button>@if (store.times().length > 0) {<button class="btn" type="button" (click)="done.emit()">{{ w().cancel }}</button>}</p>
    </form>
  `,
})
export class ProposeTimes {
  protected readonly w = words(timesWords);
  protected readonly store = inject(TimesStore);
  private readonly when = inject(When);
  readonly done = output<void>();

  protected readonly fewest = FEWEST;
  protected readonly most = MOST;
  protected readonly today = this.when.today;
  protected readonly busy = signal(false);
  protected readonly incomplete = signal(false);
  private readonly problem = signal<ApiProblem | null>(null);
  protected readonly stale = computed(() => this.problem()?.status === 412);
  protected readonly general = computed(() => (this.problem()?.errors.length || this.byError() !== null ? null : this.problem()));
  protected readonly draft = computed<Proposal>(() => this.store.proposal() ?? this.standing());

  private standing(): Proposal {
    const rows = this.store.times().map((time) => ({ id: time.id, date: time.startsLocal.slice(0, 10), from: time.startsLocal.slice(11), to: time.endsLocal.slice(11) }));
    return { rows: rows.length === 0 ? Array.from({ length: FEWEST }, () => ({ ...EMPTY })) : rows, answerBy: this.store.conference()?.answerBy ?? addDays(this.when.today(), 7) };
  }

  protected keep(change: Partial<Proposal>): void {
    this.store.proposal.set({ ...this.draft(), ...change });
  }
  protected put(index: number, change: Partial<TimeRow>): void {
    this.keep({ rows: this.draft().rows.map((row, i) => (i === index ? { ...row, ...change } : row)) });
  }
  protected add(): void {
    const last = this.draft().rows.at(-1);
    this.keep({ rows: [...this.draft().rows, last === undefined ? { ...EMPTY } : { date: '', from: last.from, to: last.to }] });
  }
  protected remove(index: number): void {
    this.keep({ rows: this.draft().rows.filter((_, i) => i !== index) });
  }
  /** A rule names the time it concerns by its start. */
  protected at(index: number, field: 'startsLocal' | 'endsLocal'): string | null {
    const problem = this.problem();
    const row = this.draft().rows[index];
    if (problem === null || row === undefined) return null;
    const about = problem.params['startsLocal'] === `${row.date}T${row.from}` && (problem.code === 'ends-before-start') === (field === 'endsLocal');
    return problem.forField(`times.${index}.${field}`) ?? (about ? problem.message : null);
  }
  protected readonly byError = computed(() => {
    const problem = this.problem();
    const own = problem !== null && (problem.code === 'answer-by-too-late' || problem.params['answerBy'] !== undefined);
    return own ? problem.message : (problem?.forField('answerBy') ?? null);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    // Rows left wholly empty are not asked about.
    const rows = draft.rows.filter((row) => row.date !== '');
    const whole = rows.length >= FEWEST && rows.every((row) => row.from !== '' && row.to !== '') && draft.answerBy !== '';
    this.incomplete.set(!whole);
    if (!whole) return;
    this.busy.set(true);
    try {
      await this.store.propose({ rows, answerBy: draft.answerBy });
      this.done.emit();
    } catch (error) {
      this.store.proposal.set(draft);
      this.problem.set(asProblem(error));
    }
    this.busy.set(false);
  }
}
