import { DestroyRef, inject, Injectable } from '@angular/core';
import { Display } from './display';

/** Keys as people write them: `j`, `Enter`, `?`, `ctrl+k`, `g i` for one after the other. */
export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;
const SEQUENCE_MS = 1_200;

/** One listener for the window; the page on top is asked first. Letters never act in a field, and can be turned off. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly display = inject(Display);
  private readonly layers: Bindings[] = [];
  private first = '';
  private firstAt = 0;

  constructor() {
    addEventListener('keydown', (event) => this.press(event));
  }

  add(bindings: Bindings): () => void {
    this.layers.push(bindings);
    return () => {
      const at = this.layers.indexOf(bindings);
      if (at >= 0) this.layers.splice(at, 1);
    };
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const withControl = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (withControl) return this.run(`ctrl+${key}`, event);
    if (event.altKey || typing(event.target) || document.querySelector('dialog[open]') !== null) return;
    if (event.key.length === 1 && this.display.letters() === 'off') return;
    if (key === 'Enter' && onControl(event.target)) return;
    const sequence = event.timeStamp - this.firstAt < SEQUENCE_MS && this.first !== '' ? `${this.first} ${key}` : key;
    this.first = sequence === key && this.layers.some((layer) => Object.keys(layer).some((name) => name.startsWith(`${key} `))) ? key : '';
    this.firstAt = event.timeStamp;
    this.run(sequence, event);
  }

  private run(name: string, event: KeyboardEvent): void {
    const action = this.layers.findLast((layer) => Object.hasOwn(layer, name))?.[name];
    if (action === undefined) return;
    event.preventDefault();
    action(event);
  }
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
function onControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary') !== null;
}

/** Keys of a page or part, for as long as it stands. In an injection context. */
export function shortcuts(bindings: Bindings): void {
  inject(DestroyRef).onDestroy(inject(Shortcuts).add(bindings));
}
