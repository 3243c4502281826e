import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { Channel } from '@radslag/domain';
import { Icon } from '../ui/icon';
import { networkWords } from '../words/network';
import { reachWords } from '../words/reach';
import { words } from '../words/words';

const OFFERED = ['sms', 'email', 'letter', 'phone'] as const satisfies readonly Channel[];

/** The channels somebody is reached by, first choice first: moved by buttons, so that no pointer is needed. */
@Component({
  selector: 'rs-channel-order',
  imports: [Icon],
  template: `
    <fieldset class="order"><legend>{{ w().order }}</legend>
      <p class="hint">{{ w().orderHint }}</p>
      @if (!staffOnly()) {
        <ol>
          @for (one of order(); track one; let place = $index) {
            <li><span><b aria-hidden="true">{{ place + 1 }}</b>{{ n().channels[one] }}</span>
              <button class="icon-button" type="button" [disabled]="place === 0" [attr.aria-label]="w().up({ channel: n().channels[one] })" (click)="swap(place, place - 1)"><svg rs-icon="up" class="i-s"></svg></button>
              <button class="icon-button" type="button" [disabled]="place === order().length - 1" [attr.aria-label]="w().down({ channel: n().channels[one] })" (click)="swap(place, place + 1)"><svg rs-icon="down" class="i-s"></svg></button>
              <button class="icon-button" type="button" [disabled]="order().length === 1" [attr.aria-label]="w().drop({ channel: n().channels[one] })" (click)="drop(one)"><svg rs-icon="close" class="i-s"></svg></button></li>
          }
        </ol>
        @if (left().length > 0) {
          <p class="order-add"><span class="muted sm" aria-hidden="true">{{ w().add }}</span>
            @for (one of left(); track one) {<button class="btn" type="button" [attr.aria-label]="w().addOf({ channel: n().channels[one] })" (click)="add(one)"><svg rs-icon="plus" class="i-s"></svg>{{ n().channels[one] }}</button>}</p>
        }
      }
      <label class="opt"><input type="checkbox" #staff [checked]="staffOnly()" (change)="keepToStaff(staff.checked)" /><span>{{ w().staffOnly }}<small>{{ w().staffOnlyHint }}</small></span></label>
      <p class="vh" role="status">{{ said() }}</p>
    </fieldset>
  `,
})
export class ChannelOrder {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly w = words(reachWords);
  protected readonly n = words(networkWords);

  readonly channel = input.required<Channel>();
  readonly others = input.required<readonly Channel[]>();
  readonly changed = output<{ channel: Channel; otherChannels: Channel[] }>();

  protected readonly said = signal('');
  protected readonly order = computed<Channel[]>(() => [this.channel(), ...this.others()]);
  protected readonly staffOnly = computed(() => this.channel() === 'staffOnly');
  protected readonly left = computed(() => OFFERED.filter((one) => !this.order().includes(one)));

  protected swap(from: number, to: number): void {
    const order = [...this.order()];
    [order[from], order[to]] = [order[to]!, order[from]!];
    this.tell(order);
    this.said.set(this.w().now({ channel: this.n().channels[order[to]!], n: to + 1 }));
    // At the end of the list the button that was pressed can be pressed no more: its neighbour is.
    setTimeout(() => {
      const row = this.host.nativeElement.querySelectorAll('ol li')[to];
      if (row?.contains(document.activeElement) !== true || document.activeElement?.hasAttribute('disabled') === true) row?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
    });
  }
  protected drop(one: Channel): void {
    this.tell(this.order().filter((other) => other !== one));
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.order-add button')?.focus());
  }
  protected add(one: Channel): void {
    this.tell([...this.order(), one]);
    this.said.set(this.w().now({ channel: this.n().channels[one], n: this.order().length }));
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('ol li:last-child button:not([disabled])')?.focus());
  }
  protected keepToStaff(only: boolean): void {
    this.tell([only ? 'staffOnly' : 'sms']);
  }

  private tell([channel = 'sms', ...otherChannels]: readonly Channel[]): void {
    this.changed.emit({ channel, otherChannels });
  }
}
