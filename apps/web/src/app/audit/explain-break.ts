import { Component, inject, input, output, signal } from '@angular/core';
import { Api } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { auditChainWords } from '../words/audit-chain';
import { words } from '../words/words';

const REASONS = ['restored', 'repaired', 'investigated'] as const;
type Reason = (typeof REASONS)[number];

/** Why the log does not hold there: a kind and a line, written once. */
@Component({
  selector: 'rs-explain-break',
  imports: [Control, Field, ProblemNotice],
  template: `
    @if (writing()) {
      <form novalidate (submit)="save($event, note.value)">
        <rs-field [label]="w().reason" [error]="tried() && reason() === null ? w().reasonMissing : null"><select rsControl #which (change)="reason.set($any(which.value || null))"><option value="">{{ w().chooseReason }}</option>@for (one of reasons; track one) {<option [value]="one">{{ w().reasons[one] }}</option>}</select></rs-field>
        <rs-field [label]="w().note" [hint]="w().noteHint" [error]="tried() && note.value.trim() === '' ? w().noteMissing : null"><input #note rsControl type="text" autocomplete="off" maxlength="500" /></rs-field>
        <p class="sm">{{ w().forGood }}</p>
        <rs-problem [problem]="problem()" />
        <p class="buttons"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().save }}</button><button class="btn quiet" type="button" (click)="writing.set(false)">{{ w().cancel }}</button></p>
      </form>
    } @else {<button class="btn" type="button" [attr.aria-label]="w().explainThis({ what: what() })" (click)="writing.set(true)">{{ w().explain }}</button>}
  `,
})
export class ExplainBreak {
  private readonly api = inject(Api);
  protected readonly w = words(auditChainWords);
  protected readonly reasons = REASONS;

  readonly breakId = input.required<string>();
  readonly what = input.required<string>();
  readonly saved = output<void>();

  protected readonly writing = signal(false);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly reason = signal<Reason | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected async save(event: Event, typed: string): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [reason, note] = [this.reason(), typed.trim()];
    if (reason === null || note === '' || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.call('answerForBreak', { params: { breakId: this.breakId() }, body: { reason, note } });
      this.saved.emit();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
