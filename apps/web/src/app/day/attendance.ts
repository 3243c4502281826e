import { Component, computed, inject } from '@angular/core';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { Token } from '../ui/person';
import { When } from '../ui/when';
import { words } from '../words/words';
import { dayWords } from '../words/day';
import { DayStore } from './day-store';
import { Group, groupOf, spans } from './phases';

const ORDER: readonly Group[] = ['inRoom', 'expected', 'outside', 'phone', 'video', 'letter', 'spokesperson', 'notComing'];

/** Who is here. Big enough for a thumb; locked, and says since when, while the family is by itself. */
@Component({
  selector: 'rs-attendance',
  imports: [Chip, Icon, Token],
  host: { class: 'attendance' },
  template: `
    <header><h2 id="narv">{{ w().presence }}</h2>@if (lockedSince(); as text) {<rs-chip icon="lock">{{ text }}</rs-chip>}</header>
    @for (group of groups(); track group.key) {
      <h3>{{ group.title }} <span>{{ group.people.length }}</span></h3>
      <ul>
        @for (one of group.people; track one.id) {
          <li><rs-token size="small" [initials]="one.initials" [pro]="one.professional" [locked]="one.protected" /><span class="name"><b>{{ one.name }}</b>&ngsp;<small>{{ one.relation }}</small></span>
            <span class="end">
              @if (one.time) {@if (group.key === 'inRoom') {<svg rs-icon="check" class="i-s"></svg><span class="vh">{{ w().came }}</span>}{{ one.time }}}
              @else if (one.note && !store.takesAttendance()) {{{ one.note }}}
              @if (store.takesAttendance()) {
                @if (group.key === 'inRoom') {<button class="btn quiet" type="button" [attr.aria-label]="w().leaveOf(one.name)" [disabled]="store.busy()" (click)="store.attend(one.id, 'left')">{{ w().leaveRoom }}</button>}
                @if (group.key === 'inRoom' || group.key === 'outside') {<button class="btn quiet" type="button" [attr.aria-label]="w().undoOf(one.name)" [disabled]="store.busy()" (click)="store.attend(one.id, 'undo')"><svg rs-icon="undo"></svg></button>}
                @else {@if (one.note) {<small class="note">{{ one.note }}</small>}<button class="btn" type="button" [attr.aria-label]="w().arriveOf(one.name)" [disabled]="store.busy()" (click)="store.attend(one.id, 'arrived')">{{ w().arrive }}</button>}
              }
            </span></li>
        }
      </ul>
    }
  `,
})
export class Attendance {
  private readonly when = inject(When);
  protected readonly w = words(dayWords);
  protected readonly store = inject(DayStore);

  protected readonly lockedSince = computed(() => {
    const last = spans(this.store.view()?.events ?? []).at(-1);
    return this.store.locked() && last !== undefined ? this.w().lockedSince(this.when.clock(last.from)) : '';
  });
  protected readonly groups = computed(() => {
    const w = this.w();
    const titles: Record<Group, string> = { inRoom: w.inRoom, expected: w.expected, outside: w.outside, phone: w.remote['phone'] ?? '', video: w.remote['video'] ?? '', letter: w.remote['letter'] ?? '', spokesperson: w.remote['spokesperson'] ?? '', notComing: w.notComing };
    return ORDER.map((key) => ({
      key, title: titles[key],
      people: (this.store.view()?.people ?? []).filter((person) => groupOf(person) === key).map((person) => ({
        id: person.memberId, initials: person.initials, professional: person.professional, protected: person.protected, relation: person.relation,
        name: person.protected ? w.protectedPerson : person.shortName,
        time: key === 'outside' && person.leftAt !== null ? w.left(this.when.clock(person.leftAt)) : person.arrivedAt === null ? '' : this.when.clock(person.arrivedAt),
        note: key === 'expected' ? (person.coming === 'maybe' ? w.maybe : person.mode === 'partly' ? w.modes.partly : '') : '',
      })),
    })).filter((group) => group.people.length > 0);
  });
}
