import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pageTitle } from '../shell/page-title';
import { Ask, Question } from '../ui/ask';
import { Dialogs } from '../ui/dialogs';
import { Icon, Shape } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { words } from '../words/words';
import { dayWords } from '../words/day';
import { Attendance } from './attendance';
import { DayStore } from './day-store';
import { dayLine, lasted, mayBeForgotten, phaseStates, spans } from './phases';
import { keepScreenOn } from './screen-on';
import { StartPrivateTime } from './start-private-time';

/** The day, on a tablet at arm's length: one thing to press at a time, and in private time almost nothing. */
@Component({
  selector: 'rs-day',
  imports: [RouterLink, Icon, Shape, Notice, ProblemNotice, Attendance],
  providers: [DayStore],
  host: { class: 'day' },
  templateUrl: './day.html',
})
export class Day {
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  private readonly router = inject(Router);
  protected readonly w = words(dayWords);
  protected readonly store = inject(DayStore);

  readonly conferenceId = input.required<string>();

  protected readonly heading = computed(() => {
    const view = this.store.case();
    const only = view?.focalPersons.length === 1 ? view.focalPersons[0]?.age : null;
    return view === undefined ? null : { who: only == null ? view.initials : `${view.initials}, ${this.w().age({ years: only })}`, reference: view.reference };
  });
  protected readonly place = computed(() => {
    const conference = this.store.view()?.conference;
    return conference === undefined || conference.startsLocal === null ? '' : [this.when.long(conference.startsLocal), conference.venue.name].filter((part) => part !== '').join(' · ');
  });
  protected readonly status = computed(() => {
    const status = this.store.status();
    const w = this.w();
    switch (status.kind) {
      case 'waiting':
        return status.online ? w.sending({ n: status.n }) : w.waiting({ n: status.n });
      case 'offline':
        return w.offline;
      case 'saved':
        return w.saved({ clock: this.when.clock(status.at) });
      case 'fetched':
        return w.fetched({ clock: this.when.clock(status.at) });
      case 'none':
        return '';
    }
  });
  protected readonly line = computed(() => {
    const view = this.store.view();
    const line = view === undefined ? null : dayLine(view, this.when.now());
    if (line === null) return null;
    const clock = this.when.clock(this.when.now());
    return { ...line, clock, ticks: line.ticks.filter((tick) => line.now === null || Math.abs(tick.place - line.now) > 6).map((tick) => ({ place: tick.place, text: this.when.wallClock(tick.wall) })) };
  });
  protected readonly phases = computed(() => {
    const view = this.store.view();
    const w = this.w();
    return (view === undefined ? [] : phaseStates(view)).map((part) => {
      const clock = (at: string) => this.when.clock(at);
      const text =
        part.key === 'decision' ? w.decisionWho
        : part.from === null ? (part.key === 'presentation' ? w.whenReady : w.notYet)
        : part.to === null ? w.since({ clock: clock(part.from) })
        : w.done({ from: clock(part.from), to: clock(part.to), ...lasted(part.from, part.to) });
      return { ...part, title: w.phases[part.key], text, spoken: part.state === 'full' ? w.finished : part.state === 'half' ? w.ongoing : '', current: part.key === this.store.phase() };
    });
  });
  protected readonly timer = computed(() => {
    const open = spans(this.store.view()?.events ?? []).at(-1);
    if (open === undefined || open.to !== null) return null;
    const { hours, minutes } = lasted(open.from, this.when.now().toISOString());
    const forgotten = mayBeForgotten(open.from, this.when.now()) ? this.w().forgotten({ when: this.when.moment(open.from) }) : '';
    return { hours, minutes, spoken: this.w().timerLabel({ hours, minutes }), forgotten };
  });
  protected readonly usual = computed(() => {
    const until = this.store.view()?.conference.endsLocal ?? null;
    return until === null ? this.w().usualNoEnd : this.w().usual({ until: this.when.wallClock(until) });
  });
  protected readonly helps = computed(() => (this.store.view()?.events ?? []).filter((event) => event.kind === 'askForHelp').map((event) => ({ id: event.id, at: this.when.clock(event.at), text: this.w().helpLine({ by: event.by }) })));
  protected readonly phone = computed(() => {
    const number = this.store.view()?.onCallPhone ?? '';
    return number === '' ? null : { href: `tel:${number}`, text: this.w().onCall({ phone: this.when.phone(number) }) };
  });
  protected readonly again = computed(() => spans(this.store.view()?.events ?? []).some((span) => span.key === 'privateTime'));

  constructor() {
    effect(() => this.store.conferenceId.set(this.conferenceId()));
    keepScreenOn(() => this.store.phase() !== 'notStarted' && this.store.phase() !== 'ended');
    pageTitle(() => {
      const heading = this.heading();
      return heading === null ? this.w().title : `${this.store.case()?.initials} ${heading.reference} – ${this.w().title}`;
    });
  }

  protected startPrivate(): void {
    void this.dialogs.open<DayStore, boolean>(StartPrivateTime, this.store, { label: this.w().confirmPrivate });
  }
  protected endDay(): void {
    const w = this.w();
    this.ask({ title: w.confirmEnd, effect: w.confirmEndText, yes: w.confirmEndYes, no: w.notYetButton, act: () => this.store.record('endDay') });
  }
  protected toPlan(): void {
    void this.router.navigate(['/radslag', this.store.referralId(), 'plan']);
  }
  private ask(question: Question): void {
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title });
  }
}
