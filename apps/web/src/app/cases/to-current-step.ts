import { Component, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { CaseStore } from './case-store';
import { STEP_PATH } from './codes';

/** `/radslag/:id` alone opens where the work is. */
@Component({ selector: 'rs-to-current-step', template: '' })
export class ToCurrentStep {
  private readonly store = inject(CaseStore);
  private readonly router = inject(Router);

  constructor() {
    effect(() => {
      const view = this.store.view();
      if (view !== undefined) void this.router.navigate(['/radslag', view.id, STEP_PATH[view.currentStep]], { replaceUrl: true });
    });
  }
}
