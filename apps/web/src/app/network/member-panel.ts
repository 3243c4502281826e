import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Channel } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { Dialogs } from '../ui/dialogs';
import { keepFocusNear } from '../ui/focus';
import { Icon, Shape } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { Token } from '../ui/person';
import { capital } from '../ui/numerals';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { callWords } from '../words/call';
import { pairWords } from '../words/pairs';
import { contactWords } from '../words/contact';
import { reachWords } from '../words/reach';
import { Ask, Question } from '../ui/ask';
import { ConsentForm } from './consent-form';
import { NetworkStore } from './network-store';
import { PairForm } from './pair-form';
import { TieSample } from './tie-sample';
import { Worries } from './worries';

const STEPS = ['agree', 'contact', 'prepare'] as const;

/** The person that is looked at: facts, consents, relations, needs, and what can be done. */
@Component({
  selector: 'rs-member-panel',
  imports: [Icon, Shape, Token, Notice, ProblemNotice, TieSample, Worries],
  templateUrl: './member-panel.html',
})
export class MemberPanel {
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly w = words(networkWords);
  protected readonly r = words(reachWords);
  protected readonly p = words(pairWords);
  protected readonly c = words(callWords);
  protected readonly k = words(contactWords);
  protected readonly store = inject(NetworkStore);

  /** Opened because of what they are worried about: that is what is seen first. */
  readonly worry = input(false);
  readonly edit = output<Member>();
  readonly relate = output<Member>();
  readonly moveOnMap = output<Member>();
  readonly guide = output<{ member: Member; by: 'call' | 'letter' }>();

  protected readonly copied = signal(false);
  protected readonly member = this.store.selected;
  protected readonly name = computed(() => this.store.nameOf(this.store.selectedId()));
  protected readonly subtitle = computed(() => {
    const member = this.member();
    if (member === null) return '';
    const roles = this.w().roles;
    return [member.relation, ...(member.guardian ? [roles.guardian] : []), ...(member.supportPerson ? [roles.supportPerson] : []), ...(member.professional ? [roles.professional] : []), ...(member.mustAttend ? [roles.mustAttend] : [])].join(', ');
  });
  protected readonly shape = computed(() => {
    const state = this.member()?.state;
    return state === 'prepared' ? 'full' : state === 'contacted' ? 'half' : 'none';
  });
  protected readonly stateText = computed(() => {
    const member = this.member();
    if (member === null) return '';
    const at = member.preparedAt ?? member.contactedAt ?? member.agreedAt;
    return `${capital(this.w().states[member.state])}${at === null ? '' : ` ${this.when.short(this.when.dateOf(at))}`}`;
  });
  protected readonly phone = computed(() => this.member()?.phone ?? null);
  protected readonly phoneText = computed(() => (this.phone() === null ? '' : this.when.phone(this.phone() ?? '')));
  /** Why the number is not shown; null: it is, as something to dial unless it is outside their hours. */
  protected readonly callRefusal = computed(() => {
    const code = this.member()?.callRefusal ?? null;
    return code === null || code === 'outsideHours' || code === 'noNumber' ? null : this.k().why[code];
  });
  protected readonly mayDial = computed(() => this.member()?.callRefusal === null);
  protected readonly channels = computed(() => {
    const member = this.member();
    if (member === null) return [];
    const has: Partial<Record<Channel, boolean>> = { sms: member.phone !== null || member.delegateId !== null, phone: member.phone !== null, email: member.email !== null, letter: member.postalAddress !== null };
    return [member.channel, ...member.otherChannels].map((code) => ({ code, name: this.w().channels[code], missing: has[code] === false ? byCode(this.r().missing, code) : undefined }));
  });
  protected readonly wantsLetters = computed(() => this.channels().some(({ code }) => code === 'letter'));
  protected readonly opening = computed(() => {
    const member = this.member();
    if (member === null || !member.initialsAllowed) return `${this.r().alone}.`;
    return `${member.alias === null ? this.r().saysInitials({ initials: member.initials }) : this.r().saysAlias({ alias: member.alias })}.`;
  });
  protected readonly notBefore = computed(() => {
    const day = this.member()?.notBefore ?? null;
    return day === null || day <= this.when.today() ? '' : this.when.short(day);
  });
  protected readonly serves = computed(() => this.store.people().filter((one) => one.delegateId !== null && one.delegateId === this.store.selectedId()).map((one) => this.store.memberName(one)).join(', '));
  protected readonly unreadable = computed(() => {
    const parts: readonly string[] = this.member()?.unreadable ?? [];
    return parts.map((part) => byCode(this.w().unreadableParts, part) ?? part).join(', ');
  });
  protected readonly refusal = computed(() => {
    const code = this.member()?.contactRefusal ?? null;
    return code === null ? null : (byCode(this.w().refusals, code) ?? this.w().refusalUnknown);
  });
  protected readonly consents = computed(() => {
    const w = this.w();
    return [...(this.member()?.consents ?? [])]
      .sort((a, b) => (a.givenOn < b.givenOn ? 1 : -1))
      .map((consent) => ({
        id: consent.id, active: consent.withdrawnAt === null, to: capital(w.consentTo({ purpose: w.purposes[consent.purpose] })),
        how: consent.withdrawnAt === null
          ? `${w.consentOn({ form: capital(w.forms[consent.form]), date: this.when.short(consent.givenOn) })}${consent.validUntil === null ? '' : `, ${w.validUntil({ date: this.when.short(consent.validUntil) })}`}`
          : capital(w.withdrawn({ date: this.when.short(this.when.dateOf(consent.withdrawnAt)) })),
      }));
  });
  protected readonly ties = computed(() => {
    const id = this.store.selectedId();
    return id === null ? [] : this.store.tiesOf(id).map((tie) => ({ ...tie, name: this.store.nameOf(tie.otherId), until: tie.until === null ? '' : this.w().until({ date: this.when.short(tie.until) }) }));
  });
  /** The sentence has a full stop of its own after Nora P. */
  /** What stands between them and another, and what a manager has decided about it. */
  protected readonly pairs = computed(() => {
    const [w, member] = [this.p(), this.member()];
    return this.ties().filter((tie) => member !== null && (tie.kind === 'contactBan' || tie.kind === 'keptApart')).map((tie) => ({
      id: tie.id, other: tie.name, decided: tie.decision !== null, ground: tie.decision?.ground ?? '',
      binds: tie.kind !== 'contactBan' ? '' : tie.boundId === null ? w.boundUnknown : w.boundOne({ name: this.bare(this.store.nameOf(tie.boundId)) }),
      says: tie.decision !== null ? w.decidedLine({ measure: w.measures[tie.decision.measure], by: tie.decision.by, date: this.when.short(this.when.dateOf(tie.decision.at)) }) : tie.kind === 'contactBan' ? w.undecided : '',
    }));
  });
  protected readonly apart = computed(() => this.ties().filter((tie) => tie.kind === 'keptApart').map((tie) => ({ id: tie.id, bare: this.bare(tie.name) })));
  protected readonly needs = computed(() => (this.member()?.needs ?? []).map((need) => (need.detail === '' ? this.w().needs[need.need] : `${this.w().needs[need.need]}: ${need.detail}`)));
  protected readonly steps = computed(() => STEPS.filter((step) => this.member()?.allowed.includes(step)));

