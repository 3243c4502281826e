import { computed, inject, Injectable, Injector, runInInjectionContext, signal } from '@angular/core';
import type { ActionView, PlanView } from '@radslag/contracts';
import { planMayBegin, type ActionEvent, type PlanScope } from '@radslag/domain';
import { Api, Body } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { Session } from '../session/session';
import { Autosave, autosave } from '../ui/autosave';
import { careAsked } from '../ui/care';
import type { SaveState } from '../ui/save-line';
import { words } from '../words/words';
import { planWords } from '../words/plan';
import { ActionFields, emptyFields, fieldsOf, moved, numbersOf, sameFields, sameRows, underQuestion } from './plan-rows';

/** What is being written in a row, and which version of the row it was written on. */
type Draft = { base: number; fields: ActionFields };

/**
 * The family's plan as it is written down. Every row saves itself a second after the last key, on the version it was begun on:
 * if somebody else was faster the server says so, both versions are shown, and what was typed stays until someone chooses.
 */
@Injectable()
export class PlanStore {
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly caseStore = inject(CaseStore);
  private readonly session = inject(Session);
  private readonly w = words(planWords);

  readonly conferenceId = this.caseStore.conferenceId;
  readonly mayBegin = computed(() => {
    const view = this.caseStore.view();
    return this.writes() && view?.conferenceState != null && view.conferencePhase !== null && planMayBegin({ state: view.conferenceState, phase: view.conferencePhase });
  });
  /** False until there is a plan in the case: what is not there is not asked for. */
  private readonly begun = computed(() => this.caseStore.view()?.planState != null);
  private readonly read = live(
    () => {
      const conferenceId = this.conferenceId();
      return conferenceId === null || !this.begun() ? null : this.api.call('readPlan', { params: { conferenceId } });
    },
    (change) => change.referralId === this.caseStore.referralId() || (change.conferenceId !== undefined && change.conferenceId === this.conferenceId()),
  );
  readonly view = this.read.value;
  readonly slow = this.read.slow;
  readonly notBegun = computed(() => this.view() === undefined && (this.read.problem()?.status === 404 || (this.caseStore.view() !== undefined && !this.begun())));
  readonly readProblem = computed(() => (this.notBegun() ? null : this.read.problem()));
  readonly problem = signal<ApiProblem | null>(null);

  private readonly drafts = signal<Readonly<Record<string, Draft>>>({});
  private readonly savers = signal<Readonly<Record<string, Autosave<Draft>>>>({});
  /** Rows where somebody else was faster, and rows struck by someone else while being written. */
  readonly conflicts = signal<ReadonlySet<string>>(new Set());
  readonly refusals = signal<Readonly<Record<string, ApiProblem>>>({});

  readonly writes = computed(() => this.session.is('coordinator', 'socialWorker'));
  readonly locked = computed(() => this.view()?.contentLocked ?? false);
  readonly editable = computed(() => this.view()?.state === 'draft' && !this.locked() && this.writes());
  readonly decided = computed(() => ['accepted', 'acceptedWithConditions'].includes(this.view()?.state ?? ''));
  readonly numbers = computed(() => {
    const view = this.view();
    return view === undefined ? new Map<string, string>() : numbersOf(view);
  });
  /** A protected person has a role and no name: the role is not said twice. */
  readonly people = computed(() => (this.view()?.people ?? []).map((one) => ({ ...one, relation: one.relation === one.shortName ? '' : one.relation })));

  readonly saveState = computed<SaveState>(() => {
    if (this.locked()) return { kind: 'locked', why: this.w().lockedSave };
    const states = Object.values(this.savers()).map((saver) => saver.state());
    const worst = (['offline', 'unsaved', 'saving'] as const).find((kind) => states.some((state) => state.kind === kind));
    if (worst !== undefined) return { kind: worst };
    const saved = states.flatMap((state) => (state.kind === 'saved' ? [state.at] : []));
    const latest = [...saved, ...(this.wroteAt() === null ? [] : [this.wroteAt() as Date])].sort((a, b) => b.getTime() - a.getTime())[0];
    return latest === undefined ? { kind: 'idle' } : { kind: 'saved', at: latest };
  });
  private readonly wroteAt = signal<Date | null>(null);

