import { Component, computed, inject } from '@angular/core';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { byCode, say, words } from '../words/words';
import { timesWords } from '../words/times';
import { totalOf } from './answers';
import { shortRange } from './time-text';
import { TimesStore } from './times-store';

/** The three best times say why in words, before anyone reads the grid. */
@Component({
  selector: 'rs-best-times',
  host: { class: 'pad best' },
  template: `
    <h2 id="bast" class="vh">{{ w().bestTitle }}</h2>
    <ol aria-labelledby="bast">
      @for (time of best(); track time.id) {
        <li [class.on]="time.id === store.chosenId()"><button type="button" [attr.aria-pressed]="time.id === store.chosenId()" (click)="store.choose(time.id)">
          <span class="d"><i>{{ time.rank }}</i>{{ time.day }} <span>{{ time.range }}</span></span>
          <span class="w"><b>{{ time.first }}</b> {{ time.rest }}</span>
        </button></li>
      }
    </ol>
  `,
})
export class BestTimes {
  private readonly when = inject(When);
  private readonly numerals = inject(Numerals);
  protected readonly w = words(timesWords);
  protected readonly store = inject(TimesStore);

  protected readonly best = computed(() => {
    const w = this.w();
    return [...this.store.ranking()].sort((a, b) => a.rank - b.rank).slice(0, 3).flatMap((ranked) => {
      const time = this.store.times().find((one) => one.id === ranked.timeId);
      if (time === undefined) return [];
      const sentences = ranked.reasons.flatMap((reason) => {
        const text = byCode(w.reasons, reason.code);
        return text === undefined ? [] : [say(text, { names: this.store.names(reason.memberIds), count: reason.memberIds.length, of: this.numerals.within(ranked.mustTotal) })];
      });
      const [first = '', ...others] = sentences;
      const lead = ranked.rank === 1 && ranked.pairsMeet === 0 && first !== '' ? `${w.best} ${first.charAt(0).toLocaleLowerCase('sv')}${first.slice(1)}` : first;
      return [{
        id: time.id, rank: ranked.rank, day: this.when.date(time.startsLocal), range: shortRange(time, this.when),
        first: lead, rest: [w.counts({ can: this.numerals.opening(ranked.can), of: this.numerals.within(totalOf(ranked)) }), ...others.slice(0, 3)].join(' '),
      }];
    });
  });
}
