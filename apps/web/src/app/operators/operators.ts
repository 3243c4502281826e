import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Answer, Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { pageTitle } from '../shell/page-title';
import { Chip, Tone } from '../ui/chip';
import { Control, Field } from '../ui/field';
import { IconName } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { Seg } from '../ui/seg';
import { When } from '../ui/when';
import { hasToBeSet } from './to-set';
import { operatorWords } from '../words/operators';
import { words, Words } from '../words/words';

type One = Answer<'readOperators'>['operators'][number];
const MARK: Readonly<Record<One['state'], { tone: Tone; icon: IconName }>> = {
  well: { tone: 'ja', icon: 'check' },
  resting: { tone: 'kanske', icon: 'pause' },
  recovering: { tone: 'vantar', icon: 'clock' },
  off: { tone: 'nej', icon: 'minus' },
};
/** How it stands changes by the minute. */
const LOOK_AGAIN_MS = 15_000;

/** For the administrator: whom texts leave through, how much of them, and how it is going. No message and no person is here. */
@Component({
  selector: 'rs-operators',
  imports: [Chip, Control, Field, Notice, ProblemNotice, Seg],
  host: { class: 'contents' },
  templateUrl: './operators.html',
})
export class Operators {
  private readonly api = inject(Api);
  private readonly when = inject(When);
  private readonly language = inject(Words).language;
  protected readonly w = words(operatorWords);

  protected readonly read = live(() => this.api.call('readOperators'), (change) => change.what === 'operators');
  protected readonly open = signal<One['operator'] | null>(null);
  protected readonly enabled = signal<'on' | 'off'>('on');
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly wrong = signal<{ weight?: string; credentials?: string }>({});
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  /** Shown when asked for, and gone with the page. */
  protected readonly address = signal<{ operator: One['operator']; url: string } | null>(null);
  protected readonly asks = signal<One['operator'] | null>(null);
  protected readonly failed = signal<One['operator'] | null>(null);
  protected readonly choices = computed(() => (['on', 'off'] as const).map((value) => ({ value, label: this.w()[value] })));
  protected readonly operators = computed(() =>
    (this.read.value()?.operators ?? []).map((one) => ({
      ...one,
      name: this.w().names[one.operator],
      percent: Math.round(one.share * 100),
      mark: MARK[one.state],
      because: one.why === null || one.state === 'well' ? null : one.state === 'recovering' ? this.w().recovering : this.w().why[one.why],
      time: one.medianMs === null ? null : this.w().seconds({ s: (one.medianMs / 1000).toLocaleString(this.language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }) }),
      before: one.before.map((old) => ({ ...old, text: this.beforeText(old) })),
      changing: one.before.some((old) => old.heard) || one.formerUntil !== null,
      heardText: one.address.heardAt === null ? this.w().neverHeard : this.w().heard({ day: this.day(one.address.heardAt) }),
      refusedText: one.address.refusedAt === null || !hasToBeSet({ ...one, before: [] }) ? null : this.w().refused[one.operator]({ n: one.address.refused, day: this.day(one.address.refusedAt) }),
      formerText: one.formerUntil === null ? null : this.w().former({ day: this.day(one.formerUntil) }),
      set: one.credentialsSetAt === null ? this.w().noAccount : this.w().set({ day: this.when.short(this.when.dateOf(one.credentialsSetAt)) }),
    })),
  );

  constructor() {
    pageTitle(() => this.w().title);
    const timer = setInterval(() => void this.read.reload(), LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected show(one: One | null): void {
    this.problem.set(null);
    this.wrong.set({});
    this.said.set('');
    this.enabled.set(one === null || one.enabled || !one.own ? 'on' : 'off');
    this.open.set(one?.operator ?? null);
  }

  protected async showAddress(operator: One['operator']): Promise<void> {
    if (this.address()?.operator === operator) return this.address.set(null);
    await this.tried(operator, async () => this.address.set({ operator, url: (await this.api.call('readReplyAddress', { params: { operator } })).url }));
  }

  protected async changeAddress(operator: One['operator'], end: boolean): Promise<void> {
    if (this.busy()) return;
    await this.tried(operator, async () => {
      this.read.set(await this.api.call('changeReplyAddress', { params: { operator }, body: { end } }));
      this.asks.set(null);
      this.address.set(end ? this.address() : { operator, url: (await this.api.call('readReplyAddress', { params: { operator } })).url });
      this.said.set((end ? this.w().ended : this.w().changed)({ name: this.w().names[operator] }));
    });
  }

  protected select(event: Event): void {
    (event.target as HTMLInputElement).select();
  }

  private async tried(operator: One['operator'], work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    this.failed.set(null);
    try {
      await work();
    } catch (error) {
      this.failed.set(operator);
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  private day(moment: string): string {
    return this.when.short(this.when.dateOf(moment));
  }

  private beforeText({ heard, heardAt, until, refused, refusedAt }: One['before'][number]): string {
    const w = this.w();
    if (!heard) return w.beforeRefused({ n: refused, day: this.day(refusedAt ?? until) });
    return heardAt === null ? w.beforeHeard({ until: this.day(until) }) : w.beforeUsed({ until: this.day(until), day: this.day(heardAt) });
  }

  protected async save(event: Event, one: One, typed: { weight: string; user: string; password: string }): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const weight = /^\d{1,3}$/.test(typed.weight.trim()) ? Number(typed.weight) : NaN;
    const user = typed.user.trim();
    const half = (user === '') !== (typed.password === '') || (!one.own && user === '');
    this.wrong.set({ ...(weight <= 100 ? {} : { weight: this.w().weightWrong }), ...(half ? { credentials: this.w().both } : {}) });
    if (!(weight <= 100) || half) return;
    this.busy.set(true);
    try {
      const credentials = user === '' ? {} : { credentials: { user, password: typed.password } };
      this.read.set(await this.api.call('saveOperator', { params: { operator: one.operator }, body: { enabled: this.enabled() === 'on', weight, ...credentials } }));
      this.show(null);
      this.said.set(this.w().saved({ name: this.w().names[one.operator] }));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