  private bare(name: string): string {
    return name.replace(/\.$/, '');
  }
  protected decide(tieId: string, other: string): void {
    const data = { store: this.store, tieId, one: this.name(), two: other };
    void this.dialogs.open(PairForm, data, { label: this.p().decideTitle({ one: data.one, two: other }) });
  }
  protected takeBack(tieId: string): void {
    const w = this.p();
    this.ask({ title: w.revokeTitle, effect: w.revokeEffect, yes: w.revoke, no: w.cancel, act: () => this.store.revokePair(tieId) });
  }
  protected close(): void {
    this.store.select(null);
  }
  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.phoneText());
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 4_000);
  }
  protected advance(event: (typeof STEPS)[number]): void {
    const member = this.member();
    if (member !== null) void this.store.move(member, event);
  }
  protected record(member: Member): void {
    void this.dialogs.open(ConsentForm, { store: this.store, member }, { label: this.w().recordTitle({ name: this.name() }) });
  }
  protected withdraw(consentId: string): void {
    const w = this.w();
    const contact = this.member()?.consents.find((consent) => consent.id === consentId)?.purpose === 'contact';
    this.ask({ title: w.withdrawTitle({ name: this.name() }), effect: contact ? w.withdrawConfirm({ name: this.name() }) : w.withdrawOther, yes: w.withdrawYes, no: w.cancel, act: () => this.orThrow(this.store.withdraw(consentId)) });
  }
  protected remove(member: Member): void {
    const w = this.w();
    this.ask({ title: w.removeTitle({ name: this.name() }), effect: w.removeEffect({ name: this.name() }), yes: w.removeYes, no: w.keep, act: () => this.orThrow(this.store.remove(member)) });
  }

  private ask(question: Question): void {
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title }).then(() => keepFocusNear('.panel .sel-head .btn', '.panel h2', '.tools .btn.primary'));
  }
  private async orThrow(done: Promise<boolean>): Promise<void> {
    if (!(await done)) throw this.store.problem() ?? new Error('refused');
  }
}
