import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Foot } from '../ui/frame';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { SaveStateLine } from '../ui/save-line';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { pairWords } from '../words/pairs';
import { planWords } from '../words/plan';
import { AcceptanceBar } from './acceptance-bar';
import { CareQuestion } from '../ui/care';
import { PlanReaders } from './plan-readers';
import { PlanRail } from './plan-rail';
import { PlanStore } from './plan-store';
import { PlanTable } from './plan-table';

@Component({
  selector: 'rs-plan',
  imports: [Foot, Icon, Notice, ProblemNotice, SaveStateLine, AcceptanceBar, CareQuestion, PlanRail, PlanReaders, PlanTable],
  providers: [PlanStore],
  host: { class: 'step-page plan-page' },
  templateUrl: './plan.html',
})
export class Plan {
  private readonly when = inject(When);
  protected readonly w = words(planWords);
  private readonly p = words(pairWords);
  protected readonly store = inject(PlanStore);
  private readonly table = viewChild(PlanTable);
  private readonly room = viewChild<ElementRef<HTMLDialogElement>>('room');

  protected readonly recipient = signal('');
  protected readonly paperTaken = signal<string | null>(null);
  protected readonly readers = computed(() => (this.store.view()?.readers ?? []).filter((one) => one.release !== null));
  protected readonly names = (memberIds: string[]): string => this.when.names((this.store.view()?.readers ?? []).filter((one) => memberIds.includes(one.memberId)).map((one) => one.shortName));
  protected readonly rowOf = (actionId: string): string => {
    const action = this.store.view()?.actions.find((one) => one.id === actionId);
    return action === undefined ? '' : this.p().careRow({ number: this.store.numbers().get(actionId) ?? '', text: action.what });
  };
  protected readonly status = computed(() => {
    const view = this.store.view();
    if (view === undefined) return '';
    return view.state === 'draft' ? `${this.w().draft({ n: view.draftNumber })} ${this.w().hint}` : this.w().states[view.state];
  });
  protected readonly big = computed(() =>
    (this.store.view()?.questions ?? []).map((question, index) => ({
      id: question.id, number: index + 1, text: question.text,
      rows: this.store.rowsOf(question.id).map((action) => {
        const fields = this.store.fields(action);
        return { id: action.id, what: fields.what, who: [this.store.personName(fields.ownerId), [fields.whenText, fields.dueOn === null ? '' : this.w().until({ date: this.when.short(fields.dueOn) })].filter((text) => text !== '').join(', ')].filter((text) => text !== '').join(' · ') };
      }),
    })),
  );
  protected readonly revisions = computed(() =>
    (this.store.view()?.revisions ?? []).map((one) => ({ id: one.id, text: this.w().revision({ n: one.draftNumber, event: byCode(this.w().revisionEvents, one.event) ?? this.w().revisionOther }), at: this.when.moment(one.at), by: one.by ?? '' })),
  );

  protected goTo(id: string): void {
    this.table()?.goTo(id);
  }
  protected showLarge(): void {
    this.room()?.nativeElement.showModal();
  }
  protected hideLarge(): void {
    this.room()?.nativeElement.close();
  }
  protected print(): void {
    window.print();
  }
}
