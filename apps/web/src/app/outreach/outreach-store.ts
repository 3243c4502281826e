import { computed, inject, Injectable, signal } from '@angular/core';
import type { MessageView, OutreachView } from '@radslag/contracts';
import type { MessageKind, MessageReason } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { CaseStore } from '../cases/case-store';
import { When } from '../ui/when';
import { byCode, say, words } from '../words/words';
import { networkWords } from '../words/network';
import { outreachWords } from '../words/outreach';
import { happenedAt, isAhead, isNeedless, openFailure } from './lanes';

export type OutreachPerson = OutreachView['people'][number];

/** Every message of the conference, past and planned, and the one that is looked at. */
@Injectable()
export class OutreachStore {
  private readonly api = inject(Api);
  private readonly caseStore = inject(CaseStore);
  private readonly when = inject(When);
  private readonly w = words(outreachWords);
  private readonly n = words(networkWords);

  readonly conferenceId = this.caseStore.conferenceId;
  private readonly read = live(
    () => {
      const conferenceId = this.conferenceId();
      return conferenceId === null ? null : this.api.call('readOutreach', { params: { conferenceId } });
    },
    (change) => change.conferenceId !== undefined && change.conferenceId === this.conferenceId(),
  );
  readonly view = this.read.value;
  readonly problem = this.read.problem;
  readonly slow = this.read.slow;

  private readonly all = computed(() => [...(this.view()?.messages ?? [])].sort((a, b) => (happenedAt(a) < happenedAt(b) ? -1 : 1)));
  readonly messages = computed(() => this.all().filter((message) => !isNeedless(message)));
  readonly ahead = computed(() => this.messages().filter((message) => message.ahead !== null && message.ahead.stopped === null).sort((a, b) => (happenedAt(a) < happenedAt(b) ? -1 : 1)));

  /** Those whom nothing has reached come first, and open by themselves. */
  readonly people = computed(() =>
    (this.view()?.people ?? [])
      .map((person) => ({ person, messages: this.of(person.memberId), needless: this.all().filter((message) => message.memberId === person.memberId && isNeedless(message)), failure: openFailure(this.of(person.memberId)) }))
      .sort((a, b) => Number(b.failure !== null) - Number(a.failure !== null) || Number(b.messages.length > 0) - Number(a.messages.length > 0)),
  );

  private readonly picked = signal<string | null>(null);
  readonly selected = computed(() => this.all().find((message) => message.id === this.picked()) ?? this.ahead()[0] ?? this.people().find((one) => one.failure !== null)?.failure ?? this.messages().at(-1) ?? null);

  select(id: string): void {
    this.picked.set(id);
  }
  nameOf(memberId: string): string {
    const person = this.view()?.people.find((one) => one.memberId === memberId);
    return person === undefined ? '' : person.protected ? this.n().protectedPerson : person.shortName;
  }
  kind(message: Pick<MessageView, 'kind'>): string {
    return this.w().kinds[message.kind as MessageKind];
  }
  /** What became of it, in one sentence. */
  sentence(message: MessageView): string {
    if (message.ahead?.stopped != null) return say(this.w().sentences.willNotBeSent, { reason: byCode(this.w().reasons, message.ahead.stopped as MessageReason) ?? this.w().reasonUnknown });
    const reason = message.reason === null ? '' : (byCode(this.w().reasons, message.reason as MessageReason) ?? this.w().reasonUnknown);
    const at = message.deliveredAt ?? message.acceptedAt;
    return say(this.w().sentences[message.state], { reason, clock: at === null ? '' : this.when.moment(at) });
  }
  async cancel(messageId: string): Promise<void> {
    await this.api.call('cancelMessage', { params: { messageId } });
    await this.read.reload();
  }
  later(message: MessageView): MessageView[] {
    return this.of(message.memberId).filter((one) => one.id !== message.id && isAhead(one) && one.dueAt >= message.dueAt);
  }

  private of(memberId: string): MessageView[] {
    return this.messages().filter((message) => message.memberId === memberId);
  }
}