  rowsOf(questionId: string): ActionView[] {
    const view = this.view();
    return view === undefined ? [] : underQuestion(view, questionId);
  }
  /** What stands in the row on this screen: what was typed, else what is saved. */
  fields(action: ActionView): ActionFields {
    return this.drafts()[action.id]?.fields ?? fieldsOf(action);
  }
  personName(id: string | null): string {
    return this.people().find((person) => person.memberId === id)?.shortName ?? '';
  }
  relation(id: string | null): string {
    return this.people().find((person) => person.memberId === id)?.relation ?? '';
  }

  put(row: ActionView, change: Partial<ActionFields>): void {
    // The row as it is saved now: the one on the screen may be a frame older than the last save, and lack what it wrote.
    const action = this.view()?.actions.find((one) => one.id === row.id) ?? row;
    const draft = { base: this.drafts()[action.id]?.base ?? action.version, fields: { ...this.fields(action), ...change } };
    this.drafts.update((drafts) => ({ ...drafts, [action.id]: draft }));
    if (!this.conflicts().has(action.id)) this.saverOf(action.id).queue(draft);
  }
  /** A choice is saved at once; only typing waits for a pause. */
  choose(action: ActionView, change: Partial<ActionFields>): void {
    this.put(action, change);
    void this.saverOf(action.id).flush();
  }
  keepMine(action: ActionView): void {
    const draft = this.drafts()[action.id];
    if (draft === undefined) return;
    const mine = { base: action.version, fields: draft.fields };
    this.drafts.update((drafts) => ({ ...drafts, [action.id]: mine }));
    this.settle(action.id);
    this.saverOf(action.id).queue(mine);
    void this.saverOf(action.id).flush();
  }
  takeTheirs(action: ActionView): void {
    this.forget(action.id);
  }

  async add(questionId: string): Promise<string | null> {
    const view = this.view();
    if (view === undefined) return null;
    let made: string | null = null;
    await this.write(async () => {
      const action = await this.api.call('addAction', { params: { planId: view.id }, body: emptyFields(questionId) });
      made = action.id;
      this.read.set({ ...(this.view() ?? view), actions: [...(this.view() ?? view).actions, action] });
      void this.read.reload();
    });
    return made;
  }
  async move(actionId: string, by: -1 | 1): Promise<boolean> {
    const view = this.view();
    const order = view === undefined ? null : moved(view, actionId, by);
    if (view === undefined || order === null) return false;
    return this.write(async () => this.read.set(await this.api.call('orderActions', { params: { planId: view.id }, body: { actionIds: order } })));
  }
  async strike(action: ActionView): Promise<void> {
    await this.saverOf(action.id).flush();
    const version = this.view()?.actions.find((one) => one.id === action.id)?.version ?? action.version;
    await this.api.call('strikeAction', { params: { actionId: action.id }, body: { version } });
    this.forget(action.id);
    await this.read.reload();
  }
  async start(): Promise<void> {
    const conferenceId = this.conferenceId();
    if (conferenceId === null) return;
    await this.write(async () => this.read.set(await this.api.call('startPlan', { params: { conferenceId } })));
    // Begun here, or by somebody else a moment ago: either way it is there now.
    await this.caseStore.reload();
  }
  /** What was asked for last, to be asked for again when somebody has said yes to what it lets out. */
  private again: (mark: string) => Promise<boolean> = () => Promise.resolve(false);
  readonly asked = computed(() => careAsked(this.problem()));
  sayYes(mark: string): Promise<boolean> {
    return this.again(mark);
  }
  release(memberId: string, scope: PlanScope, careTaken: string | null): Promise<boolean> {
    this.again = (mark) => this.release(memberId, scope, mark);
    return this.onPlan((planId) => this.api.call('releasePlan', { params: { planId }, body: { memberId, scope, careTaken } }));
  }
  withdraw(memberId: string): Promise<boolean> {
    return this.onPlan((planId) => this.api.call('withdrawPlan', { params: { planId, memberId } }));
  }

