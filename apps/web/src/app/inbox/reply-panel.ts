import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InboxItem } from '@radslag/contracts';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { privateTimeText } from '../ui/private-time';
import { When } from '../ui/when';
import { contactWords } from '../words/contact';
import { inboxWords } from '../words/inbox';
import { uiWords } from '../words/ui';
import { words } from '../words/words';
import { ClaimForm } from './claim-form';
import { replyLine } from './reply-line';

export type Handling = { how: 'read' | 'called'; note: string };

/** One reply in full: its words, isolated, and what to do now. */
@Component({
  selector: 'rs-reply-panel',
  imports: [RouterLink, ClaimForm, Control, Field, Icon, Notice],
  host: { class: 'reply-open' },
  template: `
    @if (item().urgent && !done()) {<rs-notice tone="fel" icon="fail"><p><b>{{ line().next }}</b></p></rs-notice>}
    <p class="sms"><bdi>{{ item().text }}</bdi></p>
    <dl class="pairs sm">
      @if (item().sender && !notCalled()) {<div><dt>{{ w().from }}</dt><dd><bdi>{{ item().sender }}</bdi></dd></div>}
      <div><dt>{{ w().at }}</dt><dd>{{ when.moment(item().receivedAt) }}</dd></div>
      @for (one of item().cases; track one.referralId) {<div><dt>{{ w().theCase }}</dt><dd><a [routerLink]="['/radslag', one.referralId]">{{ one.initials }} {{ one.reference }}</a></dd></div>}
      @if (done()) {<div><dt><svg rs-icon="check" class="i-s"></svg></dt><dd>{{ line().done }}</dd></div>}
      @if (item().note) {<div><dt>{{ w().noted }}</dt><dd class="note-text"><bdi>{{ item().note }}</bdi></dd></div>}
    </dl>
    @if (item().answeredByItself) {<p class="muted sm">{{ w().answeredByItself }}</p>}
    @if (line().why) {<p class="sm why-not"><svg rs-icon="help" class="i-s"></svg><span>{{ line().why }}</span></p>}
    @if (!done() || item().kind === 'answer') {
      @if (!item().urgent || item().kind === 'answer') {<p class="sm">{{ line().next }}</p>}
      @if (locked(); as why) {<rs-notice icon="lock"><p>{{ why }}</p></rs-notice>} @else if (!item().allowed.includes('note') && item().allowed.includes('handle')) {<p class="muted sm">{{ w().next.severalCases }}</p>}
    }
    @if (!done() && notCalled()) {<p class="sm why-not"><svg rs-icon="skip" class="i-s"></svg><span>{{ notCalled() }}</span></p>}
    @if (!done() && (call() || person() || answer())) {
      <p class="buttons">
        @if (call(); as number) {<a class="btn" [class.primary]="!item().allowed.includes('claim')" [href]="number.link"><svg rs-icon="phone"></svg>{{ w().call({ number: item().sender }) }}</a>}
        @if (answer(); as link) {<a class="btn" [routerLink]="link"><svg rs-icon="edit"></svg>{{ w().writeAnswer }}</a>}
        @if (person(); as it) {<a class="btn" [routerLink]="it.link" [queryParams]="it.query"><svg rs-icon="person"></svg>{{ w().openPerson }}</a>}
      </p>
    }
    @if (item().allowed.includes('claim')) {<rs-claim-form [busy]="busy()" (claimed)="claimed.emit($event)" />}
    @if (item().allowed.includes('handle')) {
      <form class="fields" (submit)="$event.preventDefault()">
        @if (item().allowed.includes('note')) {
          <rs-field [label]="w().note" [hint]="w().noteHint"><textarea rsControl maxlength="2000" dir="auto" [value]="note()" (input)="note.set($any($event.target).value)"></textarea></rs-field>
        }
        <p class="buttons"><button class="btn" type="button" [disabled]="busy()" (click)="handled.emit({ how: 'called', note: mayNote() ? note() : '' })"><svg rs-icon="phone"></svg>{{ w().called }}</button>
          <button class="btn quiet" type="button" [disabled]="busy()" (click)="handled.emit({ how: 'read', note: mayNote() ? note() : '' })">{{ w().read }}</button></p>
      </form>
    }
    @if (item().allowed.includes('reopen')) {<p class="buttons"><button class="btn quiet" type="button" [disabled]="busy()" (click)="reopened.emit()"><svg rs-icon="undo"></svg>{{ w().reopen }}</button></p>}
  `,
})
export class ReplyPanel {
  protected readonly when = inject(When);
  protected readonly w = words(inboxWords);
  protected readonly ui = words(uiWords);
  private readonly k = words(contactWords);
  readonly item = input.required<InboxItem>();
  readonly busy = input(false);
  readonly handled = output<Handling>();
  readonly claimed = output<string>();
  readonly reopened = output<void>();

  /** Kept while the same reply is read again; another reply has its own. */
  protected readonly note = linkedSignal<string, string>({ source: () => this.item().id, computation: () => this.item().note });
  protected readonly line = computed(() => replyLine(this.item(), this.w()));
  /** What was typed before the family was by itself stays here, and goes with the next press once it may. */
  protected readonly mayNote = computed(() => this.item().allowed.includes('note'));
  protected readonly locked = computed(() => privateTimeText(this.item().privateTime, this.ui(), this.when));
  protected readonly done = computed(() => this.item().handledAt !== null);
  protected readonly call = computed(() => (this.item().callRefusal === null && /^\+?[\d\s-]{6,}$/.test(this.item().sender) ? { link: `tel:${this.item().sender.replace(/[\s-]/g, '')}` } : null));
  /** Somebody who is not to be called has written: what to do instead. */
  protected readonly notCalled = computed(() => {
    const code = this.item().callRefusal;
    return code === null || code === 'noNumber' ? '' : this.k().why[code];
  });
  protected readonly person = computed(() => {
    const [one] = this.item().cases;
    return one === undefined ? null : { link: ['/radslag', one.referralId, 'natverk'], query: this.item().memberId === null ? null : { person: this.item().memberId } };
  });
  protected readonly answer = computed(() => {
    const [one] = this.item().cases;
    return this.item().kind === 'unclear' && one !== undefined && one.conferenceId !== null ? ['/radslag', one.referralId, 'inbjudan', 'tider'] : null;
  });
}
