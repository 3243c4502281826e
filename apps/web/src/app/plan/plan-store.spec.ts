import '@angular/compiler';
import { createEnvironmentInjector, EnvironmentInjector, signal, WritableSignal, ɵChangeDetectionScheduler as Scheduler, ɵEffectScheduler as Effects, ɵINJECTOR_SCOPE as SCOPE } from '@angular/core';
import type { ActionView, PlanView } from '@radslag/contracts';
import type { ConferenceState, DayPhase, PlanState } from '@radslag/domain';
import { Api } from '../api/api';
import { Changes } from '../api/changes';
import { ApiProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { Session } from '../session/session';
import { emptyFields } from './plan-rows';
import { PlanStore } from './plan-store';

const aRow: ActionView = { ...emptyFields('q1'), id: 'a1', position: 1, version: 1, state: 'open', missing: [], reports: [], reminderDueAt: null };
const aPlan = (actions: ActionView[] = [aRow]): PlanView => ({
  id: 'p1', conferenceId: 'c1', referralId: 'r1', state: 'draft', draftNumber: 1, version: 1, contentLocked: false, questions: [{ id: 'q1', text: 'Hur kommer Ella till skolan?', answered: false, complete: false, actions: 1 }],
  bottomLines: [], actions, people: [], readers: [], paperCare: null, blockers: [], presentedAt: null, decidedAt: null, decidedBy: null, decisionReason: null, conditions: null, brokenBottomLineId: null, reviewOn: null, revisions: [], allowed: ['present'],
});

/** The server as the editor meets it: a row is saved on the version it has, and refused on any other. */
class FakeServer {
  plan = aPlan();
  readonly asked: string[] = [];
  /** What a save waits for before it is answered. */
  line: Promise<void> = Promise.resolve();

  async call(name: string, given: { params: { actionId?: string }; body?: { version?: number; action?: Partial<ActionView> } }): Promise<unknown> {
    this.asked.push(name);
    if (name === 'readPlan') return this.plan;
    await this.line;
    if (name === 'presentPlan') {
      if (this.plan.version !== given.body!.version) throw new ApiProblem({ code: 'stale-version', status: 412 });
      return (this.plan = { ...this.plan, state: 'presented', version: this.plan.version + 1 });
    }
    if (name !== 'changeAction') throw new Error(`not faked: ${name}`);
    const row = this.row(given.params.actionId!);
    if (row.version !== given.body!.version) throw new ApiProblem({ code: 'stale-version', status: 412 });
    return this.change({ ...row, ...given.body!.action, version: row.version + 1 });
  }
  change(row: ActionView): ActionView {
    this.plan = { ...this.plan, version: this.plan.version + 1, actions: this.plan.actions.map((one) => (one.id === row.id ? row : one)) };
    return row;
  }
  row(id = 'a1'): ActionView {
    return this.plan.actions.find((one) => one.id === id)!;
  }
}

let server: FakeServer;
let injector: EnvironmentInjector;
let store: PlanStore;

const aCase = { conferenceState: 'inProgress' as ConferenceState, conferencePhase: 'presentation' as DayPhase, planState: 'draft' as PlanState | null };
let theCase: WritableSignal<typeof aCase>;

beforeEach(async () => {
  jest.useFakeTimers();
  Object.assign(globalThis, { addEventListener: () => undefined, removeEventListener: () => undefined });
  await build();
});
afterEach(() => {
  injector.destroy();
  jest.useRealTimers();
});

async function build(facts: Partial<typeof aCase> = {}): Promise<void> {
  server = new FakeServer();
  theCase = signal({ ...aCase, ...facts });
  const caseStore = { conferenceId: signal('c1'), referralId: signal('r1'), view: theCase, reload: async () => undefined };
  injector = createEnvironmentInjector(
    [
      PlanStore,
      { provide: SCOPE, useValue: 'root' },
      { provide: Scheduler, useValue: { notify: () => undefined, runningTick: false } },
      { provide: Api, useValue: server },
      { provide: Changes, useValue: { listen: () => () => undefined } },
      { provide: CaseStore, useValue: caseStore },
      { provide: Session, useValue: { is: () => true } },
    ],
    null as unknown as EnvironmentInjector,
  );
  store = injector.get(PlanStore);
  injector.get(Effects).flush();
  await settled();
}

const settled = () => jest.advanceTimersByTimeAsync(0);
const onScreen = () => store.rowsOf('q1')[0]!;
const afterTyping = () => jest.advanceTimersByTimeAsync(1_000);

describe('a row that is typed in without pause', () => {
  it('is not laid over the row as it was before the last save', async () => {
    const shown = onScreen();
    store.put(shown, { what: 'Går med Ella' });
    await afterTyping();
    expect(server.row().version).toBe(2);
    // The next field is typed in the frame that still holds the row as it was.
    store.put(shown, { planB: 'Rolf kör' });
    await afterTyping();
    expect(server.row()).toMatchObject({ what: 'Går med Ella', planB: 'Rolf kör', version: 3 });
    expect(store.conflicts().size).toBe(0);
  });

  it('goes on top of its own save when a word is taken back while that one is under way', async () => {
    let answered = (): void => undefined;
    server.line = new Promise((resolve) => (answered = resolve));
    store.put(onScreen(), { what: 'Går med Ella' });
    await afterTyping();
    store.put(onScreen(), { what: 'Går med Ella till' });
    store.put(onScreen(), { what: 'Går med Ella' });
    answered();
    await afterTyping();
    expect(server.row()).toMatchObject({ what: 'Går med Ella', version: 3 });
    expect(store.conflicts().size).toBe(0);
  });

  it('asks only when somebody else was faster, and keeps both', async () => {
    store.put(onScreen(), { what: 'Går med Ella' });
    server.change({ ...server.row(), what: 'Kör Ella', version: 2 });
    await afterTyping();
    expect([...store.conflicts()]).toEqual(['a1']);
    expect(store.fields(onScreen()).what).toBe('Går med Ella');
    expect(server.row().what).toBe('Kör Ella');
    store.keepMine(onScreen());
    await afterTyping();
    expect(server.row()).toMatchObject({ what: 'Går med Ella', version: 3 });
    expect(store.conflicts().size).toBe(0);
  });
});

describe('presenting', () => {
  it('saves what was written last and presents the plan that came of it', async () => {
    store.put(onScreen(), { what: 'Går med Ella' });
    const done = store.present();
    await afterTyping();
    expect(await done).toBe(true);
    expect(server.plan).toMatchObject({ state: 'presented', actions: [{ what: 'Går med Ella' }] });
  });

  it('shows what somebody else wrote before it presents it', async () => {
    server.change({ ...server.row(), what: 'Kör Ella', version: 2 });
    expect(await store.present()).toBe(false);
    expect(server.plan.state).toBe('draft');
    expect(store.problem()?.code).toBe('stale-version');
    expect(onScreen().what).toBe('Kör Ella');
    expect(await store.present()).toBe(true);
    expect(store.problem()).toBeNull();
  });
});

describe('a plan that has not been begun', () => {
  beforeEach(async () => {
    injector.destroy();
    await build({ planState: null });
  });

  it('is not asked for', () => {
    expect(server.asked).toEqual([]);
    expect(store.notBegun()).toBe(true);
    expect(store.readProblem()).toBeNull();
  });
  it('may begin when the family presents it, and in no part of the day before', () => {
    const phases = ['notStarted', 'information', 'privateTime', 'presentation'] as const;
    expect(phases.filter((conferencePhase) => (theCase.set({ ...theCase(), conferencePhase }), store.mayBegin()))).toEqual(['presentation']);
  });
});
