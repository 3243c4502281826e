import { Component, computed, inject, signal } from '@angular/core';
import type { Answer } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { Ask, Question } from '../ui/ask';
import { Chip, Tone } from '../ui/chip';
import { Dialogs } from '../ui/dialogs';
import { keepFocusNear } from '../ui/focus';
import { Icon, IconName } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { Token } from '../ui/person';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { timesWords } from '../words/times';
import { AnswerForm } from './answer-form';
import { answeredBefore, type MatrixPerson } from './answers';
import { CodeDialog } from './code-dialog';
import { EffectText } from './effect-text';
import { askingOf } from './asking';
import { TimesStore } from './times-store';

type Row = { person: MatrixPerson; id: string; name: string; can: boolean; bySms: boolean; live: boolean; why: string; tone: Tone; icon: IconName; state: string; sent: string; answer: string; worry: string };

/** They are invited all the same, and asked by the coordinator. */
const ASKED_BY_STAFF = ['noSms', 'noNumber', 'personProtected', 'tooLate'];

/** Who is invited, who cannot be and why, and each person's own link. */
@Component({
  selector: 'rs-invitations',
  imports: [Chip, Icon, Notice, ProblemNotice, Token],
  host: { class: 'step-page pad invitations' },
  templateUrl: './invitations.html',
})
export class Invitations {
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly numerals = inject(Numerals);
  protected readonly w = words(timesWords);
  protected readonly n = words(networkWords);
  protected readonly store = inject(TimesStore);
  private readonly effects = inject(EffectText);

  protected readonly picked = signal<ReadonlySet<string>>(new Set());
  protected readonly preview = signal<Answer<'previewInvitations'> | null>(null);
  protected readonly previewTitle = computed(() => {
    const w = this.w().sendPreview;
    const { sms, emails } = this.preview() ?? { sms: 0, emails: 0 };
    if (sms + emails === 0) return w.none;
    if (sms > 0 && emails > 0) return w.both({ sms, inWords: this.numerals.opening(sms), emails: this.numerals.within(emails) });
    return sms > 0 ? w.sms({ n: sms, inWords: this.numerals.opening(sms) }) : w.emails({ n: emails, inWords: this.numerals.opening(emails) });
  });
  /** When it leaves, whom it does not reach and why. */
  protected readonly previewLines = computed(() => {
    const effect = this.preview();
    if (effect === null) return [];
    const late = effect.sms + effect.emails > 0 && (effect.held || effect.lastLeavesAt !== null);
    return [...(late ? [this.effects.said(effect)] : []), ...this.effects.skipped(effect, (ids) => this.store.names(ids))];
  });
  protected readonly goes = computed(() => (this.preview()?.sms ?? 0) + (this.preview()?.emails ?? 0));
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly sent = signal<{ invited: number; asked: string; refused: { name: string; why: string }[] } | null>(null);

  protected readonly open = computed(() => ['polling', 'confirmed'].includes(this.store.state() ?? '') && (this.store.may('confirm') || this.store.may('move')));
  protected readonly rows = computed<Row[]>(() => this.store.everyone().map((person) => this.rowOf(person)));
  protected readonly ready = computed(() => this.rows().filter((row) => row.can));
  protected readonly chosen = computed(() => this.ready().filter((row) => this.picked().has(row.id)));
  protected readonly bySms = computed(() => this.chosen().filter((row) => row.bySms));
  protected readonly byStaff = computed(() => this.when.names(this.chosen().filter((row) => !row.bySms).map((row) => row.name)));
  protected readonly allPicked = computed(() => this.ready().length > 0 && this.chosen().length === this.ready().length);

  protected toggle(id: string): void {
    const picked = new Set(this.picked());
    if (!picked.delete(id)) picked.add(id);
    this.picked.set(picked);
    this.preview.set(null);
  }
  protected toggleAll(): void {
    this.picked.set(this.allPicked() ? new Set() : new Set(this.ready().map((row) => row.id)));
    this.preview.set(null);
  }
  /** The text as it will be sent; the link is each person's own. */
  protected async show(): Promise<void> {
    this.problem.set(null);
    this.sent.set(null);
    try {
      this.preview.set(await this.store.previewInvitations(this.chosen().map((row) => row.id)));
      keepFocusNear('#forhand');
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }
  protected titleOf(language: string): string {
    return this.w().textIn({ language: byCode(this.n().languages, language) ?? language });
  }
  protected async send(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const effect = this.preview();
      const { refused } = await this.store.invite(this.chosen().map((row) => row.id));
      const invited = effect === null ? 0 : effect.sms + effect.emails;
      const asked = refused.filter((one) => ASKED_BY_STAFF.includes(one.reason)).map((one) => one.memberId);
      this.sent.set({
        invited, asked: this.store.names(asked),
        refused: refused.filter((one) => !asked.includes(one.memberId)).map((one) => ({ name: this.store.names([one.memberId]), why: this.whyNot(one.reason) })),
      });
      this.picked.set(new Set());
      this.preview.set(null);
      keepFocusNear('.invitations [role="status"]');
    } catch (error) {
      this.problem.set(asProblem(error));
    }
    this.busy.set(false);
  }

