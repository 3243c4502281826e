import { Component, input } from '@angular/core';

export type IconName =
  'apart' | 'cal' | 'car' | 'chart' | 'check' | 'child' | 'clock' | 'close' | 'copy' | 'dash' | 'door' | 'down' | 'down2' | 'edit' | 'fail' | 'find' | 'flag' | 'food' | 'handle' | 'help' | 'letter' | 'link' | 'list' | 'lock' | 'map' | 'minus' | 'msg' | 'offer' | 'out' | 'pause' | 'person' | 'phone' | 'plus' | 'print' | 'reply' | 'right' | 'ring' | 'rows' | 'shield' | 'shieldok' | 'skip' | 'stop' | 'tilde' | 'today' | 'tolk' | 'trash' | 'tree' | 'undo' | 'up' | 'video';

/** `<svg rs-icon="check"></svg>`; `i-s` as a class makes it 16 px. Always beside a word, so always hidden from readers. */
@Component({
  selector: 'svg[rs-icon]',
  host: { class: 'i', 'aria-hidden': 'true' },
  template: `<svg:use [attr.href]="'#i-' + name()" />`,
})
export class Icon {
  readonly name = input.required<IconName>({ alias: 'rs-icon' });
}

/** ○ not begun, ◐ under way, ● done: the same three shapes for steps, talks, people and messages. */
@Component({
  selector: 'svg[rs-shape]',
  host: { '[class]': "'shape ' + shape()", 'aria-hidden': 'true' },
  template: `<svg:use [attr.href]="'#s-' + shape()" />`,
})
export class Shape {
  readonly shape = input.required<'none' | 'half' | 'full'>({ alias: 'rs-shape' });
}
