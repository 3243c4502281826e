import { DestroyRef, Directive, inject, Injectable, signal, TemplateRef } from '@angular/core';

/** What a step hands up to the frame around it: the side panel and the line at the foot. */
@Injectable()
export class FrameSlots {
  readonly panel = signal<Panel | null>(null);
  readonly foot = signal<Foot | null>(null);
  readonly headEnd = signal<HeadEnd | null>(null);
}

/** `<ng-template [rsPanel]="w().selectedPerson">…</ng-template>`: a side panel of this step's own, named for screen readers. */
@Directive({ selector: 'ng-template[rsPanel]', inputs: ['rsPanel'] })
export class Panel {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
  rsPanel = '';

  constructor() {
    fill(inject(FrameSlots).panel, this);
  }
}

/** `<ng-template rsFoot>…</ng-template>`: the content of the line at the foot (spans, as in `.saveline`). */
@Directive({ selector: 'ng-template[rsFoot]' })
export class Foot {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);

  constructor() {
    fill(inject(FrameSlots).foot, this);
  }
}

/** `<ng-template rsHeadEnd>…</ng-template>`: buttons at the end of the case's heading row. */
@Directive({ selector: 'ng-template[rsHeadEnd]' })
export class HeadEnd {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);

  constructor() {
    fill(inject(FrameSlots).headEnd, this);
  }
}

function fill<T>(slot: { (): T | null; set(value: T | null): void }, mine: T): void {
  // After this round of change detection: the frame has already been drawn in it.
  queueMicrotask(() => slot.set(mine));
  inject(DestroyRef).onDestroy(() => queueMicrotask(() => slot() === mine && slot.set(null)));
}
