import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import type { ActionView } from '@radslag/contracts';
import { ACTION, allowedEvents } from '@radslag/domain';
import type { ActionEvent } from '@radslag/domain';
import { Ask, Question } from '../ui/ask';
import { Chip } from '../ui/chip';
import { DateField } from '../ui/date-field';
import { Dialogs } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { words } from '../words/words';
import { planWords } from '../words/plan';
import { fieldsOf, missingOf } from './plan-rows';
import { PlanStore } from './plan-store';

/** The plan as rows under their questions. While it is a draft every cell is a field, and the row saves itself. */
@Component({
  selector: 'rs-plan-table',
  imports: [Chip, Icon, DateField],
  templateUrl: './plan-table.html',
})
export class PlanTable {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly numerals = inject(Numerals);
  protected readonly w = words(planWords);
  protected readonly store = inject(PlanStore);

  protected readonly active = signal<string | null>(null);
  protected readonly said = signal('');

  protected readonly groups = computed(() =>
    (this.store.view()?.questions ?? []).map((question, index) => ({ ...question, number: index + 1, rows: this.store.rowsOf(question.id).map((action, place, all) => this.rowOf(action, place, all.length)) })),
  );
  protected readonly total = computed(() => this.store.view()?.actions.length ?? 0);

  /** From the list of questions, or of what is missing. */
  goTo(id: string): void {
    const row = this.host.nativeElement.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    const target = row?.querySelector<HTMLElement>('textarea, button') ?? row;
    row?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }
  protected async add(questionId: string): Promise<void> {
    const id = await this.store.add(questionId);
    if (id === null) return;
    this.active.set(id);
    afterNextRender(() => this.goTo(id), { injector: this.injector });
  }
  /** Enter in the last field is a new row; Alt and an arrow move the row, wherever in it one is. */
  protected press(event: KeyboardEvent, row: { action: ActionView; number: string }, last = false): void {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      void this.move(row.action.id, event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement)) return;
    // One line a field: Enter never writes one.
    event.preventDefault();
    event.stopPropagation();
    if (last) void this.add(row.action.questionId);
  }
  protected async move(id: string, by: -1 | 1): Promise<void> {
    const field = document.activeElement?.getAttribute('data-field') ?? null;
    if (!(await this.store.move(id, by))) return;
    this.said.set(this.w().moved({ number: this.store.numbers().get(id) ?? '' }));
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] ${field === null ? 'button' : `[data-field="${field}"]`}`)?.focus(), { injector: this.injector });
  }
  protected toggleLine(action: ActionView, lineId: string, on: boolean): void {
    const others = this.store.fields(action).meetsBottomLineIds.filter((id) => id !== lineId);
    this.store.choose(action, { meetsBottomLineIds: on ? [...others, lineId] : others });
  }
  protected strike(action: ActionView, number: string): void {
    const w = this.w();
    const question: Question = { title: w.strikeTitle({ number }), effect: w.strikeEffect, yes: w.strikeYes, no: w.keep, act: () => this.store.strike(action) };
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title });
  }
  protected settle(action: ActionView, event: string): void {
    if (event !== '') void this.store.settleAction(action, event as ActionEvent);
  }

  private choices(chosen: string | null) {
    return this.store.people().map((one) => ({ id: one.memberId, chosen: one.memberId === chosen, text: one.memberId === chosen || one.relation === '' ? one.shortName : `${one.shortName}, ${one.relation}` }));
  }
  private rowOf(action: ActionView, place: number, count: number) {
    const w = this.w();
    const fields = this.store.fields(action);
    const missing = missingOf(fields);
    const theirs = this.store.conflicts().has(action.id) ? fieldsOf(action) : null;
    const reports = action.reports.map((report) => w.report({ name: this.store.personName(report.memberId), what: w.reports[report.value], date: this.when.short(this.when.dateOf(report.at)) }));
    return {
      action, fields, number: this.store.numbers().get(action.id) ?? '', first: place === 0, last: place === count - 1, conflict: theirs !== null,
      owner: this.store.personName(fields.ownerId), ownerRelation: this.store.relation(fields.ownerId), checker: this.store.personName(fields.checkerId), checkerRelation: this.store.relation(fields.checkerId),
      // The one who is chosen stands with the relation under the name, as in the plan that is read: no name is cut.
      owners: this.choices(fields.ownerId), checkers: this.choices(fields.checkerId),
      due: fields.dueOn === null ? '' : w.until({ date: `${this.when.short(fields.dueOn)} ${fields.dueOn.slice(0, 4)}`.replace(/(\d{4}) \1$/, '$1') }),
      late: this.store.decided() && action.state === 'open' && fields.dueOn !== null && fields.dueOn < this.when.today(),
      hint: missing.length > 0 && missing.length < 5 ? w.missingHint({ fields: this.when.names(missing.map((field) => w.missing[field])) }) : '',
      missing, theirs: theirs === null ? '' : [theirs.what, this.store.personName(theirs.ownerId), theirs.whenText, theirs.dueOn ?? '', this.store.personName(theirs.checkerId), theirs.planB].map((text) => (text === '' ? w.emptyField : text)).join(' · '),
      refusal: this.store.refusals()[action.id]?.message ?? null,
      meets: (this.store.view()?.bottomLines ?? []).map((line) => ({ ...line, on: fields.meetsBottomLineIds.includes(line.id) })),
      events: allowedEvents(ACTION, action.state).map((event) => ({ event, label: w.settle[event] ?? event })), state: w.actionStates[action.state], reports,
      reminder: action.reminderDueAt === null ? '' : w.reminder({ date: this.when.short(this.when.dateOf(action.reminderDueAt)) }),
    };
  }
}
