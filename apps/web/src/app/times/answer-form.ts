import { Component, computed, inject, signal } from '@angular/core';
import { ATTENDANCE_MODES, COMING, NEEDS, TIME_ANSWERS } from '@radslag/domain';
import type { AttendanceMode, Coming, Need, TimeAnswer } from '@radslag/domain';
import type { Body } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { DialogRef } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import { timesWords } from '../words/times';
import type { MatrixPerson } from './answers';
import { shortRange } from './time-text';

/** Whose answer it is, and who takes it: the matrix, or a call. */
type Asked = Pick<MatrixPerson, 'memberId' | 'answer'> & Partial<Pick<MatrixPerson, 'said' | 'coming'>>;
type Desk = { nameOf(person: Asked): string; times(): readonly { id: string; startsLocal: string; endsLocal: string }[]; recordAnswer(body: Body<'recordAnswer'>): Promise<void> };

const SOURCES = ['phone', 'letter', 'visit'] as const;
type Source = (typeof SOURCES)[number];

/** An answer that came by phone, letter or in person. It is kept with who wrote it down; earlier ones stay. */
@Component({
  selector: 'rs-answer-form',
  imports: [Field, Control, ProblemNotice],
  template: `
    <form class="member-form" (submit)="save($event)">
      <h2>{{ w().onBehalfTitle({ name }) }}</h2>
      <p class="muted sm">{{ w().onBehalfText }}</p>
      <rs-problem [problem]="problem()" />
      <fieldset class="radios row"><legend>{{ w().how2 }}</legend>
        @for (one of sources; track one) {<label><input type="radio" name="source" [checked]="one === source()" (change)="source.set(one)" />{{ w().source[one] }}</label>}</fieldset>
      <fieldset class="radios row"><legend>{{ w().comes }}</legend>
        @for (one of coming; track one) {<label><input type="radio" name="coming" [checked]="one === comes()" (change)="comes.set(one)" />{{ w().comingLong[one] }}</label>}</fieldset>
      @if (comes() !== 'no') {
        <fieldset><legend>{{ w().perTime }}</legend>
          @for (time of times(); track time.id) {
            <div class="radios row per-time" role="radiogroup" [attr.aria-label]="time.text"><span class="t" aria-hidden="true">{{ time.text }}</span>
              @for (one of values; track one) {<label><input type="radio" [name]="time.id" [checked]="given()[time.id] === one" (change)="give(time.id, one)" />{{ w().answers[one] }}</label>}</div>
          }</fieldset>
        <fieldset class="radios row"><legend>{{ n().needsTitle }}</legend>
          @for (one of needs; track one) {<label><input type="checkbox" [checked]="needed().includes(one)" (change)="toggle(one)" />{{ n().needs[one] }}</label>}</fieldset>
      }
      <rs-field [label]="w().modeField"><select rsControl #how (change)="mode.set($any(how.value || null))"><option value="" [selected]="mode() === null">{{ w().modeNone }}</option>@for (one of modes; track one) {<option [value]="one" [selected]="one === mode()">{{ w().modes[one] }}</option>}</select></rs-field>
      @if (mode() === 'spokesperson') {<rs-field [label]="w().spokesperson"><input rsControl type="text" maxlength="100" #who [value]="spokesperson()" (input)="spokesperson.set(who.value)" /></rs-field>}
      <rs-field [label]="w().noteField"><textarea rsControl rows="2" maxlength="1000" #text [value]="note()" (input)="note.set(text.value)"></textarea></rs-field>
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().saveAnswer }}</button><button class="btn" type="button" (click)="ref.close(false)">{{ w().cancel }}</button></p>
    </form>
  `,
})
export class AnswerForm {
  protected readonly ref = inject<DialogRef<{ store: Desk; person: Asked }, boolean>>(DialogRef);
  private readonly when = inject(When);
  protected readonly w = words(timesWords);
  protected readonly n = words(networkWords);
  private readonly store = this.ref.data.store;
  private readonly person = this.ref.data.person;

  protected readonly name = this.store.nameOf(this.person);
  protected readonly sources = SOURCES;
  protected readonly coming = COMING;
  protected readonly values = TIME_ANSWERS;
  protected readonly modes = ATTENDANCE_MODES;
  protected readonly needs = NEEDS;
  protected readonly source = signal<Source>('phone');
  protected readonly comes = signal<Coming>(this.person.coming === null ? 'yes' : (this.person.answer?.coming ?? 'yes'));
  protected readonly mode = signal<AttendanceMode | null>(this.person.answer?.mode ?? null);
  protected readonly spokesperson = signal(this.person.answer?.spokesperson ?? '');
  protected readonly note = signal(this.person.answer?.note ?? '');
  protected readonly needed = signal<Need[]>((this.person.answer?.needs ?? []).map((one) => one.need));
  protected readonly given = signal<Record<string, TimeAnswer | undefined>>(
    Object.fromEntries((this.person.said ?? this.person.answer?.times ?? []).map((time) => [time.timeId, time.value])),
  );
  protected readonly times = computed(() => this.store.times().map((time) => ({ id: time.id, text: `${this.when.date(time.startsLocal)} ${shortRange(time, this.when)}` })));
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected give(timeId: string, value: TimeAnswer): void {
    this.given.update((given) => ({ ...given, [timeId]: value }));
  }
  protected toggle(need: Need): void {
    this.needed.update((needed) => (needed.includes(need) ? needed.filter((one) => one !== need) : [...needed, need]));
  }
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const details = new Map((this.person.answer?.needs ?? []).map((one) => [one.need, one.detail]));
    const times = this.comes() === 'no' ? [] : this.store.times().flatMap(({ id }) => ((value) => (value === undefined ? [] : [{ timeId: id, value }]))(this.given()[id]));
    try {
      await this.store.recordAnswer({
        memberId: this.person.memberId, source: this.source(), coming: this.comes(), mode: this.mode(), times,
        needs: this.comes() === 'no' ? [] : this.needed().map((need) => ({ need, detail: details.get(need) ?? '' })), spokesperson: this.mode() === 'spokesperson' ? this.spokesperson() : '', note: this.note(),
      });
      this.ref.close(true);
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
