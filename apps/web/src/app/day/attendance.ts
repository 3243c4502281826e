import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import type { Whereabouts } from '@radslag/domain';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Token } from '../ui/person';
import { When } from '../ui/when';
import { words } from '../words/words';
import { pairWords } from '../words/pairs';
import { dayWords } from '../words/day';
import { DayStore } from './day-store';

const OUT: readonly Whereabouts[] = ['hasLeft', 'phone', 'video', 'letter', 'spokesperson', 'notComing'];
/** While people are ticked off the next one to tick stands first; afterwards the room does. */
const TICKING: readonly Whereabouts[] = ['expected', 'inRoom', ...OUT];
const SETTLED: readonly Whereabouts[] = ['inRoom', 'expected', ...OUT];

/** Who is here. Big enough for a thumb; open in the family's own time too. */
@Component({
  selector: 'rs-attendance',
  imports: [NgTemplateOutlet, Chip, Icon, Notice, Token],
  host: { class: 'attendance' },
  template: `
    <header><h2 id="narv">{{ w().presence }}</h2>@if (store.view() !== undefined) {<button class="btn quiet" type="button" (click)="print()"><svg rs-icon="print"></svg>{{ w().print }}</button>}</header>
    @for (one of refused(); track one.id) {<rs-notice tone="fel" icon="fail"><p><b>{{ one.text }}</b> {{ one.why }}</p></rs-notice>}
    @if (refused().length > 0) {<p><button class="btn quiet" type="button" (click)="store.outbox.forgetRefused()">{{ w().refusedSeen }}</button></p>}
    @if (store.outbox.waiting().length > 0 && !store.outbox.kept()) {<rs-notice tone="fel" icon="fail"><p>{{ w().notKept }}</p></rs-notice>}
    @for (group of groups(); track group.key) {
      <h3>{{ group.title }} <span>{{ group.people.length }}</span></h3>
      <ul>@for (one of group.people; track one.id) {<ng-container [ngTemplateOutlet]="row" [ngTemplateOutletContext]="{ $implicit: one }" />}</ul>
    } @empty {@if (store.view() !== undefined) {<p class="muted sm nobody">{{ w().nobodyAwaited }}</p>}}
    @if (store.takesAttendance() && others().length > 0) {
      <details class="others"><summary>{{ w().others }} <span class="muted">{{ others().length }}</span></summary>
        <p class="muted sm">{{ w().othersNote }}</p>
        <ul>@for (one of others(); track one.id) {<ng-container [ngTemplateOutlet]="row" [ngTemplateOutletContext]="{ $implicit: one }" />}</ul></details>
    }
    <ng-template #row let-one>
      <li><rs-token size="small" [initials]="one.initials" [pro]="one.professional" [locked]="one.protected" /><span class="name"><b>{{ one.name }}</b>&ngsp;<small>{{ one.about }}</small>@for (line of one.apart; track line.text) {<small class="keep-apart" [class.near]="line.near"><svg rs-icon="apart" class="i-s"></svg>{{ line.text }}</small>}</span>
        <span class="end">
          @if (one.time) {@if (one.where === 'inRoom') {<svg rs-icon="check" class="i-s"></svg><span class="vh">{{ w().came }}</span>}{{ one.time }}}
          @if (one.waiting) {<rs-chip tone="vantar" icon="clock">{{ w().waitsForNet }}</rs-chip>}
          @if (store.takesAttendance()) {
            @if (one.where === 'inRoom') {<button class="btn quiet" type="button" [attr.aria-label]="w().leaveOf({ name: one.name })" (click)="store.attend(one.id, 'left')">{{ w().leaveRoom }}</button>}
            @if (one.where === 'inRoom' || one.where === 'hasLeft') {<button class="btn quiet" type="button" [title]="w().undo" [attr.aria-label]="w().undoOf({ name: one.name })" (click)="store.attend(one.id, 'undo')"><svg rs-icon="undo"></svg></button>}
            @else {<button class="btn" type="button" [attr.aria-label]="w().arriveOf({ name: one.name })" (click)="store.attend(one.id, 'arrived')">{{ w().arrive }}</button>}
          }
        </span></li>
    </ng-template>
  `,
})
export class Attendance {
  private readonly when = inject(When);
  protected readonly w = words(dayWords);
  protected readonly p = words(pairWords);
  protected readonly store = inject(DayStore);

  protected readonly groups = computed(() => {
    const order = this.store.takesAttendance() ? TICKING : SETTLED;
    return order.map((key) => ({ key, title: this.w().whereabouts[key], people: this.peopleAt(key) })).filter((group) => group.people.length > 0);
  });
  protected readonly others = computed(() => this.peopleAt('notInvited'));

  /** What the server did not take, by name: nobody believes that it was. */
  protected readonly refused = computed(() => {
    const w = this.w();
    return this.store.outbox.refused().map(({ tap, problem }) => {
      const person = this.store.view()?.people.find((one) => one.memberId === tap.memberId);
      const name = person === undefined || person.protected ? w.protectedPerson : person.shortName;
      return { id: tap.id, text: w.tapRefused({ name, clock: this.when.clock(tap.at) }), why: problem.message === problem.code ? '' : problem.message };
    });
  });

  protected print(): void {
    window.print();
  }

  private nameOf(memberId: string | null): string {
    const person = this.store.view()?.people.find((one) => one.memberId === memberId);
    return person === undefined ? this.p().careChild : person.protected ? this.w().protectedPerson : person.shortName;
  }
  private peopleAt(where: Whereabouts) {
    const [w, p] = [this.w(), this.p()];
    return this.store.people().filter((person) => person.whereabouts === where).map((person) => {
      const note = where !== 'expected' ? '' : person.coming === 'maybe' ? w.maybe : person.mode === 'partly' ? w.modes.partly : '';
      return {
        id: person.memberId, where, initials: person.initials, professional: person.professional, protected: person.protected,
        name: person.protected ? w.protectedPerson : person.shortName,
        about: [person.relation, note].filter((part) => part !== '').join(', '),
        apart: person.keptFrom.map((pair) => {
          const name = this.nameOf(pair.memberId);
          const near = pair.here && pair.memberId !== null && where !== 'hasLeft';
          return { near, text: `${(pair.kind === 'contactBan' ? p.dayBan : p.dayApart)({ name })}${near ? `. ${p.dayHere({ name })}` : ''}${pair.measure === null ? '' : `. ${p.measures[pair.measure]}`}` };
        }),
        waiting: person.waiting,
        time: where === 'hasLeft' && person.leftAt !== null ? w.left({ clock: this.when.clock(person.leftAt) }) : person.arrivedAt === null ? '' : this.when.clock(person.arrivedAt),
      };
    });
  }
}
