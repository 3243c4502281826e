import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Member } from '@radslag/contracts';
import { CONSENT_FORMS, ConsentForm, ConsentPurpose } from '@radslag/domain';
import { Api } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { Chip } from '../ui/chip';
import { DateField } from '../ui/date-field';
import { Field } from '../ui/field';
import { Shape } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { Token } from '../ui/person';
import { Seg } from '../ui/seg';
import { When } from '../ui/when';
import { consentWords } from '../words/consent';
import { networkWords } from '../words/network';
import { vocabulary } from '../words/vocabulary';
import { byCode, say, words } from '../words/words';
import { PURPOSES, standing } from './standing';

/** One person's consents: what holds, what is missing, and what recording or withdrawing will do. */
@Component({
  selector: 'rs-consent-panel',
  imports: [Chip, Field, ProblemNotice, Seg, Shape, Token, DateField],
  host: { class: 'contents' },
  templateUrl: './consent-panel.html',
})
export class ConsentPanel {
  private readonly api = inject(Api);
  protected readonly when = inject(When);
  protected readonly w = words(consentWords);
  protected readonly v = words(vocabulary);

  private readonly n = words(networkWords);

  readonly member = input.required<Member>();
  readonly mayWrite = input.required<boolean>();
  readonly changed = output();
  readonly closed = output();

  protected readonly open = signal<{ purpose: ConsentPurpose; act: 'record' | 'withdraw' } | null>(null);
  protected readonly form = signal<ConsentForm>('oral');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly missing = signal<string | null>(null);
  protected readonly forms = computed(() => CONSENT_FORMS.map((value) => ({ value, label: this.v().form[value] })));
  protected readonly name = computed(() => (this.member().protected ? this.n().protectedPerson : this.member().shortName));
  protected readonly refusal = computed(() => {
    const code = this.member().contactRefusal;
    return code === null ? null : (byCode(this.v().refusal, code) ?? code);
  });
  protected readonly purposes = computed(() =>
    PURPOSES.map((purpose) => {
      const now = standing(this.member().consents, purpose, this.when.today());
      const consent = now.kind === 'none' ? null : now.consent;
      const effects = { given: say(this.w().effectGive[purpose], { name: this.name() }), withdrawn: say(this.w().effectWithdraw[purpose], { name: this.name() }) };
      return { purpose, name: this.v().purpose[purpose], column: this.w().columns[purpose], kind: now.kind, consent, said: this.said(now.kind, consent), ...effects };
    }),
  );

  constructor() {
    // Another person: their form starts closed.
    const memberId = computed(() => this.member().id);
    effect(() => {
      memberId();
      untracked(() => this.show(null));
    });
  }

  protected show(open: { purpose: ConsentPurpose; act: 'record' | 'withdraw' } | null): void {
    this.problem.set(null);
    this.missing.set(null);
    this.form.set('oral');
    this.open.set(open);
  }

  protected async record(event: Event, purpose: ConsentPurpose, givenOn: string, validUntil: string): Promise<void> {
    event.preventDefault();
    this.missing.set(givenOn === '' ? this.w().missingDate : null);
    if (givenOn === '') return;
    await this.attempt(() => this.api.call('recordConsent', { params: { memberId: this.member().id }, body: { purpose, form: this.form(), givenOn, validUntil: validUntil === '' ? null : validUntil } }));
  }

  protected async withdraw(consentId: string | undefined): Promise<void> {
    if (consentId !== undefined) await this.attempt(() => this.api.call('withdrawConsent', { params: { consentId } }));
  }

  private said(kind: 'none' | 'holds' | 'withdrawn' | 'expired', consent: Member['consents'][number] | null): string {
    const w = this.w();
    if (consent === null || kind === 'none') return w.none;
    if (kind === 'withdrawn') return w.withdrawn({ on: this.when.short(this.when.dateOf(consent.withdrawnAt ?? '')) });
    if (kind === 'expired') return w.expired({ on: this.when.short(consent.validUntil ?? consent.givenOn) });
    const given = w.given({ form: this.v().form[consent.form], on: this.when.short(consent.givenOn) });
    return consent.validUntil === null ? given : `${given}, ${w.until({ on: this.when.short(consent.validUntil) })}`;
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await act();
      this.show(null);
      this.changed.emit();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
