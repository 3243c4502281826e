import { Component, computed, inject, signal } from '@angular/core';
import { ApiProblem, asProblem } from '../api/problem';
import { careAsked, CareQuestion } from '../ui/care';
import { DialogRef } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { ProblemNotice } from '../ui/notice';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import type { TimesStore } from './times-store';

const NOWHERE = { name: '', address: '', directions: '', released: false };

@Component({
  selector: 'rs-venue-form',
  imports: [Field, Control, ProblemNotice, CareQuestion],
  template: `
    <form class="ask" (submit)="save($event)">
      <h2>{{ w().venue }}</h2>
      @if (asked(); as care) {<rs-care [asked]="care" [names]="names" [busy]="busy()" (yes)="store($event)" (no)="problem.set(null)" />} @else {<rs-problem [problem]="problem()" />}
      <rs-field [label]="w().venueName" [error]="at('name')"><input rsControl type="text" maxlength="120" #name [value]="draft().name" (input)="put({ name: name.value })" /></rs-field>
      <rs-field [label]="w().venueAddress" [error]="at('address')"><input rsControl type="text" maxlength="200" #address [value]="draft().address" (input)="put({ address: address.value })" /></rs-field>
      <rs-field [label]="w().venueDirections" [error]="at('directions')"><textarea rsControl rows="2" maxlength="1000" #directions [value]="draft().directions" (input)="put({ directions: directions.value })"></textarea></rs-field>
      <label class="opt"><input type="checkbox" #released [checked]="draft().released" (change)="put({ released: released.checked })" /><span>{{ w().released }}<small>{{ w().releasedHint }}</small></span></label>
      <p class="acts"><button class="btn primary" type="submit" [disabled]="busy()">{{ w().saveVenue }}</button><button class="btn" type="button" (click)="ref.close()">{{ w().cancel }}</button></p>
    </form>
  `,
})
export class VenueForm {
  protected readonly ref = inject<DialogRef<{ store: TimesStore }>>(DialogRef);
  protected readonly w = words(timesWords);
  protected readonly draft = signal(this.ref.data.store.conference()?.venue ?? NOWHERE);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly asked = computed(() => careAsked(this.problem()));
  protected readonly names = (memberIds: string[]): string => this.ref.data.store.names(memberIds);

  protected put(change: Partial<typeof NOWHERE>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }
  protected at(field: string): string | null {
    return this.problem()?.forField(`venue.${field}`) ?? null;
  }
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.store(null);
  }
  protected async store(careTaken: string | null): Promise<void> {
    this.busy.set(true);
    try {
      await this.ref.data.store.setVenue(this.draft(), careTaken);
      this.ref.close();
    } catch (error) {
      this.problem.set(asProblem(error));
      this.busy.set(false);
    }
  }
}
