import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProofList } from '@radslag/contracts';
import type { MessageKind } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { CaseStore } from '../cases/case-store';
import { kronor } from '../settings/kronor';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { operatorWords } from '../words/operators';
import { outreachWords } from '../words/outreach';
import { proofWords } from '../words/proof';
import { todayWords } from '../words/today';
import { byCode, words } from '../words/words';
import { EventMark } from './event-mark';
import type { EventShape } from './lanes';

type Row = ProofList['rows'][number];

/** Everything that will be sent for one conference if nothing changes, with the words as they will be sent, day by day; and a table of it to keep. */
@Component({
  selector: 'rs-proof',
  imports: [RouterLink, EventMark, Icon, ProblemNotice],
  host: { class: 'step-page' },
  template: `
    <div class="pad proof">
      <p class="back"><a routerLink=".."><svg rs-icon="undo" class="i-s"></svg>{{ w().back }}</a></p>
      <div class="step-head"><h2 data-heading>{{ w().title }}</h2><a class="btn end" download [href]="table()"><svg rs-icon="down2"></svg>{{ w().download }}</a></div>
      <p class="muted lead">{{ w().lead }} {{ sum() }}</p>
      <rs-problem [problem]="read.value() ? null : read.problem()" />
      @if (read.value()) {
        @for (day of days(); track day.date) {
          <section [attr.aria-labelledby]="'dag-' + day.date"><h3 [id]="'dag-' + day.date">{{ day.title }} <span>{{ day.rows.length }}</span></h3>
            <ol>
              @for (row of day.rows; track row.id + row.what) {
                <li [class.not]="row.stopped"><time>{{ row.at }}</time><rs-event-mark [shape]="row.shape" />
                  <div><p><b>{{ row.what }}</b> {{ row.to }}</p>
                    @if (row.stopped) {<p class="muted sm">{{ row.stopped }}</p>}
                    @if (row.subject) {<p class="sm"><span class="muted">{{ w().subject }}</span> {{ row.subject }}</p>}
                    @if (row.text) {<blockquote class="sms" [attr.lang]="row.language" dir="auto">{{ row.text }}</blockquote>}
                    @if (row.by) {<p class="muted sm">{{ row.by }}</p>}</div></li>
              }
            </ol></section>
        } @empty {<p class="muted gap">{{ w().empty }}</p>}
      } @else if (read.slow()) {<div class="skeleton slow" aria-hidden="true"><i></i><i></i><i></i></div>}
    </div>
  `,
})
export class Proof {
  private readonly api = inject(Api);
  private readonly caseStore = inject(CaseStore);
  private readonly when = inject(When);
  protected readonly w = words(proofWords);
  private readonly o = words(outreachWords);
  private readonly today = words(todayWords);
  private readonly operators = words(operatorWords);

  protected readonly read = live(
    () => {
      const conferenceId = this.caseStore.conferenceId();
      return conferenceId === null ? null : this.api.call('readProof', { params: { conferenceId } });
    },
    (change) => change.conferenceId !== undefined && change.conferenceId === this.caseStore.conferenceId(),
  );
  protected readonly table = computed(() => this.api.addressOf('proofCsv', { conferenceId: this.caseStore.conferenceId() ?? '' }));
  protected readonly sum = computed(() => {
    const list = this.read.value();
    return list === undefined || list.segments === 0 ? '' : this.w().sum({ segments: list.segments, cost: kronor(list.segments * list.segmentPriceOre) });
  });
  protected readonly days = computed(() => {
    const byDay = Map.groupBy(this.read.value()?.rows ?? [], (row) => row.local.slice(0, 10));
    return [...byDay].map(([date, rows]) => ({ date, title: this.when.long(date), rows: rows.map((row) => this.lineOf(row)) }));
  });

  private lineOf(row: Row) {
    const w = this.w();
    const what = row.what === 'call' || row.kind === null ? w.call : this.o().kinds[row.kind as MessageKind];
    return {
      id: row.id, at: this.when.wallClock(row.local), what, shape: this.shapeOf(row), to: w.to({ person: row.person, recipient: row.recipient }), subject: row.subject, text: row.text, language: row.language,
      stopped: row.what === 'call' ? (byCode(this.today().reasons, row.because) ?? '') : row.stopped === null ? '' : w.stopped({ why: byCode(this.o().reasons, row.stopped) ?? this.o().reasonUnknown }),
      by: row.text === null || row.segments === null ? '' : w.by({ segments: row.segments, operator: row.operator === null ? w.anyOperator : (byCode(this.operators().names, row.operator) ?? row.operator) }),
    };
  }
  private shapeOf(row: Row): EventShape {
    if (row.what === 'call') return 'call';
    return row.stopped === null ? 'planned' : 'stopped';
  }
}
