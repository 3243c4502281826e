import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { CaseView } from '@radslag/contracts';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { wording } from '../cases/codes';
import { Control, Field } from '../ui/field';
import { ErrorSummary, ProblemNotice } from '../ui/notice';
import { Icon, Shape } from '../ui/icon';
import { When } from '../ui/when';
import { referralWords } from '../words/referral';
import { byCode, words } from '../words/words';
import { CloseCase } from './close-case';
import { DraftKeeper } from './draft-keeper';

type Open = 'none' | 'return' | 'allocate' | 'recuse' | 'close';

/** Where each blocker is mended. */
const PLACE: Readonly<Record<string, string>> = {
  noFocalPerson: 'focal', focalPersonUnnamed: 'focal', noSituation: 'situation', tooFewQuestions: 'questions', tooManyQuestions: 'questions', bottomLinesUnsaid: 'bottomLines', noResources: 'resources',
};

/** What the signed-in person may do with the referral now; the server's list of allowed events decides which part shows. */
@Component({
  selector: 'rs-referral-decision',
  imports: [Field, Control, ErrorSummary, ProblemNotice, Icon, Shape, CloseCase],
  host: { class: 'contents' },
  templateUrl: './referral-decision.html',
})
export class ReferralDecision {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly keeper = inject(DraftKeeper);
  private readonly when = inject(When);
  protected readonly store = inject(CaseStore);
  protected readonly w = words(referralWords);

  protected readonly open = signal<Open>('none');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly missing = signal<string | null>(null);
  protected readonly tried = signal(false);
  protected readonly chosen = signal<string | null>(null);
  protected readonly coordinators = live(() => (this.store.may('allocate') ? this.api.call('listCoordinators') : null));

  protected readonly blockers = computed(() =>
    (this.store.view()?.blockers ?? []).map((blocker) => ({ code: blocker.code, place: PLACE[blocker.code] ?? 'focal', text: wording(byCode(this.w().blockers, blocker.code), blocker.params, this.when) })),
  );
  protected readonly conflictLines = computed(() => Object.values(this.w().panel.conflictList));
  protected readonly blockerTexts = computed(() => this.blockers().map((blocker) => blocker.text));
  protected readonly allocating = computed(() => this.store.may('allocate') && (this.store.view()?.state === 'accepted' || this.open() === 'allocate'));

  protected async submit(): Promise<void> {
    this.tried.set(false);
    if (!(await this.keeper.saved())) return;
    if (this.blockers().length > 0) return this.tried.set(true);
    await this.act((view) => this.api.call('submitReferral', { params: { referralId: view.id }, body: { version: view.version } }));
  }
  protected accept(): void {
    void this.act((view) => this.api.call('acceptReferral', { params: { referralId: view.id }, body: { version: view.version } }));
  }
  protected giveBack(event: Event, reason: string): void {
    event.preventDefault();
    this.missing.set(reason.trim() === '' ? this.w().panel.reasonMissing : null);
    if (this.missing() === null) void this.act((view) => this.api.call('returnReferral', { params: { referralId: view.id }, body: { version: view.version, reason } }));
  }
  protected allocate(event: Event): void {
    event.preventDefault();
    const coordinatorId = this.chosen();
    this.missing.set(coordinatorId === null ? this.w().panel.chooseMissing : null);
    if (coordinatorId !== null) void this.act((view) => this.api.call('allocateCoordinator', { params: { referralId: view.id }, body: { version: view.version, coordinatorId } }));
  }
  protected async declare(conflict: boolean): Promise<void> {
    const view = this.store.view();
    if (view === undefined) return;
    const done = await this.attempt(() => this.api.call('declareConflict', { params: { referralId: view.id }, body: { version: view.version, conflict } }));
    if (!done) return;
    if (conflict) await this.router.navigateByUrl('/idag');
    else await this.store.reload();
  }
  protected show(open: Open): void {
    this.missing.set(null);
    this.open.set(open);
  }
  protected goTo(place: string, event: Event): void {
    event.preventDefault();
    const section = document.getElementById(place);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }

  private async act(call: (view: CaseView) => Promise<CaseView>): Promise<void> {
    const view = this.store.view();
    if (view === undefined) return;
    await this.attempt(async () => this.store.set(await call(view)));
  }
  private async attempt(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await act();
      this.problem.set(null);
      this.open.set('none');
      return true;
    } catch (error) {
      this.problem.set(asProblem(error));
      if (asProblem(error).status === 412 || asProblem(error).status === 409) void this.store.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
