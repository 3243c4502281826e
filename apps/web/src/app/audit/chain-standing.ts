import { Component, computed, inject, input, output } from '@angular/core';
import { Answer } from '../api/api';
import { Chip, Tone } from '../ui/chip';
import { IconName } from '../ui/icon';
import { Notice } from '../ui/notice';
import { When } from '../ui/when';
import { auditChainWords } from '../words/audit-chain';
import { words } from '../words/words';
import { ExplainBreak } from './explain-break';

type Chain = Answer<'readAuditLog'>['chain'];
type Break = Chain['breaks'][number];
const LOOKS: Readonly<Record<Chain['standing'], { tone: Tone; icon: IconName }>> = {
  whole: { tone: 'ja', icon: 'check' }, wholeButKnown: { tone: 'kanske', icon: 'check' }, broken: { tone: 'fel', icon: 'fail' }, late: { tone: 'kanske', icon: 'clock' }, never: { tone: 'vantar', icon: 'clock' },
};

/** Whether the whole log holds together: what the last whole check covered, what it found, and what nobody has explained yet. */
@Component({
  selector: 'rs-chain-standing',
  imports: [Chip, ExplainBreak, Notice],
  template: `
    <section class="chain" aria-labelledby="kedjan">
      <h2 id="kedjan" class="vh">{{ w().title }}</h2>
      <rs-chip [tone]="look().tone" [icon]="look().icon">{{ w().standing[chain().standing] }}</rs-chip>
      @if (covers(); as text) {<p>{{ text }}</p>} @else {<p>{{ w().never }}</p>}
      @if (anchored(); as text) {<p class="muted">{{ text }}</p>}
      @if (chain().standing === 'late') {<p><b>{{ w().late }}</b></p>}
      @if (open().length > 0) {
        <rs-notice tone="fel" icon="fail">
          <p><b>{{ w().broken }}</b></p>
          <ul role="list">@for (one of open(); track one.id) {<li><p>{{ one.what }} <span class="sm">{{ one.found }}</span></p><rs-explain-break [breakId]="one.id" [what]="one.what" (saved)="changed.emit()" /></li>}</ul>
        </rs-notice>
      }
      @if (known().length > 0) {
        <details><summary>{{ w().known }}</summary><ul role="list">@for (one of known(); track one.id) {<li><p>{{ one.what }} <span class="sm muted">{{ one.found }}</span></p><p class="muted">{{ one.answered }}</p></li>}</ul></details>
      }
    </section>
  `,
})
export class ChainStanding {
  private readonly when = inject(When);
  protected readonly w = words(auditChainWords);

  readonly chain = input.required<Chain>();
  readonly changed = output<void>();

  protected readonly look = computed(() => LOOKS[this.chain().standing]);
  protected readonly covers = computed(() => {
    const { last } = this.chain();
    return last === null ? null : this.w().covers({ ...this.at(last.at), entries: last.entries, upTo: String(last.upTo), found: last.found });
  });
  protected readonly anchored = computed(() => {
    const { last } = this.chain();
    return last === null || last.upTo === 0 ? null : this.w().anchored[last.anchoredIn ?? 'none'];
  });
  protected readonly open = computed(() => this.chain().breaks.filter(({ answer }) => answer === null).map((one) => this.said(one)));
  protected readonly known = computed(() => this.chain().breaks.filter(({ answer }) => answer !== null).map((one) => this.said(one)));

  private said(one: Break) {
    const w = this.w();
    const { answer } = one;
    const what = w.kinds[one.kind];
    const [from, to] = [String(one.from), String(one.to)];
    return {
      id: one.id,
      what: typeof what === 'string' ? what : what({ rows: from === to ? w.row({ from }) : w.rows({ from, to }), to }),
      found: w.foundAt(this.at(one.foundAt)),
      answered: answer === null ? null : w.answered({ reason: w.reasons[answer.reason], note: answer.note ?? '', by: answer.by ?? w.answeredBy, day: this.at(answer.at).day }),
    };
  }

  private at(instant: string): { day: string; clock: string } {
    return { day: this.when.dated(this.when.dateOf(instant)), clock: this.when.clock(instant) };
  }
}
