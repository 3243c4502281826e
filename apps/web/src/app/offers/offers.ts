import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Offer } from '@radslag/contracts';
import { DECLINE_REASONS, DeclineReason } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { Session } from '../session/session';
import { pageTitle } from '../shell/page-title';
import { Chip } from '../ui/chip';
import { DateField } from '../ui/date-field';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { offerWords } from '../words/offers';
import { vocabulary } from '../words/vocabulary';
import { words } from '../words/words';

type Answering = { offerId: string; answer: 'accepted' | 'declined' };

@Component({
  selector: 'rs-offers',
  imports: [RouterLink, Chip, Control, Field, Icon, ProblemNotice, DateField],
  host: { class: 'contents' },
  templateUrl: './offers.html',
})
export class Offers {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly when = inject(When);
  protected readonly w = words(offerWords);
  protected readonly v = words(vocabulary);

  protected readonly read = live(() => this.api.call('listOffers'));
  protected readonly offers = computed(() => this.read.value()?.offers);
  protected readonly writes = computed(() => this.session.is('socialWorker'));
  protected readonly logging = signal(false);
  protected readonly answering = signal<Answering | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly errors = signal<{ about?: string; date?: string }>({});
  protected readonly reasons = computed(() => DECLINE_REASONS.map((value) => ({ value, label: this.v().declineReason[value] })));

  constructor() {
    pageTitle(() => this.w().title);
  }

  protected openLog(): void {
    this.answering.set(null);
    this.clean();
    this.logging.set(true);
  }
  protected ask(offer: Offer, answer: Answering['answer']): void {
    this.logging.set(false);
    this.clean();
    this.answering.set({ offerId: offer.id, answer });
  }
  protected closeForms(): void {
    this.logging.set(false);
    this.answering.set(null);
  }

  protected async log(event: Event, about: string, offeredOn: string): Promise<void> {
    event.preventDefault();
    const date = this.dateError(offeredOn);
    this.errors.set({ ...(about.trim() === '' ? { about: this.w().aboutMissing } : {}), ...(date === null ? {} : { date }) });
    if (Object.keys(this.errors()).length > 0) return;
    await this.attempt(() => this.api.call('logOffer', { body: { about, offeredOn } }));
  }

  protected async answer(event: Event, asked: Answering, answeredOn: string, reason: string): Promise<void> {
    event.preventDefault();
    const date = this.dateError(answeredOn);
    this.errors.set(date === null ? {} : { date });
    if (date !== null) return;
    const body = asked.answer === 'accepted' ? { answer: asked.answer, answeredOn } : { answer: asked.answer, answeredOn, reason: reason as DeclineReason };
    await this.attempt(() => this.api.call('answerOffer', { params: { offerId: asked.offerId }, body }));
  }

  protected async start(offer: Offer): Promise<void> {
    await this.attempt(async () => {
      const view = await this.api.call('startReferral', { body: { offerId: offer.id } });
      await this.router.navigate(['/radslag', view.id, 'uppdrag']);
    });
  }

  private dateError(date: string): string | null {
    if (date === '') return this.w().dateMissing;
    return date > this.when.today() ? this.w().dateInFuture : null;
  }
  private clean(): void {
    this.errors.set({});
    this.problem.set(null);
  }
  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await act();
      this.clean();
      this.closeForms();
      await this.read.reload();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
