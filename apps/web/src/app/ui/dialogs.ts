import { ApplicationRef, createComponent, EnvironmentInjector, inject, Injectable, Injector, Type } from '@angular/core';

/** Given to the component inside a dialog: its data, and how to close with an answer. */
export class DialogRef<D = unknown, R = unknown> {
  constructor(
    readonly data: D,
    readonly close: (result?: R) => void,
  ) {}
}

/**
 * Dialogs on the browser's own `<dialog>`: top layer, inert page behind, Escape and focus return come with it, for no bytes; the
 * CDK's dialog does by script what this does by itself. The CDK's overlay is for what hangs on a field (calendar.ts).
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly app = inject(ApplicationRef);
  private readonly environment = inject(EnvironmentInjector);

  /** Opens and waits for the answer; undefined when it was closed without one. The component shows an `h2` that names it. */
  open<D, R>(component: Type<unknown>, data: D, options: { label: string; kind?: 'side' | 'top' }): Promise<R | undefined> {
    return new Promise((resolve) => {
      const dialog = document.createElement('dialog');
      dialog.className = `dialog ${options.kind ?? ''}`.trim();
      dialog.setAttribute('aria-label', options.label);
      let answer: R | undefined;
      const ref = new DialogRef<D, R>(data, (result) => {
        answer = result;
        dialog.close();
      });
      const injector = Injector.create({ providers: [{ provide: DialogRef, useValue: ref }], parent: this.environment });
      const host = document.createElement('div');
      host.className = 'dialog-body';
      dialog.append(host);
      document.body.append(dialog);
      const view = createComponent(component, { environmentInjector: this.environment, elementInjector: injector, hostElement: host });
      this.app.attachView(view.hostView);
      view.changeDetectorRef.detectChanges();
      dialog.addEventListener('close', () => {
        this.app.detachView(view.hostView);
        view.destroy();
        dialog.remove();
        resolve(answer);
      });
      // A press outside closes, as Escape does; a drag that ends outside does not.
      dialog.addEventListener('mousedown', (event) => event.target === dialog && dialog.close());
      dialog.showModal();
    });
  }
}
