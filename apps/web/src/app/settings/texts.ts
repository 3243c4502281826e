import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { SendingText } from '@radslag/contracts';
import { charactersOf, FAMILY_LANGUAGES, FamilyLanguage, MESSAGE_KINDS, MessageKind, messageValues, MOST_SEGMENTS, nameLike, PLACEHOLDERS_OF, revealingWords, sampleOf, TEXT_MAX, textFaults } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { Session } from '../session/session';
import { pageTitle } from '../shell/page-title';
import { Ask, Question } from '../ui/ask';
import { Chip } from '../ui/chip';
import { Dialogs } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { networkWords } from '../words/network';
import { outreachWords } from '../words/outreach';
import { sendingWords } from '../words/sending';
import { words } from '../words/words';
import { kronor } from './kronor';
import { SettingsTabs } from './settings-tabs';

/** One kind of message in one language: what is used, the draft, and what each would look like on a phone. */
@Component({
  selector: 'rs-texts',
  imports: [Chip, Control, Field, Icon, Notice, ProblemNotice, SettingsTabs],
  host: { class: 'contents' },
  templateUrl: './texts.html',
})
export class Texts {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(Session);
  private readonly when = inject(When);
  protected readonly w = words(sendingWords);
  protected readonly o = words(outreachWords);
  private readonly n = words(networkWords);

  protected readonly kind = signal<MessageKind>('invitation');
  protected readonly language = signal<FamilyLanguage>('sv');
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly copied = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly reason = signal('');
  protected readonly reasonMissing = signal(false);
  protected readonly most = TEXT_MAX;
  protected readonly isManager = computed(() => this.session.is('manager'));

  protected readonly read = live(() => this.api.call('readTexts'));
  protected readonly kinds = computed(() => MESSAGE_KINDS.map((value) => ({ value, label: this.o().kinds[value] })));
  protected readonly languages = computed(() => FAMILY_LANGUAGES.map((value) => ({ value, label: this.n().languages[value] })));
  protected readonly places = computed(() => PLACEHOLDERS_OF[this.kind()].map((name) => `{${name}}`).join(' '));
  private readonly text = computed<SendingText | undefined>(() => this.read.value()?.texts.find((one) => one.kind === this.kind() && one.language === this.language()));
  protected readonly draft = computed(() => this.text()?.versions.find((one) => one.state === 'draft') ?? null);
  protected readonly inUse = computed(() => {
    const text = this.text();
    const own = text?.versions.find((one) => one.state === 'approved');
    if (own !== undefined) return { id: own.id, title: this.w().ownVersion({ n: own.version }), body: own.body, note: this.w().approvedBy({ who: own.approvedBy ?? '', when: this.at(own.approvedAt) }), override: own.overrideReason, sample: this.sample(own.body) };
    const built = text?.builtIn;
    return built ? { id: null, title: this.w().builtIn, body: built.body, note: '', override: null, sample: this.sample(built.body) } : null;
  });
  protected readonly history = computed(() => (this.text()?.versions ?? []).filter((one) => one.state === 'retired').map((one) => ({ ...one, note: one.approvedBy === null ? this.w().draftBy({ who: one.createdBy, when: this.at(one.createdAt) }) : this.w().approvedBy({ who: one.approvedBy, when: this.at(one.approvedAt) }) })));
  protected readonly draftNote = computed(() => (this.draft() === null ? '' : this.w().draftBy({ who: this.draft()?.createdBy ?? '', when: this.at(this.draft()?.createdAt ?? null) })));

  /** What is in the field: the draft, or what is used, until somebody types. */
  protected readonly typed = linkedSignal(() => this.draft()?.body ?? this.inUse()?.body ?? '');
  protected readonly changed = computed(() => this.typed().trim() !== (this.draft()?.body ?? this.inUse()?.body ?? ''));
  protected readonly look = computed(() => {
    const body = this.typed().normalize('NFC').trim();
    const sample = this.sample(body);
    const { costly, plain } = charactersOf(body);
    const price = this.read.value()?.segmentPriceOre ?? 0;
    return {
      sample, costly: costly.join(' '), plain: plain.map(({ from, to }) => `${from.trim() === '' ? `U+${from.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` : from} → ${to === '' ? '∅' : to === ' ' ? '␣' : to}`).join(', '), revealing: revealingWords(body).join(', '), nameLike: nameLike(body, this.language()).join(', '),
      faults: body === '' ? [] : textFaults(this.kind(), body).map((fault) => this.w().faults[fault]), tooMany: (sample?.sms.segments ?? 0) > MOST_SEGMENTS ? this.w().tooMany({ most: MOST_SEGMENTS }) : '',
      cost: this.w().cost({ price: kronor((sample?.sms.segments ?? 0) * price) }),
    };
  });
  protected readonly wrong = computed(() => (this.changed() ? ([...this.look().faults, this.look().tooMany].filter(Boolean).join(' ') || null) : null) ?? this.problem()?.forField('text') ?? null);

  constructor() {
    pageTitle(() => this.w().title);
  }

  protected choose(kind: string, language: string): void {
    this.kind.set(kind as MessageKind);
    this.language.set(language as FamilyLanguage);
    this.clean();
  }
  protected type(text: string): void {
    this.typed.set(text);
    this.saved.set(false);
  }
  protected bare(address: string): string {
    return address.replace(/^https?:\/\//, '');
  }
  protected async copy(address: string): Promise<void> {
    await navigator.clipboard.writeText(address);
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 4_000);
  }
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wrong() !== null && this.problem() === null) return;
    await this.attempt(async () => {
      await this.api.call('draftText', { body: { kind: this.kind(), language: this.language(), text: this.typed() } });
      this.saved.set(true);
    });
  }
  protected async approve(id: string, revealing: readonly string[]): Promise<void> {
    this.reasonMissing.set(revealing.length > 0 && this.reason().trim() === '');
    if (this.reasonMissing()) return;
    await this.attempt(() => this.api.call('approveText', { params: { textId: id }, body: { overrideReason: revealing.length > 0 ? this.reason() : null } }));
  }
  protected withdraw(id: string, draft: boolean): void {
    const w = this.w();
    const act = async () => {
      await this.api.call('withdrawText', { params: { textId: id } });
      await this.read.reload();
    };
    const question: Question = { title: draft ? w.discardTitle : w.withdrawTitle, effect: draft ? w.discardEffect : w.withdrawEffect, yes: draft ? w.discard : w.withdraw, no: w.keep, act };
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title });
  }

  private sample(body: string): ReturnType<typeof sampleOf> | null {
    const facts = this.read.value()?.sample;
    if (facts === undefined || body === '') return null;
    return sampleOf(this.kind(), this.language(), body, messageValues({ ...facts, date: '2026-09-23', from: '16:30', to: '20:30' }, this.language()));
  }
  private at(moment: string | null): string {
    return moment === null ? '' : this.when.dated(this.when.dateOf(moment));
  }
  private clean(): void {
    this.problem.set(null);
    this.reason.set('');
    this.reasonMissing.set(false);
    this.saved.set(false);
  }
  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
      await this.read.reload();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