  async present(careTaken: string | null = null): Promise<boolean> {
    this.again = (mark) => this.present(mark);
    const saved = await Promise.all(Object.values(this.savers()).map((saver) => saver.flush()));
    if (saved.includes(false)) return false;
    const seen = this.view();
    const now = seen === undefined ? null : await this.readNow(seen.conferenceId);
    if (seen === undefined || now === null) return false;
    if (!sameRows(seen, now)) {
      // It is on the screen now. Whoever presents has read what they present.
      this.problem.set(new ApiProblem({ code: 'stale-version', status: 412, detail: this.w().changedMeanwhile }));
      return false;
    }
    // What is in the way is listed beside the button; asking would only say it again.
    if (now.blockers.length > 0) return false;
    return this.onPlan((planId) => this.api.call('presentPlan', { params: { planId }, body: { version: now.version, careTaken } }));
  }
  revise(): Promise<boolean> {
    return this.onPlan((planId, version) => this.api.call('revisePlan', { params: { planId }, body: { version } }));
  }
  async decide(body: (version: number, careTaken: string | null) => Body<'decidePlan'>, careTaken: string | null = null): Promise<boolean> {
    this.again = (mark) => this.decide(body, mark);
    return this.onPlan((planId, version) => this.api.call('decidePlan', { params: { planId }, body: body(version, careTaken) }));
  }
  settleAction(action: ActionView, event: ActionEvent): Promise<boolean> {
    return this.write(async () => {
      await this.api.call('settleAction', { params: { actionId: action.id }, body: { version: action.version, event } });
      await this.read.reload();
    });
  }
  pdfAddress(memberId: string, careTaken: string | null): string {
    const view = this.view();
    return view === undefined ? '' : this.api.addressOf('planPdf', { planId: view.id }, { ...(memberId === '' ? {} : { memberId }), ...(careTaken === null ? {} : { careTaken }) });
  }

  private saverOf(actionId: string): Autosave<Draft> {
    const known = this.savers()[actionId];
    if (known !== undefined) return known;
    const saver = runInInjectionContext(this.injector, () =>
      autosave<Draft>({ save: (draft) => this.save(actionId, draft), refused: (problem) => void this.refused(actionId, problem) }),
    );
    this.savers.update((savers) => ({ ...savers, [actionId]: saver }));
    return saver;
  }
  /** What this screen's own last save made of each row: nobody else's change, and nothing to ask about. */
  private readonly ownVersions = new Map<string, number>();
  private async save(actionId: string, draft: Draft): Promise<void> {
    // Typed on while an earlier save was under way: it goes on top of what that one made.
    const base = Math.max(draft.base, this.drafts()[actionId]?.base ?? 0, this.ownVersions.get(actionId) ?? 0);
    const saved = await this.api.call('changeAction', { params: { actionId }, body: { version: base, action: draft.fields } });
    this.ownVersions.set(actionId, saved.version);
    const view = this.view();
    if (view !== undefined) this.read.set({ ...view, actions: view.actions.map((one) => (one.id === actionId ? saved : one)) });
    const now = this.drafts()[actionId];
    this.drafts.update(({ [actionId]: _done, ...others }) => (now === undefined || sameFields(now.fields, draft.fields) ? others : { ...others, [actionId]: { base: saved.version, fields: now.fields } }));
    this.settle(actionId);
    void this.read.reload();
  }
  private async refused(actionId: string, problem: ApiProblem): Promise<void> {
    await this.read.reload();
    if (problem.status === 412) this.conflicts.update((conflicts) => new Set([...conflicts, actionId]));
    else this.refusals.update((refusals) => ({ ...refusals, [actionId]: problem }));
  }
  private settle(actionId: string): void {
    this.conflicts.update((conflicts) => new Set([...conflicts].filter((id) => id !== actionId)));
    this.refusals.update(({ [actionId]: _gone, ...others }) => others);
  }
  private forget(actionId: string): void {
    this.savers()[actionId]?.drop();
    this.drafts.update(({ [actionId]: _gone, ...others }) => others);
    this.settle(actionId);
  }
  /** Straight from the server: what the live view holds may be a change or two behind. */
  private async readNow(conferenceId: string): Promise<PlanView | null> {
    this.problem.set(null);
    try {
      const now = await this.api.call('readPlan', { params: { conferenceId } });
      this.read.set(now);
      return now;
    } catch (error) {
      this.problem.set(asProblem(error));
      return null;
    }
  }
  private onPlan(act: (planId: string, version: number) => Promise<PlanView>): Promise<boolean> {
    const view = this.view();
    if (view === undefined) return Promise.resolve(false);
    return this.write(async () => {
      this.read.set(await act(view.id, view.version));
      await this.caseStore.reload();
    });
  }
  private async write(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await act();
      this.wroteAt.set(new Date());
      return true;
    } catch (error) {
      this.problem.set(asProblem(error));
      await this.read.reload();
      return false;
    }
  }
}
