import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice } from '../ui/notice';
import { words } from '../words/words';
import { worryWords } from '../words/worry';
import { heldOf } from './held';
import { TimesStore } from './times-store';

/** Why nothing can be booked, moved or sent to a group just now, and where it is dealt with. */
@Component({
  selector: 'rs-held-notices',
  imports: [RouterLink, Notice],
  template: `
    @if (danger(); as text) {<div class="pad spaced"><rs-notice tone="fel" icon="fail"><p><b>{{ text.said }}</b>&ngsp;<a routerLink="/inkorg" [queryParams]="text.query">{{ w().openInbox }}</a></p></rs-notice></div>}
    @if (worry(); as who) {<div class="pad spaced"><rs-notice tone="fel" icon="help"><p><b>{{ who.said }}</b>&ngsp;<a [routerLink]="['/radslag', store.conference()?.referralId, 'natverk']" [queryParams]="{ person: who.first, by: 'worry' }">{{ w().open }}</a></p></rs-notice></div>}
  `,
})
export class HeldNotices {
  protected readonly w = words(worryWords);
  protected readonly store = inject(TimesStore);

  private readonly held = computed(() => heldOf(this.store.matrix()?.heldBy ?? []));
  protected readonly danger = computed(() => {
    const { texts } = this.held();
    return texts === null ? null : { query: texts.query, said: this.w().danger({ count: texts.count, from: this.store.names(texts.memberIds) || 'none' }) };
  });
  protected readonly worry = computed(() => {
    const { worries } = this.held();
    return worries === null ? null : { first: worries.memberIds[0], said: this.w().held({ count: worries.memberIds.length, names: this.store.names(worries.memberIds) }) };
  });
}
