import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRouteSnapshot, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { METHOD_STEPS } from '@radslag/domain';
import { pageTitle } from '../shell/page-title';
import { Recent } from '../shell/recent';
import { shortcuts } from '../shell/shortcuts';
import { Chip } from '../ui/chip';
import { FrameSlots } from '../ui/frame';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { privateTimeText } from '../ui/private-time';
import { When } from '../ui/when';
import { caseWords } from '../words/case';
import { uiWords } from '../words/ui';
import { vocabulary } from '../words/vocabulary';
import { byCode, words } from '../words/words';
import { CasePanel } from './case-panel';
import { CaseStore } from './case-store';
import { STEP_PATH, wording } from './codes';
import { StepLine } from './step-line';

/** The frame around every step of a case: who it is about, where it stands, the step line, the panel and the line at the foot. */
@Component({
  selector: 'rs-case-frame',
  imports: [RouterOutlet, RouterLink, NgTemplateOutlet, Chip, Icon, Notice, StepLine, CasePanel],
  providers: [CaseStore, FrameSlots],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      @if (store.view(); as view) {
        <header class="case">
          <div class="case-row">
            <h1>{{ heading() }} <span>{{ view.reference }}</span></h1>
            <rs-chip [tone]="health().tone" [icon]="health().icon">{{ health().text }}</rs-chip>
            @if (wide()) {<ng-container [ngTemplateOutlet]="facts" />}
            @if (slots.headEnd(); as end) {<div class="end"><ng-container [ngTemplateOutlet]="end.template" /></div>}
          </div>
          @if (!wide()) {<ng-container [ngTemplateOutlet]="facts" />}
          <rs-step-line [referralId]="view.id" [steps]="view.steps" [current]="step()" />
        </header>
        @if (locked(); as why) {<rs-notice class="locked-case" icon="lock" role="status"><p>{{ why }} <a [routerLink]="['/dagen', view.privateTime?.conferenceId]">{{ ui().toDay }}</a></p></rs-notice>}
        <router-outlet />
      } @else if (store.problem(); as problem) {
        <header class="page-head"><h1>{{ problem.offline ? ui().noContactRead : w().gone }}</h1></header>
        <div class="pad"><p>{{ problem.offline ? '' : w().goneText }}</p><p class="gap">
          @if (problem.offline) {<button class="btn" type="button" (click)="store.reload()">{{ ui().tryAgain }}</button>} @else {<a class="btn" routerLink="/radslag">{{ w().toList }}</a>}</p></div>
      } @else {
        <div class="pad skeleton" [class.slow]="store.slow()" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
        @if (store.slow()) {<p class="vh" role="status">{{ w().loading }}</p>}
      }
      @if (store.view() !== undefined) {
        <footer class="saveline">
          @if (slots.foot(); as foot) {<ng-container [ngTemplateOutlet]="foot.template" />}
          @else {
            <span><svg rs-icon="lock" class="i-s"></svg>{{ w().read }}</span>
            <span class="end"><span><kbd>1</kbd>–<kbd>7</kbd> {{ w().keysSteps }}</span><span><kbd>N</kbd> {{ w().keysNext }}</span></span>
          }
        </footer>
      }
    </main>
    @if (slots.panel(); as panel) {
      <aside class="panel" [attr.aria-label]="panel.rsPanel"><ng-container [ngTemplateOutlet]="panel.template" /></aside>
    } @else if (!noPanel() && store.view() !== undefined) {
      <aside class="panel" [attr.aria-label]="w().panel.label"><rs-case-panel /></aside>
    }
    <ng-template #facts>
      @if (store.view(); as view) {
        <dl class="facts" [class.end-facts]="wide()">
          <div><dt>{{ w().facts.coordinator }}</dt><dd>{{ view.coordinator?.name ?? w().facts.noCoordinator }}</dd></div>
          @if (!wide()) {<div><dt>{{ w().facts.socialWorker }}</dt><dd>{{ view.socialWorker.name }}</dd></div>}
          <div><dt>{{ w().facts.languages }}</dt><dd>{{ languages() }}</dd></div>
          @if (view.holdBy; as by) {<div><dt>{{ w().facts.holdBy }}</dt><dd>{{ when.dated(by) }}</dd></div>}
        </dl>
      }
    </ng-template>
  `,
})
export class CaseFrame {
  protected readonly store = inject(CaseStore);
  protected readonly slots = inject(FrameSlots);
  protected readonly when = inject(When);
  private readonly router = inject(Router);
  private readonly recent = inject(Recent);

  protected readonly w = words(caseWords);
  protected readonly ui = words(uiWords);
  private readonly v = words(vocabulary);

  readonly referralId = input.required<string>();

  private readonly navigated = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd), map(() => Date.now()), startWith(0)));
  private readonly data = computed(() => {
    this.navigated();
    return dataOf(this.router.routerState.snapshot.root);
  });
  protected readonly step = computed(() => String(this.data()['step'] ?? ''));
  protected readonly wide = computed(() => this.data()['wide'] === true);
  protected readonly noPanel = computed(() => this.data()['noPanel'] === true);

  /** E.A., 9 år. For siblings the initials alone. */
  protected readonly heading = computed(() => {
    const view = this.store.view();
    const only = view?.focalPersons.length === 1 ? view.focalPersons[0] : undefined;
    const age = only?.age ?? null;
    return age === null ? (view?.initials ?? '') : `${view?.initials}, ${this.w().age({ years: age })}`;
  });
  protected readonly languages = computed(() => (this.store.view()?.content.languages ?? []).map((code) => byCode(this.v().language, code) ?? code).join(', '));
  /** Why nothing of the case can be written just now, and until when. */
  protected readonly locked = computed(() => privateTimeText(this.store.view()?.privateTime ?? null, this.ui(), this.when));
  protected readonly health = computed(() => {
    const health = this.store.view()?.health;
    const state = health?.state ?? 'onTrack';
    const w = this.w();
    const why = health?.reason ? wording(byCode(w.healthReason, health.reason.code), health.reason.params, this.when) : '';
    const referral = this.store.view()?.state ?? 'active';
    if (state === 'onTrack' && referral !== 'active') {
      const waiting = referral === 'submitted' || referral === 'accepted' || referral === 'allocated';
      return { text: this.v().referralState[referral], tone: waiting ? 'vantar' : 'nej', icon: waiting ? 'clock' : referral === 'draft' ? 'edit' : 'check' } as const;
    }
    const text = why === '' ? w.health[state] : `${w.health[state]}, ${why}`;
    if (state === 'onTrack') return { text, tone: 'ja', icon: 'check' } as const;
    if (state === 'stopped') return { text, tone: 'kanske', icon: 'skip' } as const;
    return state === 'late' ? ({ text, tone: 'kanske', icon: 'clock' } as const) : ({ text, tone: 'nej', icon: 'pause' } as const);
  });

  constructor() {
    effect(() => this.store.referralId.set(this.referralId()));
    effect(() => {
      const view = this.store.view();
      if (view !== undefined) this.recent.add(view);
    });
    pageTitle(() => {
      const view = this.store.view();
      if (view === undefined) return '';
      const step = byCode(this.w().steps, this.step());
      return [`${view.initials} ${view.reference}`, step].filter(Boolean).join(' – ');
    });
    shortcuts({
      ...Object.fromEntries(METHOD_STEPS.map((key, at) => [String(at + 1), () => this.go(STEP_PATH[key])])),
      n: () => this.go(this.nextStepPath()),
    });
  }

  private nextStepPath(): string {
    const at = METHOD_STEPS.findIndex((key) => key === this.step());
    return STEP_PATH[METHOD_STEPS[(at + 1) % METHOD_STEPS.length] ?? 'referral'];
  }
  private go(path: string): void {
    void this.router.navigate(['/radslag', this.referralId(), path]);
  }
}

function dataOf(route: ActivatedRouteSnapshot): Record<string, unknown> {
  return route.firstChild === null ? route.data : { ...route.data, ...dataOf(route.firstChild) };
}
