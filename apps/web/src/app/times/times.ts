import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Foot, Panel } from '../ui/frame';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { Session } from '../session/session';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { worryWords } from '../words/worry';
import { BestTimes } from './best-times';
import { Matrix } from './matrix';
import { narrow } from '../ui/narrow';
import { ProposeTimes } from './propose-times';
import { TimeBlocks } from './time-blocks';
import { TimePanel } from './time-panel';
import { TimesStore } from './times-store';

@Component({
  selector: 'rs-times',
  imports: [RouterLink, Foot, Panel, Icon, Notice, ProblemNotice, BestTimes, Matrix, ProposeTimes, TimeBlocks, TimePanel],
  host: { class: 'step-page' },
  template: `
    @if (store.readProblem(); as problem) {<div class="pad spaced"><rs-problem [problem]="problem" /></div>}
    @if (store.conferenceId() === null) {
      <section class="pad empty-step"><h2>{{ w().planTitle }}</h2><p class="muted">{{ w().planText }}</p><rs-problem [problem]="store.problem()" />
        @if (mayPlan()) {<p class="gap"><button class="btn primary" type="button" (click)="store.plan()">{{ w().plan }}</button></p>}</section>
    } @else if (store.conference()) {
      @if (held(); as who) {<div class="pad spaced"><rs-notice tone="fel" icon="help"><p><b>{{ who.text }}</b>&ngsp;<a [routerLink]="['/radslag', store.conference()?.referralId, 'natverk']" [queryParams]="{ person: who.first, by: 'worry' }">{{ wo().open }}</a></p></rs-notice></div>}
      @if (store.state() === 'cancelled') {
        <section class="pad again"><h2>{{ w().cancelled }}</h2><p class="muted">{{ w().againText }}</p><rs-problem [problem]="store.problem()" />
          @if (mayPlan()) {<p class="gap"><button class="btn primary" type="button" (click)="store.plan()">{{ w().again }}</button></p>}</section>
      }
      @if (proposing()) {
        <rs-propose-times (done)="editing.set(false)" />
      } @else {
        @if (small()) {<rs-time-blocks />} @else {@if (store.booked() === null && store.state() !== 'cancelled') {<rs-best-times />}<rs-matrix />}
        @if (store.state() === 'polling' && store.may('confirm')) {<p class="pad change-times"><button class="link" type="button" (click)="editing.set(true)">{{ w().changeTimes }}</button></p>}
      }
      @if (!proposing()) {<ng-template [rsPanel]="w().panel"><rs-time-panel /></ng-template>}
      @if (!proposing() && !small()) {<ng-template rsFoot>
        <span class="key"><svg rs-icon="check" class="i-s"></svg>{{ w().answers.yes }}</span><span class="key"><svg rs-icon="tilde" class="i-s"></svg>{{ w().answers.ifNeedBe }}</span>
        <span class="key"><svg rs-icon="dash" class="i-s"></svg>{{ w().answers.no }}</span><span class="key"><span class="hatch" aria-hidden="true"></span>{{ w().unanswered }}</span>
        <span class="end"><span><kbd>←</kbd>&ngsp;<kbd>→</kbd> {{ w().keys.time }}</span><span><kbd>↑</kbd>&ngsp;<kbd>↓</kbd> {{ w().keys.person }}</span>@if (store.booked() === null) {<span><kbd>{{ w().enter }}</kbd> {{ w().keys.enter }}</span>}</span>
      </ng-template>}
    } @else if (store.slow()) {
      <div class="pad skeleton slow" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
    }
  `,
})
export class Times {
  protected readonly w = words(timesWords);
  protected readonly wo = words(worryWords);
  protected readonly store = inject(TimesStore);
  private readonly session = inject(Session);

  protected readonly small = narrow(900);
  protected readonly editing = signal(false);
  protected readonly mayPlan = computed(() => this.session.is('coordinator'));
  /** Whose worry holds booking, moving and inviting. */
  protected readonly held = computed(() => {
    const ids = [...new Set((this.store.matrix()?.heldBy ?? []).map((one) => one.memberId))];
    return ids.length === 0 ? null : { first: ids[0], text: this.wo().held({ count: ids.length, names: this.store.names(ids) }) };
  });
  protected readonly proposing = computed(() => this.editing() || (this.store.state() === 'planning' && this.store.times().length === 0 && this.store.may('openPoll')));
}
