import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Ask, Question } from '../ui/ask';
import { daysBetween } from '../ui/dates';
import { Dialogs } from '../ui/dialogs';
import { keepFocusNear } from '../ui/focus';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { Token } from '../ui/person';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { AnswerForm } from './answer-form';
import { leftToArrange, MatrixPerson } from './answers';
import { MoveForm } from './move-form';
import { SentText } from './sent-text';
import { shortRange } from './time-text';
import { EffectText } from './effect-text';
import { TimesStore } from './times-store';
import { VenueForm } from './venue-form';

/** The time that is looked at: what has to fit, what is left to arrange, and what booking will do. After booking: the day itself. */
@Component({
  selector: 'rs-time-panel',
  imports: [RouterLink, Icon, Token, ProblemNotice, SentText],
  templateUrl: './time-panel.html',
})
export class TimePanel {
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  private readonly numerals = inject(Numerals);
  protected readonly w = words(timesWords);
  protected readonly store = inject(TimesStore);
  private readonly effects = inject(EffectText);

  protected readonly showText = signal(false);
  protected readonly busy = signal(false);
  /** The rehearsal was refused (a worry nobody has answered, a ban nobody has decided about): so would the booking be. */
  protected readonly refused = computed(() => this.store.effectProblem()?.status === 422);

  protected readonly booked = this.store.booked;
  protected readonly kindOfTime = computed(() => (this.booked() === null ? this.w().chosen : this.store.state() === 'cancelled' ? this.w().cancelledPanel : this.store.state() === 'held' ? this.w().heldPanel : this.w().bookedPanel));
  protected readonly heading = computed(() => {
    const time = this.booked() ?? this.store.chosen();
    return time === null ? null : { day: this.when.long(time.startsLocal), range: this.w().clock({ range: shortRange(time, this.when) }) };
  });
  protected readonly checks = computed(() => {
    const ranked = this.store.chosenRank();
    const chosen = this.store.chosen();
    if (ranked === null || chosen === null) return [];
    const w = this.w();
    const { mustCan, mustTotal } = ranked;
    const interpreters = this.store.expected().filter((person) => person.needsInterpreter).map((person) => person.memberId);
    const holdBy = this.store.holdBy();
    const venue = this.store.conference()?.venue.name ?? '';
    const left = holdBy === null ? 0 : daysBetween(chosen.startsLocal.slice(0, 10), holdBy);
    return [
      { key: 'must', ok: mustTotal > 0 && mustCan === mustTotal, text: mustTotal === 0 ? w.noMust : mustCan === mustTotal ? w.allMust({ n: this.numerals.within(mustTotal) }) : w.someMust({ can: this.numerals.opening(mustCan), n: this.numerals.within(mustTotal) }) },
      ...(interpreters.length > 0 ? [{ key: 'tolk', ok: false, text: w.interpreters({ names: this.store.names(interpreters) }) }] : []),
      { key: 'venue', ok: venue !== '', text: venue === '' ? w.venueMissing : w.venueSet({ name: venue }) },
      ...(holdBy === null ? [] : [{ key: 'by', ok: left >= 0, text: left < 0 ? w.afterHoldBy({ date: this.when.short(holdBy) }) : w.beforeHoldBy({ days: left, inWords: this.numerals.opening(left), date: this.when.short(holdBy) }) }]),
    ];
  });
  protected readonly left = computed(() => {
    const timeId = this.store.chosenId();
    if (timeId === null) return [];
    return this.store.expected().flatMap((person) => {
      const why = leftToArrange(person, timeId);
      return why === null ? [] : [{ person, name: this.store.nameOf(person), why: this.w().leftWhy[why] }];
    });
  });
  protected readonly effectText = computed(() => {
    const effect = this.store.effect();
    return effect === undefined ? this.w().loadingEffect : this.effects.said(effect);
  });
  protected readonly skipped = computed(() => {
    const effect = this.store.effect();
    return effect === undefined ? [] : this.effects.skipped(effect, (ids) => this.store.names(ids));
  });
  protected readonly bookLabel = computed(() => {
    const chosen = this.store.chosen();
    return chosen === null ? '' : this.w().book({ date: this.when.short(chosen.startsLocal) });
  });

  protected answer(person: MatrixPerson): void {
    void this.dialogs.open(AnswerForm, { store: this.store, person }, { label: this.w().onBehalfTitle({ name: this.store.nameOf(person) }), kind: 'side' });
  }
  protected venue(): void {
    void this.dialogs.open(VenueForm, { store: this.store }, { label: this.w().venue });
  }
  protected move(): void {
    void this.dialogs.open(MoveForm, { store: this.store }, { label: this.w().moveTitle });
  }
  protected async cancel(): Promise<void> {
    const w = this.w();
    const effect = await this.store.foresee(() => this.store.previewCancel());
    if (effect === null) return;
    const question: Question = {
      title: w.cancelTitle, effect: w.cancelEffect({ effect: this.effects.said(effect) }), lines: this.effects.skipped(effect, (ids) => this.store.names(ids)), yes: w.cancelYes, no: w.keep,
      choose: { label: w.cancelReason, choices: Object.entries(w.cancelReasons).map(([value, label]) => ({ value, label })) },
      act: (reason) => this.store.cancel(reason as 'other'),
    };
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title }).then(() => keepFocusNear('.again .btn', '.panel h2'));
  }
  protected async book(): Promise<void> {
    this.busy.set(true);
    if (await this.store.confirm()) keepFocusNear('.panel .sel h2', '.panel h2');
    this.busy.set(false);
  }
}
