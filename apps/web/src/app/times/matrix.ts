import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { Icon } from '../ui/icon';
import { Token } from '../ui/person';
import { When } from '../ui/when';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { answeredBefore, Cell, cellOf, heatOf, isInvited, MatrixPerson, totalOf } from './answers';
import { dayParts, shortRange } from './time-text';
import { TimesStore } from './times-store';

const ICONS = { yes: 'check', ifNeedBe: 'tilde', no: 'dash' } as const;
const CLASSES: Readonly<Record<Cell, string>> = { yes: 'ja', ifNeedBe: 'kanske', no: 'nej', none: 'ej' };

/** People as rows, times as columns. One tab stop; the arrows move, Enter chooses the time. */
@Component({
  selector: 'rs-matrix',
  imports: [Icon, Token],
  host: { class: 'pad matrix-wrap' },
  templateUrl: './matrix.html',
})
export class Matrix {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly when = inject(When);
  protected readonly w = words(timesWords);
  protected readonly store = inject(TimesStore);
  protected readonly icons = ICONS;

  /** Row 0 is the head. */
  protected readonly at = signal<{ row: number; column: number }>({ row: 0, column: -1 });
  protected readonly stop = computed(() => {
    const { row, column } = this.at();
    const last = this.columns().length - 1;
    const chosen = this.columns().findIndex((one) => one.chosen);
    return { row: Math.min(row, this.rowCount()), column: Math.min(column < 0 ? Math.max(0, chosen) : column, last) };
  });

  protected readonly columns = computed(() => {
    const best = Math.max(0, ...this.store.ranking().map((one) => one.can));
    return this.store.times().map((time) => {
      const ranked = this.store.ranking().find((one) => one.timeId === time.id);
      const can = ranked?.can ?? 0;
      return {
        id: time.id, ...dayParts(time.startsLocal, this.when), range: shortRange(time, this.when),
        can, total: ranked === undefined ? 0 : totalOf(ranked), heat: `sum h${heatOf(can, best)}`, mustCan: ranked?.mustCan ?? 0, mustTotal: ranked?.mustTotal ?? 0,
        chosen: time.id === this.store.chosenId(),
        moved: time.polled ? '' : time.id === this.store.chosenId() ? this.w().movedHere : this.w().movedFrom,
      };
    });
  });
  protected readonly groups = computed(() => {
    const must = this.store.expected().filter((person) => person.mustAttend);
    const others = this.store.expected().filter((person) => !person.mustAttend);
    const answeredFirst = [...others].sort((a, b) => Number(a.coming === null) - Number(b.coming === null));
    let row = 0;
    return [
      { must: true, title: this.w().must, people: must.map((person) => this.rowOf(person, ++row)) },
      { must: false, title: this.w().others, people: answeredFirst.map((person) => this.rowOf(person, ++row)) },
    ].filter((group) => group.people.length > 0);
  });
  private readonly rowCount = computed(() => this.groups().reduce((sum, group) => sum + group.people.length, 0));

  protected move(event: KeyboardEvent): void {
    const { row, column } = this.stop();
    const last = this.columns().length - 1;
    const moves: Record<string, { row: number; column: number }> = {
      ArrowRight: { row, column: Math.min(column + 1, last) }, ArrowLeft: { row, column: Math.max(column - 1, 0) },
      ArrowDown: { row: Math.min(row + 1, this.rowCount()), column }, ArrowUp: { row: Math.max(row - 1, 0), column },
      Home: { row, column: 0 }, End: { row, column: last },
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.at.set(to);
      this.host.nativeElement.querySelector<HTMLElement>(`[data-at="${to.row}.${to.column}"]`)?.focus();
      return;
    }
    const chosen = this.columns()[column];
    if ((event.key === 'Enter' || event.key === ' ') && row > 0 && chosen !== undefined) {
      event.preventDefault();
      this.store.choose(chosen.id);
    }
  }
  protected stand(row: number, column: number): void {
    this.at.set({ row, column });
  }
  protected isStop(row: number, column: number): boolean {
    return this.stop().row === row && this.stop().column === column;
  }
  protected pick(person: MatrixPerson, row: number, column: number, timeId: string): void {
    this.stand(row, column);
    this.store.look(person);
    this.store.choose(timeId);
  }

  private rowOf(person: MatrixPerson, row: number) {
    return {
      row, person, name: this.store.nameOf(person), relation: person.relation, how: this.howOf(person), isNew: this.store.isNew(person),
      cells: this.store.times().map((time) => {
        const cell = cellOf(person, time.id);
        return { id: time.id, kind: cell, class: `c ${CLASSES[cell]}`, text: cell === 'none' ? this.w().unanswered : this.w().answers[cell], chosen: time.id === this.store.chosenId() };
      }),
    };
  }

  /** At the end of the name: when and how the answer came, or why there is none. */
  private howOf(person: MatrixPerson): { text: string; icon: 'tolk' | 'letter' | 'fail' | null; failed: boolean } {
    const w = this.w();
    const answer = person.answer;
    if (answeredBefore(person)) return { text: w.how.again, icon: null, failed: false };
    if (answer !== null) {
      const way = answer.mode === null || answer.mode === 'inPerson' ? w.source[answer.source] : answer.mode === 'partly' ? w.how.partly : w.modes[answer.mode];
      const parts = [...(person.needsInterpreter ? [w.how.interpreter] : []), this.when.short(this.when.dateOf(answer.at)), ...(way === '' ? [] : [way])];
      return { text: parts.join(', '), icon: person.needsInterpreter ? 'tolk' : null, failed: false };
    }
    if (person.lastMessage?.state === 'failed') return { text: w.how.failed, icon: 'fail', failed: true };
    if (!isInvited(person)) return { text: w.how.notInvited, icon: null, failed: false };
    return { text: person.contactRefusal === null ? w.how.none : w.how.refused, icon: null, failed: false };
  }
}
