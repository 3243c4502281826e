import { Component, computed, input, output } from '@angular/core';
import { ADDRESS_MAX, ALIAS_MAX, FAMILY_LANGUAGES, smsSegments, WORD_MAX } from '@radslag/domain';
import type { MemberInput } from '@radslag/contracts';
import { DateField } from '../ui/date-field';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { TimeField } from '../ui/time-field';
import { networkWords } from '../words/network';
import { reachWords } from '../words/reach';
import { words } from '../words/words';
import { ChannelOrder } from './channel-order';

/** How a person is reached, and what makes it safe: a part of the person's form. */
@Component({
  selector: 'rs-reach-fields',
  imports: [ChannelOrder, Control, DateField, Field, Icon, TimeField],
  host: { class: 'contents' },
  templateUrl: './reach-fields.html',
})
export class ReachFields {
  protected readonly w = words(reachWords);
  protected readonly n = words(networkWords);

  readonly draft = input.required<MemberInput>();
  /** What is wrong with a field. */
  readonly at = input.required<(field: keyof MemberInput) => string | null>();
  /** Who may take messages for this person. */
  readonly delegates = input.required<readonly { id: string; name: string }[]>();
  readonly changed = output<Partial<MemberInput>>();

  protected readonly languages = FAMILY_LANGUAGES;
  protected readonly addressMax = ADDRESS_MAX;
  protected readonly aliasMax = ALIAS_MAX;
  protected readonly wordMax = WORD_MAX;
  /** Swedish letters are in the short alphabet; others double the price of every text that begins with them. */
  protected readonly costly = computed(() => [this.draft().agreedWord, this.draft().alias].some((text) => text !== null && smsSegments(text).alphabet === 'UCS-2'));

  protected put(change: Partial<MemberInput>): void {
    this.changed.emit(change);
  }
  protected hour(end: 'from' | 'to', clock: string): void {
    const hours = { from: '', to: '', ...this.draft().hours, [end]: clock };
    this.put({ hours: hours.from === '' && hours.to === '' ? null : hours });
  }
}
