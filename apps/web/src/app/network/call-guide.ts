import { Component, computed, inject, signal } from '@angular/core';
import type { CallScript, Member } from '@radslag/contracts';
import { Api, type Body } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { Session } from '../session/session';
import { AnswerForm } from '../times/answer-form';
import { shortRange } from '../times/time-text';
import { DialogRef, Dialogs } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { pairWords } from '../words/pairs';
import { callWords } from '../words/call';
import { contactWords } from '../words/contact';
import { networkWords } from '../words/network';
import { timesWords } from '../words/times';
import { todayWords } from '../words/today';
import { byCode, words } from '../words/words';
import type { NetworkStore } from './network-store';

/** What to know and say when calling somebody, and what came of it. Nothing is told before it is the right person. */
@Component({
  selector: 'rs-call-guide',
  imports: [Icon, Notice, ProblemNotice],
  templateUrl: './call-guide.html',
})
export class CallGuide {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(Session);
  protected readonly when = inject(When);
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; member: Member }>>(DialogRef);
  protected readonly w = words(callWords);
  protected readonly p = words(pairWords);
  private readonly k = words(contactWords);
  private readonly n = words(networkWords);
  private readonly t = words(timesWords);
  private readonly today = words(todayWords);

  protected readonly member = this.ref.data.member;
  protected readonly name = this.ref.data.store.memberName(this.member);
  protected readonly me = computed(() => (this.session.me()?.name ?? '').split(' ')[0] ?? '');
  protected readonly script = signal<CallScript | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly noted = signal('');
  protected readonly busy = signal(false);

  /** Not now and not by phone: there is nothing to say, and no number. The hour passes, and a number can be written. */
  protected readonly refused = computed(() => {
    const code = this.script()?.refusal ?? null;
    return code === null || code === 'outsideHours' || code === 'noNumber' ? null : code === 'embargoed' ? this.embargo() : this.k().why[code];
  });
  private readonly embargo = computed(() => {
    const day = this.script()?.notBefore ?? null;
    return day === null ? this.k().why.embargoed : this.w().embargo({ date: this.when.short(day) });
  });
  protected readonly warnings = computed(() => {
    const [w, call] = [this.w(), this.script()];
    if (call === null) return [];
    const p = this.p();
    const pairs = call.keptFrom.map((pair) => (pair.kind === 'contactBan' ? p.callBan : p.callApart)({ name: pair.name ?? p.callChild }));
    const lines: string[] = [];
    if (!call.goodTime) lines.push(call.hours === null ? w.badHour : w.badTime({ from: this.when.wallClock(call.hours.from), to: this.when.wallClock(call.hours.to) }));
    if (call.interpreter) lines.push(w.interpreter);
    return [...(call.banUndecided ? [p.callUndecided] : []), ...pairs, ...lines];
  });
  protected readonly facts = computed(() => {
    const [w, call] = [this.w(), this.script()];
    if (call === null) return [];
    return [
      ...(call.goBetween === null ? [] : [w.via({ name: call.goBetween })]),
      ...(call.language === 'sv' ? [] : [w.language({ language: this.n().languages[call.language] })]),
      ...(call.tries === 0 || call.lastTryAt === null ? [] : [w.tries({ n: call.tries, when: this.when.moment(call.lastTryAt) })]),
    ];
  });
  protected readonly reasons = computed(() => (this.script()?.reasons ?? []).flatMap((code) => byCode(this.today().reasons, code) ?? []));
  protected readonly steps = computed(() => {
    const [w, call] = [this.w(), this.script()];
    if (call === null) return [];
    const whom = call.goBetween ?? (call.sharedPhone && call.alias !== null ? call.alias : call.name);
    return [w.ask({ first: this.me(), whom }), ...(call.sharedPhone ? [w.shared] : []), w.other, ...(call.agreedWord === null ? [] : [w.word({ word: call.agreedWord })]), w.askFree, ...this.telling(call)];
  });
  protected readonly times = computed(() => (this.script()?.conference?.times ?? []).map((time) => `${this.when.date(time.startsLocal)} ${shortRange(time, this.when)}`));

  constructor() {
    void this.read();
  }

  protected async called(outcome: 'spoke' | 'noAnswer'): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.script.set(await this.api.call('recordCall', { params: { memberId: this.member.id }, body: { outcome } }));
      if (outcome === 'spoke') return this.ref.close();
      this.noted.set(this.w().again({ when: this.w().tomorrow }));
    } catch (error) {
      this.problem.set(asProblem(error));
    }
    this.busy.set(false);
  }

  /** What they said, in the form that the matrix has; then the call is over too. */
  protected async record(): Promise<void> {
    const conference = this.script()?.conference;
    if (!conference) return;
    const store = {
      nameOf: () => this.name,
      times: () => conference.times,
      recordAnswer: (body: Body<'recordAnswer'>) => this.api.call('recordAnswer', { params: { conferenceId: conference.id }, body }),
    };
    const saved = await this.dialogs.open<unknown, boolean>(AnswerForm, { store, person: { memberId: this.member.id, answer: conference.answer } }, { label: this.t().onBehalfTitle({ name: this.name }), kind: 'side' });
    if (saved === true) await this.called('spoke');
  }

  private async read(): Promise<void> {
    try {
      this.script.set(await this.api.call('readCall', { params: { memberId: this.member.id } }));
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }
  private telling({ conference }: CallScript): string[] {
    const { tell } = this.w();
    if (conference === null) return [tell.nothing];
    const day = conference.startsLocal === null ? '' : `${this.when.date(conference.startsLocal)}${conference.endsLocal === null ? '' : ` ${shortRange({ startsLocal: conference.startsLocal, endsLocal: conference.endsLocal }, this.when)}`}`;
    switch (conference.state) {
      case 'planning':
      case 'polling':
        return [conference.answerBy === null ? tell.asks : `${tell.asks} ${tell.asksBy({ date: this.when.short(conference.answerBy) })}`];
      case 'confirmed':
        return [tell.set({ when: day })];
      case 'cancelled':
        return [tell.cancelled({ when: day })];
      case 'inProgress':
      case 'held':
        return [tell.after];
    }
  }
}