  protected answer(row: Row): void {
    void this.dialogs.open(AnswerForm, { store: this.store, person: row.person }, { label: this.w().onBehalfTitle({ name: row.name }), kind: 'side' });
  }
  /** The person's own pages, in a tab of their own; opened before the address is known, since browsers only let a press open one. */
  protected async together(row: Row, invitationId: string): Promise<void> {
    this.problem.set(null);
    const tab = window.open('', '_blank');
    try {
      const url = await this.store.fillInTogether(invitationId);
      if (tab === null) return void this.problem.set(asProblem(new Error(this.w().tabBlocked({ name: row.name }))));
      tab.opener = null;
      tab.location.replace(url);
    } catch (error) {
      tab?.close();
      this.problem.set(asProblem(error));
    }
  }
  protected async rotate(row: Row, invitationId: string): Promise<void> {
    const w = this.w();
    const effect = await this.store.foresee(() => this.store.previewRotate(invitationId));
    if (effect === null) return;
    const goes = effect.sms + effect.emails > 0;
    const lines = goes && (effect.held || effect.lastLeavesAt !== null) ? [this.effects.said(effect)] : effect.skipped.map((one) => this.effects.whyNot(one.reason));
    this.ask(row, { title: w.rotateTitle({ name: row.name }), effect: effect.sms > 0 ? w.rotateEffect : effect.emails > 0 ? w.rotateByEmail : w.rotateNoSms, lines, yes: w.rotateYes, no: w.cancel, act: () => this.store.rotate(invitationId) });
  }
  protected revoke(row: Row, invitationId: string): void {
    const w = this.w();
    this.ask(row, { title: w.revokeTitle({ name: row.name }), effect: w.revokeEffect, yes: w.revokeYes, no: w.cancel, act: () => this.store.revoke(invitationId) });
  }
  protected async code(row: Row, invitationId: string): Promise<void> {
    this.problem.set(null);
    try {
      const { code, validUntil } = await this.store.issueCode(invitationId);
      await this.dialogs.open(CodeDialog, { title: this.w().codeTitle({ name: row.name }), code, until: this.when.moment(validUntil) }, { label: this.w().codeTitle({ name: row.name }) });
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }

  private ask(row: Row, question: Question): void {
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title }).then(() => keepFocusNear(`#row-${row.id}`));
  }
  private whyNot(code: string): string {
    return this.effects.whyNot(code);
  }
  private rowOf(person: MatrixPerson): Row {
    const w = this.w();
    const invitation = person.invitation;
    const closed = invitation?.state === 'revoked';
    const asked = invitation?.state === 'notSent';
    const reopens = invitation?.allowed.includes('reopen') ?? false;
    const bySms = person.contactRefusal === null;
    const reachable = bySms || ASKED_BY_STAFF.includes(person.contactRefusal ?? '');
    // Somebody asked by the coordinator can be sent the question once there is a way for it.
    const can = this.open() && (invitation === null ? reachable : closed ? reopens && reachable : asked && bySms);
    const asking = askingOf(person.lastMessage);
    const answered = invitation?.state === 'answered' && !answeredBefore(person);
    const [tone, icon, state]: [Tone, IconName, string] =
      closed ? ['nej', 'link', w.invitationStates.revoked]
      : answered ? ['ja', 'check', w.invitationStates.answered]
      : asking === 'failed' ? ['fel', 'fail', w.how.failed]
      : asking === 'unknown' ? ['fel', 'fail', w.askings.unknown]
      : asking === 'willNotBeSent' ? ['nej', 'skip', w.askings.willNotBeSent]
      : invitation !== null && asking === 'notSent' ? ['nej', 'skip', w.askings.notSent]
      : invitation !== null && asking === 'waits' ? ['vantar', 'clock', w.askings.waits({ when: this.when.moment(person.lastMessage?.at ?? '') })]
      : invitation !== null && asking === 'onItsWay' ? ['vantar', 'clock', w.askings.onItsWay]
      : asked ? ['vantar', 'phone', w.invitationStates.notSent]
      : invitation !== null ? ['vantar', 'clock', asking === 'delivered' ? w.askings.delivered : w.invitationStates.sent]
      : !reachable ? ['nej', 'skip', w.notInvited]
      : ['plain', 'dash', w.notInvited];
    const last = person.lastMessage;
    const told = asking === 'sent' || asking === 'delivered' || asking === 'failed' || asking === 'unknown' ? (last?.at ?? null) : asking === null ? (invitation?.sentAt ?? null) : null;
    const sent = told !== null ? this.when.moment(told) : last?.reason == null || answered ? '' : this.whyNot(last.reason);
    return {
      person, id: person.memberId, name: this.store.nameOf(person), can, bySms, live: invitation !== null && !closed,
      why: closed && person.contactRefusal === null ? (reopens ? w.mayReopen : w.needsNewConsent) : bySms || (invitation !== null && !asked && !closed && person.contactRefusal !== 'contactBan') ? '' : this.whyNot(person.contactRefusal ?? ''), tone, icon, state, sent: closed ? '' : sent,
      answer: person.answer === null ? '' : answeredBefore(person) ? w.answeredOther : `${w.coming[person.coming ?? person.answer.coming]}${person.answer.mode === null ? '' : `, ${w.modes[person.answer.mode]}`}`,
      worry: byCode(w.worry, person.answer?.worry ?? '') ?? '',
    };
  }
}
