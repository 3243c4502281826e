import { Component, computed, inject } from '@angular/core';
import { Ask, Question } from '../ui/ask';
import { Dialogs } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { operatorWords } from '../words/operators';
import { outreachWords } from '../words/outreach';
import { OutreachStore } from './outreach-store';

/** One message: when and why, the exact text, what would stop it, and what comes after it. */
@Component({
  selector: 'rs-message-panel',
  imports: [Icon],
  templateUrl: './message-panel.html',
})
export class MessagePanel {
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly w = words(outreachWords);
  private readonly n = words(networkWords);
  private readonly operators = words(operatorWords);
  protected readonly store = inject(OutreachStore);

  protected readonly facts = computed(() => {
    const message = this.store.selected();
    if (message === null) return null;
    const w = this.w();
    const name = this.store.nameOf(message.memberId);
    const on = this.when.dateOf(message.dueAt);
    return {
      id: message.id, name, title: w.to({ kind: this.store.kind(message), name }), when: `${this.when.date(on)} ${this.when.clock(message.dueAt)}`, outcome: this.store.sentence(message),
      why: w.why[message.kind], stops: ['planned', 'held', 'queued'].includes(message.state) ? w.stops[message.kind] : '', recipient: message.recipient,
      tries: message.tries.map((one) => w.tried({ operator: byCode(this.operators().names, one.operator) ?? w.mailServer, clock: this.when.clock(one.at), outcome: one.outcome ?? '' })),
      language: message.language === null ? '' : (byCode(this.n().languages, message.language) ?? message.language), code: message.language ?? 'sv',
      text: message.text === null ? null : message.text.split(/(https?:\/\/\S+)/), size: this.sizeOf(message.segments, message.characters, message.alphabet),
      template: this.templateOf(message.template), from: w.from({ sender: this.store.view()?.sender ?? '' }), segments: message.segments === null ? '' : w.segments({ n: message.segments }), stoppable: message.allowed.includes('cancel'),
      later: this.store.later(message).map((one) => ({ id: one.id, at: `${this.when.date(this.when.dateOf(one.dueAt))} ${this.when.clock(one.dueAt)}`, kind: this.store.kind(one) })),
    };
  });

  protected stop(id: string, name: string): void {
    const w = this.w();
    const question: Question = { title: w.cancelTitle, effect: w.cancelEffect({ name }), yes: w.cancelYes, no: w.keep, act: () => this.store.cancel(id) };
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title });
  }

  /** `timeSet.sv.v4` → Dag och tid, version 4; `own:timeSet.sv.v2` → Dag och tid, kommunens version 2. */
  private templateOf(template: string | null): string | null {
    const own = template?.startsWith('own:') === true;
    const [kind = '', , version = ''] = template?.replace(/^own:/, '').split('.') ?? [];
    const name = byCode(this.w().kinds, kind);
    return template === null || name === undefined ? template : this.w().templateVersion({ kind: name, version: version.replace(/^v/, ''), own });
  }
  private sizeOf(segments: number | null, characters: number | null, alphabet: string | null): string {
    if (segments === null || characters === null) return '';
    const [single, joined] = alphabet === 'UCS-2' ? [70, 67] : [160, 153];
    return this.w().characters({ n: characters, of: segments <= 1 ? single : joined * segments });
  }
}
