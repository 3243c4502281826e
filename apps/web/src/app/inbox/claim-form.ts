import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api } from '../api/api';
import { live } from '../api/live';
import { Control, Field } from '../ui/field';
import { inboxWords } from '../words/inbox';
import { words } from '../words/words';

/** Whose number it is: a case of one's own, then a person in it. */
@Component({
  selector: 'rs-claim-form',
  imports: [Control, Field],
  template: `
    <form class="fields" (submit)="claim($event)">
      <h3>{{ w().claim.title }}</h3>
      @if (listed.value() && cases().length === 0) {<p class="muted sm">{{ w().claim.none }}</p>}
      @else {
        <div class="row-fields">
          <rs-field [label]="w().claim.theCase"><select rsControl (change)="referralId.set($any($event.target).value); memberId.set('')">
            <option value="">{{ w().claim.choose }}</option>
            @for (one of cases(); track one.id) {<option [value]="one.id" [selected]="one.id === referralId()">{{ one.initials }} {{ one.reference }}</option>}
          </select></rs-field>
          <rs-field [label]="w().claim.person"><select rsControl [disabled]="people().length === 0" (change)="memberId.set($any($event.target).value)">
            <option value="">{{ w().claim.choosePerson }}</option>
            @for (one of people(); track one.id) {<option [value]="one.id" [selected]="one.id === memberId()">{{ one.name }}</option>}
          </select></rs-field>
        </div>
        <p class="muted sm">{{ w().claim.effect }}</p>
        <p class="buttons"><button class="btn primary" type="submit" [disabled]="busy() || memberId() === ''">{{ w().claim.do }}</button></p>
      }
    </form>
  `,
})
export class ClaimForm {
  private readonly api = inject(Api);
  protected readonly w = words(inboxWords);
  readonly busy = input(false);
  readonly claimed = output<string>();

  protected readonly referralId = signal('');
  protected readonly memberId = signal('');
  protected readonly listed = live(() => this.api.call('listCases', { query: { scope: 'unit' } }));
  private readonly network = live(() => (this.referralId() === '' ? null : this.api.call('readNetwork', { params: { referralId: this.referralId() } })));
  protected readonly cases = computed(() => (this.listed.value()?.cases ?? []).filter((one) => one.state !== 'closed'));
  protected readonly people = computed(() =>
    (this.network.value()?.members ?? []).map((one) => ({ id: one.id, name: one.protected ? this.w().protectedPerson : `${one.givenName} ${one.familyName ?? ''}`.trim() + (one.relation ? `, ${one.relation}` : '') })),
  );

  protected claim(event: Event): void {
    event.preventDefault();
    if (this.memberId() !== '') this.claimed.emit(this.memberId());
  }
}
