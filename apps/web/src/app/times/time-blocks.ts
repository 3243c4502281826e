import { Component, computed, inject } from '@angular/core';
import { Chip } from '../ui/chip';
import { When } from '../ui/when';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { cellOf, totalOf } from './answers';
import { TimesStore } from './times-store';

/** On a narrow screen: one block per time, with who cannot. */
@Component({
  selector: 'rs-time-blocks',
  imports: [Chip],
  host: { class: 'pad blocks' },
  template: `
    <ol>
      @for (time of blocks(); track time.id) {
        <li [class.on]="time.chosen">
          <h3>{{ time.day }} <span>{{ time.range }}</span></h3>
          <p class="chips"><rs-chip [tone]="time.allMust ? 'ja' : 'plain'" [icon]="time.allMust ? 'check' : undefined">{{ w().must }} {{ time.must }}</rs-chip><rs-chip tone="plain">{{ w().canCome }} {{ time.can }}</rs-chip></p>
          <dl>
            @if (time.cannot) {<div><dt>{{ w().whoCannot }}</dt><dd>{{ time.cannot }}</dd></div>}
            @if (time.maybe) {<div><dt>{{ w().whoMaybe }}</dt><dd>{{ time.maybe }}</dd></div>}
            @if (time.silent) {<div><dt>{{ w().whoUnanswered }}</dt><dd>{{ time.silent }}</dd></div>}
            @if (store.expected().length > 0 && !time.cannot && !time.maybe && !time.silent) {<div><dd>{{ w().everyoneCan }}</dd></div>}
          </dl>
          @if (choosing()) {<button class="btn wide" type="button" [attr.aria-pressed]="time.chosen" (click)="store.choose(time.id)">{{ time.chosen ? w().isChosen : w().chooseThis }}</button>}
        </li>
      }
    </ol>
  `,
})
export class TimeBlocks {
  private readonly when = inject(When);
  protected readonly w = words(timesWords);
  protected readonly store = inject(TimesStore);

  protected readonly choosing = computed(() => this.store.booked() === null);
  protected readonly blocks = computed(() =>
    [...this.store.ranking()].sort((a, b) => a.rank - b.rank).flatMap((ranked) => {
      const time = this.store.times().find((one) => one.id === ranked.timeId);
      if (time === undefined) return [];
      const named = (kind: string) => this.store.names(this.store.expected().filter((person) => cellOf(person, time.id) === kind).map((person) => person.memberId));
      return [{
        id: time.id, day: this.when.date(time.startsLocal), range: this.when.wallRange(time.startsLocal, time.endsLocal), chosen: time.id === this.store.chosenId(),
        can: this.w().mustOf({ can: ranked.can, total: totalOf(ranked) }), must: this.w().mustOf({ can: ranked.mustCan, total: ranked.mustTotal }), allMust: ranked.mustTotal > 0 && ranked.mustCan === ranked.mustTotal,
        cannot: named('no'), maybe: named('ifNeedBe'), silent: named('none'),
      }];
    }),
  );
}
