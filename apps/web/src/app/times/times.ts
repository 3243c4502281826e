import { Component, computed, inject, signal } from '@angular/core';
import { Foot, Panel } from '../ui/frame';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { Session } from '../session/session';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { BestTimes } from './best-times';
import { HeldNotices } from './held-notices';
import { Matrix } from './matrix';
import { narrow } from '../ui/narrow';
import { ProposeTimes } from './propose-times';
import { TimeBlocks } from './time-blocks';
import { TimePanel } from './time-panel';
import { TimesStore } from './times-store';

@Component({
  selector: 'rs-times',
  imports: [Foot, Panel, Icon, ProblemNotice, BestTimes, HeldNotices, Matrix, ProposeTimes, TimeBlocks, TimePanel],
  host: { class: 'step-page' },
  template: `
    @if (store.readProblem(); as problem) {<div class="pad spaced"><rs-problem [problem]="problem" /></div>}
    @if (store.conferenceId() === null) {
      <section class="pad empty-step"><h2>{{ w().planTitle }}</h2><p class="muted">{{ w().planText }}</p><rs-problem [problem]="store.problem()" />
        @if (mayPlan()) {<p class="gap"><button class="btn primary" type="button" (click)="store.plan()">{{ w().plan }}</button></p>}</section>
    } @else if (store.conference()) {
      <rs-held-notices />
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
  protected readonly store = inject(TimesStore);
  private readonly session = inject(Session);

  protected readonly small = narrow(900);
  protected readonly editing = signal(false);
  protected readonly mayPlan = computed(() => this.session.is('coordinator'));
  protected readonly proposing = computed(() => this.editing() || (this.store.state() === 'planning' && this.store.times().length === 0 && this.store.may('openPoll')));
}
