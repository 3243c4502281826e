import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { RulesView } from '@radslag/contracts';
import { DEFAULT_OUTREACH_POLICY, policyEffect, policyFaults, RECIPIENT_ROLES, RecipientRole, ReminderKind, SWEDISH_ZONE } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { pageTitle } from '../shell/page-title';
import { Control, Field } from '../ui/field';
import { keepFocusNear } from '../ui/focus';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { sendingWords } from '../words/sending';
import { byCode, words } from '../words/words';
import { SettingsTabs } from './settings-tabs';

type Policy = RulesView['policy'];
type Rule = Policy['reminders'][number];
/** As many as the contract takes. */
const MOST = { ladder: 4, offsets: 3 };
const LAST_DAY = 30;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When and how often messages go: changed as numbers, shown as what a conference would get. */
@Component({
  selector: 'rs-rules',
  imports: [Control, Field, Icon, ProblemNotice, SettingsTabs],
  host: { class: 'contents' },
  templateUrl: './rules.html',
})
export class Rules {
  private readonly api = inject(Api);
  private readonly when = inject(When);
  protected readonly w = words(sendingWords);

  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly role = signal<RecipientRole>('relative');
  protected readonly roles = RECIPIENT_ROLES;
  protected readonly most = MOST;

  protected readonly read = live(() => this.api.call('readRules'));
  /** What is planned by other rules than these. */
  protected readonly anew = live(() => this.api.call('foreseePlanAnew'));
  protected readonly replanned = signal(0);
  protected readonly policy = linkedSignal<Policy>(() => this.read.value()?.policy ?? (DEFAULT_OUTREACH_POLICY as Policy));
  protected readonly reminders = computed(() =>
    DEFAULT_OUTREACH_POLICY.reminders.map((usual) => {
      const rule = this.policy().reminders.find((one) => one.kind === usual.kind);
      return { kind: usual.kind, on: rule !== undefined, rule: (rule ?? usual) as Rule };
    }),
  );
  protected readonly example = computed(() => `${(this.read.value()?.today ?? '2026-11-26').slice(0, 4)}-12-10T16:30`);
  protected readonly effect = computed(() => {
    const policy = this.policy();
    if (!this.readable() || policyFaults(policy).length > 0) return null;
    const at = (moment: Date) => `${this.when.date(this.when.dateOf(moment.toISOString()))} ${this.when.clock(moment)}`;
    const { reminders, ladder, call, invitedAt } = policyEffect(policy, { local: this.example(), zone: SWEDISH_ZONE }, this.role());
    return {
      day: this.w().effect({ day: `${this.when.date(this.example())} ${this.when.wallClock(this.example())}` }), reminders: reminders.map((one) => this.w().effectReminder({ when: at(one.at) })),
      silent: this.w().effectSilent({ when: at(invitedAt) }), ladder: ladder.map((moment) => this.w().effectAsked({ when: at(moment) })), call: call === null ? '' : this.w().effectCall({ when: at(call) }),
    };
  });
  protected readonly history = computed(() =>
    (this.read.value()?.history ?? []).map((one) => ({ ...one, who: this.w().changedBy({ who: one.changedBy, when: this.when.dated(this.when.dateOf(one.changedAt)) }), what: one.changed.map((key) => byCode(this.w().changed, key) ?? key).join(', ') })),
  );

  constructor() {
    pageTitle(() => this.w().title);
  }

