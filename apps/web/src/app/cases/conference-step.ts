import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { caseWords } from '../words/case';
import { words } from '../words/words';
import { CaseStore } from './case-store';

/** The step Rådslag: the door to the page of the day, which has the whole screen to itself. */
@Component({
  selector: 'rs-conference-step',
  imports: [RouterLink],
  template: `
    <div class="pad step">
      @if (store.view(); as view) {
        <div class="step-head"><h2 data-heading>{{ w().steps.conference }}</h2></div>
        @if (bookable() && view.conferenceId) {
          <p>{{ w().conferenceStep.lead }}</p>
          <p class="gap"><a class="btn" [routerLink]="['/dagen', view.conferenceId]">{{ w().conferenceStep.open }}</a></p>
        } @else {
          <p>{{ w().conferenceStep.notPlanned }}</p>
          <p class="gap"><a class="btn" [routerLink]="['/radslag', view.id, 'inbjudan', 'tider']">{{ w().conferenceStep.toInvitation }}</a></p>
        }
      }
    </div>
  `,
})
export class ConferenceStep {
  protected readonly store = inject(CaseStore);
  protected readonly w = words(caseWords);
  protected readonly bookable = computed(() => ['confirmed', 'inProgress', 'held'].includes(this.store.view()?.conferenceState ?? ''));
}
