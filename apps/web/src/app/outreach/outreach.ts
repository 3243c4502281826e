import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CaseStore } from '../cases/case-store';
import { AnswerForm } from '../times/answer-form';
import { narrow } from '../ui/narrow';
import { TimesStore } from '../times/times-store';
import { kronor } from '../settings/kronor';
import { Chip, Tone } from '../ui/chip';
import { Dialogs } from '../ui/dialogs';
import { Foot, Panel } from '../ui/frame';
import { Icon, IconName } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { Token } from '../ui/person';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { outreachWords } from '../words/outreach';
import { timesWords } from '../words/times';
import { SentText } from '../times/sent-text';
import { EventMark } from './event-mark';
import { axisOf, EventShape, happenedAt, placeOf, scaleOf, shapeOf, spread, weeks } from './lanes';
import { MessagePanel } from './message-panel';
import { OutreachPerson, OutreachStore } from './outreach-store';

type LaneEvent = { key: string; messageId: string | null; at: string; place: number; shape: EventShape | 'answered'; text: string; sentence: string; time: string };

@Component({
  selector: 'rs-outreach',
  imports: [RouterLink, Chip, Foot, Panel, Icon, Notice, ProblemNotice, Token, SentText, EventMark, MessagePanel],
  providers: [OutreachStore],
  host: { class: 'step-page outreach' },
  templateUrl: './outreach.html',
})
export class Outreach {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly numerals = inject(Numerals);
  private readonly times = inject(TimesStore);
  protected readonly caseStore = inject(CaseStore);
  protected readonly w = words(outreachWords);
  private readonly n = words(networkWords);
  private readonly t = words(timesWords);
  protected readonly store = inject(OutreachStore);

  protected readonly small = narrow(700);
  protected readonly showTexts = signal(false);
  /** Opened or shut by hand; a failure is open until then. */
  private readonly opened = signal<Readonly<Record<string, boolean>>>({});
  protected readonly legend: readonly (EventShape | 'answered')[] = ['sent', 'delivered', 'answered', 'planned', 'stopped', 'failed', 'letter', 'call'];

  private readonly scale = computed(() => {
    const view = this.store.view();
    return view === undefined ? null : scaleOf(view);
  });
  protected readonly axis = computed(() => {
    const view = this.store.view();
    const scale = this.scale();
    if (view === undefined || scale === null) return null;
    const now = placeOf(view.now, scale);
    const meeting = view.startsAt === null ? null : placeOf(view.startsAt, scale);
    const mondays = weeks(scale).map((at) => ({ at, place: placeOf(at, scale) }));
    const shown = axisOf({ weeks: mondays.map((monday) => monday.place), now, meeting });
    return {
      weeks: mondays.map((monday, index) => ({ ...monday, text: shown.weeks[index] === true ? this.when.short(monday.at) : '' })),
      now, meeting, lean: { now: shown.now, meeting: shown.meeting }, lines: [now, ...(meeting === null ? [] : [meeting])],
      caption: this.w().caption({ from: this.when.short(new Date(scale.from).toISOString()), to: this.when.short(new Date(scale.to).toISOString()) }),
    };
  });
  protected readonly next = computed(() => {
    const [first, ...rest] = this.store.ahead();
    if (first === undefined) return null;
    const together = this.store.ahead().filter((message) => happenedAt(message) === happenedAt(first));
    const people = new Set(together.map((message) => message.memberId)).size;
    return { text: this.w().nextText({ when: this.dated(happenedAt(first)), people, inWords: this.numerals.within(people) }), after: this.w().thereafter({ n: rest.length + 1 - together.length }) };
  });
  protected readonly cost = computed(() => {
    const cost = this.store.view()?.cost;
    return cost === undefined || cost.sent + cost.ahead === 0 ? '' : this.w().cost({ sent: kronor(cost.sent * cost.segmentPriceOre), ahead: kronor(cost.ahead * cost.segmentPriceOre) });
  });
  protected readonly texts = computed(() => {
    const unique = new Map(this.store.ahead().flatMap((message) => (message.text === null ? [] : [[`${message.kind}.${message.language}`, message] as const])));
    return [...unique.values()].map((message) => ({
      key: message.id, kind: this.store.kind(message),
      texts: [{ language: message.language ?? 'sv', text: message.text ?? '', segments: message.segments ?? 1, characters: message.characters ?? 0, alphabet: message.alphabet ?? 'GSM-7' }],
    }));
  });
  protected readonly replies = computed(() =>
    (this.store.view()?.replies ?? []).map((reply) => ({
      id: reply.id,
      text: reply.text,
      from: this.w().replyFrom({ name: reply.memberId === null ? this.w().replyUnknown : this.store.nameOf(reply.memberId), when: this.dated(reply.receivedAt) }),
    })),
  );
  protected readonly lanes = computed(() => {
    const scale = this.scale();
    if (scale === null) return [];
    return this.store.people().map(({ person, messages, needless, failure }) => {
      const name = this.store.nameOf(person.memberId);
      const events: LaneEvent[] = messages.map((message) => {
        const at = happenedAt(message);
        return {
          key: message.id, messageId: message.id, at, place: 0, shape: shapeOf(message), sentence: this.store.sentence(message), time: this.dated(at),
          text: this.w().event({ date: this.when.short(at), kind: this.store.kind(message), what: message.ahead?.stopped == null ? this.w().short[message.state] : this.w().short.cancelled }),
        };
      });
      if (person.answeredAt !== null) {
        const at = person.answeredAt;
        events.push({ key: 'answer', messageId: null, at, place: 0, shape: 'answered', text: this.w().answeredAt({ date: this.when.short(at) }), sentence: '', time: this.dated(at) });
      }
      events.sort((a, b) => (a.at < b.at ? -1 : 1));
      const places = spread(events.map((event) => placeOf(event.at, scale)), this.axis()?.lines);
      return {
        needless: needless.map((message) => ({ id: message.id, kind: this.store.kind(message), time: this.dated(message.dueAt) })),
        person, name, failure, open: this.opened()[person.memberId] ?? failure !== null, under: `${person.protected ? '' : `${person.relation}, `}${this.w().channels[person.channel]}`,
        events: events.map((event, index) => ({ ...event, place: places[index] ?? 0, kind: event.messageId === null ? '' : this.store.kind(messages.find((one) => one.id === event.messageId) ?? { kind: 'invitation' }) })),
        chip: this.chipOf(person, failure !== null, messages.length), selected: this.store.selected()?.memberId === person.memberId,
      };
    });
  });
  protected readonly failures = computed(() => this.lanes().filter((lane) => lane.failure !== null).length);