  protected set(change: Partial<Policy>): void {
    this.policy.update((policy) => ({ ...policy, ...change }));
    this.saved.set(false);
    this.problem.set(null);
  }
  protected number(text: string): number {
    return text.trim() === '' ? 0 : Number(text);
  }
  protected turn(kind: ReminderKind, on: boolean): void {
    const usual = DEFAULT_OUTREACH_POLICY.reminders.find((one) => one.kind === kind) as Rule;
    const without = this.policy().reminders.filter((one) => one.kind !== kind);
    this.set({ reminders: on ? [...without, usual] : without });
  }
  protected change(kind: ReminderKind, change: Partial<{ daysBefore: number; at: string; hoursBefore: number }>): void {
    this.set({ reminders: this.policy().reminders.map((one) => (one.kind === kind ? ({ ...one, ...change } as Rule) : one)) });
  }
  protected gets(rule: Rule, role: RecipientRole): boolean {
    return rule.roles === undefined || rule.roles.includes(role);
  }
  protected send(kind: ReminderKind, role: RecipientRole, yes: boolean): void {
    this.set({
      reminders: this.policy().reminders.map((one) => {
        if (one.kind !== kind) return one;
        const { roles = RECIPIENT_ROLES, ...rest } = one;
        const chosen = RECIPIENT_ROLES.filter((other) => (other === role ? yes : roles.includes(other)));
        return (chosen.length === RECIPIENT_ROLES.length ? rest : { ...rest, roles: chosen }) as Rule;
      }),
    });
  }
  protected step(index: number, change: Partial<{ daysAfter: number; at: string }>): void {
    this.set({ ladder: this.policy().ladder.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  }
  /** The next rung is as far from the last as the last from the one before. */
  protected addStep(): void {
    const { ladder, callAfterDays } = this.policy();
    const [before, last] = [ladder.at(-2)?.daysAfter ?? 0, ladder.at(-1)];
    const daysAfter = last === undefined ? 3 : Math.min(last.daysAfter + Math.max(1, last.daysAfter - before), LAST_DAY);
    this.set({ ladder: [...ladder, { daysAfter, at: last?.at ?? '17:00' }], callAfterDays: callAfterDays === null ? null : Math.max(callAfterDays, daysAfter + 1) });
  }
  protected removeStep(index: number): void {
    this.set({ ladder: this.policy().ladder.filter((_, at) => at !== index) });
    keepFocusNear('.add-step');
  }
  protected offset(index: number, days: number): void {
    this.offsets(this.policy().action.daysBefore.map((one, at) => (at === index ? days : one)));
  }
  protected addOffset(): void {
    const { daysBefore } = this.policy().action;
    this.offsets([...daysBefore, Math.max(1, (daysBefore.at(-1) ?? 2) - 1)]);
  }
  protected removeOffset(index: number): void {
    this.offsets(this.policy().action.daysBefore.filter((_, at) => at !== index));
    keepFocusNear('.add-offset');
  }
  private offsets(daysBefore: number[]): void {
    this.set({ action: { daysBefore, at: this.policy().action.at } });
  }
  protected error(field: string): string | null {
    const problem = this.problem();
    return problem?.errors.find((one) => one.path === `policy.${field}` || one.path.startsWith(`policy.${field}.`))?.message ?? null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const version = this.read.value()?.version;
    if (version === undefined || this.busy()) return;
    this.busy.set(true);
    try {
      this.read.set(await this.api.call('changeRules', { body: { version, policy: this.policy() } }));
      this.problem.set(null);
      this.saved.set(true);
      this.replanned.set(0);
      this.anew.set(await this.api.call('foreseePlanAnew'));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async planAnew(version: number): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const { conferences } = await this.api.call('planAnew', { body: { version } });
      this.problem.set(null);
      this.replanned.set(conferences);
      this.anew.set(await this.api.call('foreseePlanAnew'));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Half-typed numbers and clocks show no effect rather than a wrong one. */
  private readable(): boolean {
    const { hours, redDays, reminders, ladder, callAfterDays } = this.policy();
    const clocks = [hours.from, hours.to, ...(redDays === null ? [] : [redDays.from, redDays.to]), ...reminders.flatMap((one) => ('at' in one ? [one.at] : [])), ...ladder.map((one) => one.at)];
    const numbers = [...reminders.map((one) => ('hoursBefore' in one ? one.hoursBefore : one.daysBefore)), ...ladder.map((one) => one.daysAfter), callAfterDays ?? 1];
    return clocks.every((clock) => CLOCK.test(clock)) && numbers.every((number) => Number.isInteger(number) && number > 0 && number <= 60);
  }
}
