import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { DayView } from '@radslag/contracts';
import { professionalsInRoom, type DayEvent, type InPrivateTime } from '@radslag/domain';
import { Api, Answer } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { Session } from '../session/session';
import { When } from '../ui/when';
import { dayStatus, Outbox, withTaps, type TapEvent } from './outbox';

/**
 * One conference on its day. What a press did is shown when the server has it, never before; ticks alone are shown at once, marked
 * as waiting until it has them, and are kept in the browser meanwhile.
 */
@Injectable()
export class DayStore {
  private readonly api = inject(Api);
  private readonly when = inject(When);
  private readonly session = inject(Session);
  readonly conferenceId = signal('');

  private readonly read = live<DayView>(
    () => (this.conferenceId() === '' ? null : this.heard(this.api.call('readDay', { params: { conferenceId: this.conferenceId() } }))),
    (change) => change.conferenceId === this.conferenceId(),
  );
  readonly view = this.read.value;
  readonly readProblem = this.read.problem;
  readonly slow = this.read.slow;
  readonly problem = signal<ApiProblem | null>(null);
  readonly savedAt = signal<Date | null>(null);
  readonly busy = signal(false);
  readonly online = this.api.online;

  readonly outbox = new Outbox({
    storage: () => localStorage,
    send: async (tap) => {
      const view = await this.heard(this.api.call('checkIn', { params: { conferenceId: tap.conferenceId }, body: { memberId: tap.memberId, event: tap.event, at: tap.at }, idempotencyKey: tap.id }));
      this.savedAt.set(this.when.now());
      if (tap.conferenceId === this.conferenceId()) this.read.set(view);
    },
  });
  /** Everybody as they are when what waits has been sent. */
  readonly people = computed(() => withTaps(this.view()?.people ?? [], this.outbox.waiting()));
  private readonly fetchedAt = signal<Date | null>(null);
  readonly status = computed(() => dayStatus({ online: this.online(), waiting: this.outbox.waiting().length, savedAt: this.savedAt(), fetchedAt: this.fetchedAt() }));

  private readonly caseRead = live<Answer<'readCase'>>(() => {
    const referralId = this.referralId();
    return referralId === null ? null : this.api.call('readCase', { params: { referralId } });
  });
  readonly case = this.caseRead.value;
  readonly referralId = computed(() => this.view()?.conference.referralId ?? null, { equal: Object.is });

  readonly phase = computed(() => this.view()?.conference.phase ?? 'notStarted');
  readonly locked = computed(() => this.view()?.contentLocked ?? false);
  /** Attendance is taken while the day is open, in the family's own time too: who came or left is no content. */
  readonly takesAttendance = computed(() => this.phase() !== 'ended' && (this.view()?.allowed.length ?? 0) > 0);
  /** Content was refused because the family is by itself. */
  readonly refusedByPrivateTime = computed(() => this.problem()?.status === 423);

  may(event: DayEvent): boolean {
    return this.view()?.allowed.includes(event) ?? false;
  }
  reload(): Promise<void> {
    return this.read.reload();
  }
  /** Professionals who are ticked off as here: each is asked about before the family is by itself. */
  readonly professionalsHere = computed(() =>
    professionalsInRoom((this.view()?.people ?? []).map((one) => ({ ...one, arrivedAt: one.arrivedAt === null ? null : new Date(one.arrivedAt), leftAt: one.leftAt === null ? null : new Date(one.leftAt) }))),
  );

  record(event: DayEvent): Promise<void> {
    return this.write(this.api.call('recordPhase', { params: { conferenceId: this.conferenceId() }, body: { event } }));
  }
  /** A refusal is the dialog's to show. */
  async startPrivateTime(professionals: readonly { memberId: string; is: InPrivateTime }[]): Promise<void> {
    this.problem.set(null);
    try {
      this.read.set(await this.heard(this.api.call('recordPhase', { params: { conferenceId: this.conferenceId() }, body: { event: 'startPrivateTime', professionals: [...professionals] } })));
      this.savedAt.set(this.when.now());
    } catch (error) {
      // Somebody has come in meanwhile: the dialog asks about them too.
      await this.read.reload();
      throw error;
    }
  }
  attend(memberId: string, event: TapEvent): Promise<void> {
    if (event === 'undo' && this.outbox.takeBack(memberId)) return Promise.resolve();
    const userId = this.session.me()?.userId ?? '';
    return this.outbox.add({ id: crypto.randomUUID(), userId, conferenceId: this.conferenceId(), memberId, event, at: this.when.now().toISOString() });
  }

  constructor() {
    effect(() => {
      const [userId, conferenceId] = [this.session.me()?.userId, this.conferenceId()];
      if (userId !== undefined && conferenceId !== '') untracked(() => this.outbox.open(userId, conferenceId));
    });
    const back = () => void this.outbox.flush().then(() => this.reload());
    addEventListener('online', back);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', back);
      this.outbox.close();
    });
  }

  private async write(answer: Promise<DayView>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.read.set(await this.heard(answer));
      this.savedAt.set(this.when.now());
    } catch (error) {
      const problem = asProblem(error);
      this.problem.set(problem);
      // Somebody else has moved the day on: show where it stands.
      if (problem.status === 409 || problem.status === 423) await this.read.reload();
    } finally {
      this.busy.set(false);
    }
  }
  private async heard(answer: Promise<DayView>): Promise<DayView> {
    const view = await answer;
    this.when.heard(view.now);
    this.fetchedAt.set(this.when.now());
    return view;
  }
}
