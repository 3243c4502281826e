import { Component, computed, inject } from '@angular/core';
import { CasePanel } from '../cases/case-panel';
import { CaseStore } from '../cases/case-store';
import { Panel } from '../ui/frame';
import { Notice } from '../ui/notice';
import { caseWords } from '../words/case';
import { referralWords } from '../words/referral';
import { words } from '../words/words';
import { ReferralDecision } from './referral-decision';
import { ReferralEditor } from './referral-editor';
import { ReferralText } from './referral-text';

/** The step Uppdrag: written by the social worker, read by everyone after that. What can be done with it stands beside it. */
@Component({
  selector: 'rs-referral',
  imports: [CasePanel, Panel, Notice, ReferralDecision, ReferralEditor, ReferralText],
  template: `
    @if (store.view(); as view) {
      <div class="pad step referral">
        <div class="step-head"><h2 data-heading>{{ c().steps.referral }}</h2><p class="muted">{{ editing() ? w().lead : w().leadReading }}</p></div>
        @if (view.returnReason && view.state === 'draft') {<rs-notice tone="kanske" icon="undo"><p><b>{{ w().returned }}</b></p><p>{{ view.returnReason }}</p></rs-notice>}
        @if (editing()) {<rs-referral-editor />} @else {<rs-referral-text />}
      </div>
      <ng-template [rsPanel]="c().panel.label"><rs-case-panel [ownNext]="true"><rs-referral-decision /></rs-case-panel></ng-template>
    }
  `,
})
export class Referral {
  protected readonly store = inject(CaseStore);
  protected readonly w = words(referralWords);
  protected readonly c = words(caseWords);
  protected readonly editing = computed(() => this.store.may('save'));
}