  /** On a phone the message is told of below the people: the reader is taken there. */
  protected read(messageId: string): void {
    this.store.select(messageId);
    setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('rs-message-panel h2');
      if (heading === null) return;
      heading.tabIndex = -1;
      heading.focus();
    });
  }
  protected toggle(memberId: string, open: boolean): void {
    this.opened.update((opened) => ({ ...opened, [memberId]: !open }));
  }
  /** Up and down between people, as the key line says. */
  protected move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const heads = [...this.host.nativeElement.querySelectorAll<HTMLElement>('[data-lane]')];
    const at = heads.findIndex((head) => head.closest('tr')?.contains(document.activeElement));
    const to = heads[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  }
  protected answer(memberId: string): void {
    const person = this.times.person(memberId);
    if (person !== undefined) void this.dialogs.open(AnswerForm, { store: this.times, person }, { label: this.t().onBehalfTitle({ name: this.store.nameOf(memberId) }), kind: 'side' });
  }
  protected wordOf(shape: EventShape | 'answered'): string {
    const w = this.w();
    const texts: Record<EventShape | 'answered', string> = {
      planned: w.short.planned, sent: w.short.accepted, delivered: w.short.delivered, stopped: w.short.cancelled, failed: w.short.failed, letter: this.n().channels.letter, call: this.n().channels.phone, answered: w.answered,
    };
    return texts[shape];
  }

  private dated(at: string): string {
    return `${this.when.date(this.when.dateOf(at))} ${this.when.clock(at)}`;
  }
  private chipOf(person: OutreachPerson, failed: boolean, messages: number): { tone: Tone; icon: IconName; text: string } {
    const chips = this.w().chips;
    // Over: what was said is history, and nobody is waited for.
    if (['held', 'cancelled'].includes(this.times.state() ?? '')) return { tone: 'plain', icon: person.coming === 'yes' ? 'check' : person.coming === 'maybe' ? 'tilde' : 'dash', text: messages > 0 || person.coming !== null ? byCode(this.w().said, person.coming ?? 'nothing') ?? '' : chips.none };
    if (failed) return { tone: 'fel', icon: 'fail', text: chips.failed };
    if (person.coming === 'yes') return { tone: 'ja', icon: 'check', text: chips.yes };
    if (person.coming === 'maybe') return { tone: 'kanske', icon: 'tilde', text: chips.maybe };
    if (person.coming === 'no') return { tone: 'nej', icon: 'dash', text: chips.no };
    return messages > 0 ? { tone: 'vantar', icon: 'clock', text: chips.waiting } : { tone: 'plain', icon: 'dash', text: chips.none };
  }
}
