import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TodayView } from '@radslag/contracts';
import { wording } from '../cases/codes';
import { Dots } from '../cases/dots';
import { Icon } from '../ui/icon';
import { wallTime } from '../ui/dates';
import { When } from '../ui/when';
import { caseWords } from '../words/case';
import { todayWords } from '../words/today';
import { byCode, words } from '../words/words';

const SHOWN = 8;

/** Places to be, and how far my conferences have come. */
@Component({
  selector: 'rs-today-panel',
  imports: [RouterLink, Dots, Icon],
  host: { class: 'contents' },
  template: `
    <section aria-labelledby="agenda"><h2 id="agenda">{{ w().agenda }}</h2>
      <p class="nowline"><span>{{ w().now({ clock: when.clock(when.now()) }) }}</span></p>
      @if (agenda().length > 0) {
        <ol class="agenda">
          @for (one of agenda(); track one.conferenceId) {
            <li [class.past]="one.past"><span class="at"><time>{{ when.wallClock(one.startsLocal) }}</time><span>{{ when.wallClock(one.endsLocal) }}</span></span>
              <div><p class="what"><a [routerLink]="['/dagen', one.conferenceId]">{{ w().conferenceOf({ initials: one.initials }) }}</a></p><p class="why">{{ one.reference }}</p>
                @if (one.venue) {<p class="travel"><svg rs-icon="door" class="i-s"></svg>{{ one.venue }}</p>}</div></li>
          }
        </ol>
      } @else {<p class="muted sm">{{ w().agendaEmpty }}</p>}
    </section>
    <section aria-labelledby="mine"><h2 id="mine">{{ unit() ? w().unitCases : w().mine }}
      @if (view().cases.length > shown) {<a class="end" routerLink="/radslag" [queryParams]="{ visa: unit() ? 'enheten' : null }">{{ w().showAll({ n: view().cases.length }) }}</a>}</h2>
      <ul class="mine">
        @for (one of cases(); track one.id) {
          <li><a [routerLink]="['/radslag', one.id]"><span class="ref">{{ one.initials }} <span>{{ one.reference }}</span></span><rs-dots [of]="one" /><span class="step">{{ one.step }}</span><span class="next">{{ one.short }}</span></a></li>
        } @empty {<li class="muted sm">{{ w().noCases }}</li>}
      </ul>
    </section>
  `,
})
export class TodayPanel {
  protected readonly when = inject(When);
  protected readonly w = words(todayWords);
  private readonly c = words(caseWords);
  readonly view = input.required<TodayView>();
  readonly unit = input(false);

  protected readonly shown = SHOWN;
  protected readonly agenda = computed(() => {
    const now = wallTime(this.when.now());
    return this.view().agenda.map((one) => ({ ...one, past: one.endsLocal <= now }));
  });
  protected readonly cases = computed(() =>
    this.view().cases.slice(0, SHOWN).map((one) => ({ ...one, step: this.c().steps[one.currentStep], short: wording(byCode(this.c().next, one.next.code)?.short, one.next.params, this.when) })),
  );
}
