import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';

/** Initials in a circle; a square is a professional, a lock is someone protected. Always beside a name or a role. */
@Component({
  selector: 'rs-token',
  imports: [Icon],
  host: { class: 'token', '[class.pro]': 'pro()', '[class.self]': 'self()', '[class.big]': "size() === 'big'", '[class.small]': "size() === 'small'", 'aria-hidden': 'true' },
  template: `@if (locked()) { <svg rs-icon="lock"></svg> } @else { <span>{{ letters() }}</span> }`,
})
export class Token {
  readonly initials = input.required<string>();
  readonly pro = input(false);
  readonly locked = input(false);
  readonly self = input(false);
  readonly size = input<'small' | 'normal' | 'big'>('normal');

  protected readonly letters = computed(() => this.initials().replace(/[.\s]/g, '').slice(0, 2));
}

/** Token, name and relation. */
@Component({
  selector: 'rs-person',
  imports: [Token],
  host: { class: 'person' },
  template: `<rs-token [initials]="initials()" [pro]="pro()" [locked]="locked()" /><span><b>{{ name() }}</b>&ngsp;<small>{{ relation() }}</small></span>`,
})
export class Person {
  readonly initials = input.required<string>();
  readonly name = input.required<string>();
  readonly relation = input('');
  readonly pro = input(false);
  readonly locked = input(false);
}
