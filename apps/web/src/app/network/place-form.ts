import { Component, inject, signal } from '@angular/core';
import { RINGS, SIDES } from '@radslag/domain';
import type { Ring, Side } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { DialogRef } from '../ui/dialogs';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import type { NetworkStore } from './network-store';

/** Which ring and which side: the map's own way of moving someone, without dragging. */
@Component({
  selector: 'rs-place-form',
  template: `
    <form class="ask" (submit)="save($event)">
      <h2>{{ w().moveMenu }}</h2>
      <p class="muted sm">{{ name }}</p>
      <fieldset class="radios"><legend>{{ w().fields.ring }}</legend>
        @for (one of rings; track one) {<label><input type="radio" name="ring" [value]="one" [checked]="one === ring()" (change)="ring.set(one)" />{{ w().rings[one] }}</label>}
      </fieldset>
      <fieldset class="radios"><legend>{{ w().fields.side }}</legend>
        @for (one of sides; track one) {<label><input type="radio" name="side" [value]="one" [checked]="one === side()" (change)="side.set(one)" />{{ w().sides[one] }}</label>}
      </fieldset>
      <p class="acts"><button class="btn primary" type="submit">{{ w().move }}</button><button class="btn" type="button" (click)="ref.close()">{{ w().cancel }}</button></p>
    </form>
  `,
})
export class PlaceForm {
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; member: Member }>>(DialogRef);
  protected readonly w = words(networkWords);
  protected readonly rings = RINGS;
  protected readonly sides = SIDES;
  protected readonly name = this.ref.data.store.memberName(this.ref.data.member);
  protected readonly ring = signal<Ring>(this.ref.data.member.ring);
  protected readonly side = signal<Side>(this.ref.data.member.side);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.ref.data.store.place(this.ref.data.member, this.ring(), this.side());
    this.ref.close();
  }
}
