import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BoardCard } from '@radslag/contracts';
import { BOARD_COLUMNS, type BoardColumn } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { Session } from '../session/session';
import { pageTitle } from '../shell/page-title';
import { Chip, Tone } from '../ui/chip';
import { IconName } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { Token } from '../ui/person';
import { Seg } from '../ui/seg';
import { When } from '../ui/when';
import { boardWords } from '../words/board';
import { outreachWords } from '../words/outreach';
import { vocabulary } from '../words/vocabulary';
import { byCode, words } from '../words/words';

type Scope = 'mine' | 'unit';
type Line = { card: BoardCard; link: unknown[]; label: string; chip: { tone: Tone; icon: IconName; text: string } | null; says: string };

/** Where every question stands, over all cases: what needs a person first, then left to right the way an invitation goes. */
@Component({
  selector: 'rs-board',
  imports: [RouterLink, Chip, ProblemNotice, Seg, Token],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      <header class="page-head">
        <h1>{{ w().title }}</h1>
        @if (managing()) {<div class="end"><rs-seg [label]="w().whose" [choices]="scopes()" [value]="scope()" (chosen)="choose($event)" /></div>}
      </header>
      <div class="pad">
        <rs-problem [problem]="view() ? null : read.problem()" />
        @if (view(); as board) {
          @if (board.cards.length === 0) {<p class="muted all-clear">{{ w().empty }}</p>}
          @else {
            <p class="muted lead">{{ w().lead }}</p>
            <div class="board">
              @for (column of columns(); track column.key) {
                <section [class]="column.key" [attr.aria-labelledby]="'kolumn-' + column.key">
                  <h2 [id]="'kolumn-' + column.key">{{ w().columns[column.key] }} <span>{{ column.lines.length || '' }}</span></h2>
                  <ul>
                    @for (line of column.lines; track line.card.invitationId) {
                      <li><a class="card" [routerLink]="line.link">
                        <rs-token [initials]="line.card.initials" [pro]="line.card.professional" [locked]="line.card.protected" />
                        <span class="who"><b>{{ line.card.shortName }}</b> <small>@if (!line.card.protected) {{{ line.card.relation }}, }{{ line.card.reference }}</small></span>
                        @if (line.chip; as chip) {<rs-chip [tone]="chip.tone" [icon]="chip.icon">{{ chip.text }}</rs-chip>}
                        <span class="says">{{ line.says }}</span>
                      </a></li>
                    } @empty {<li class="muted sm">{{ w().none[column.key] }}</li>}
                  </ul>
                </section>
              }
            </div>
          }
        } @else {
          <div class="skeleton" [class.slow]="read.slow()" aria-hidden="true"><i></i><i></i><i></i></div>
        }
      </div>
    </main>
  `,
})
export class Board {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly when = inject(When);
  protected readonly w = words(boardWords);
  private readonly o = words(outreachWords);
  private readonly v = words(vocabulary);

  /** `?visa=enheten`, so that the choice is in the address. */
  readonly visa = input<string>();
  protected readonly scope = computed<Scope>(() => (this.visa() === 'enheten' ? 'unit' : 'mine'));
  protected readonly managing = computed(() => this.session.is('manager'));
  protected readonly scopes = computed(() => (['mine', 'unit'] as Scope[]).map((value) => ({ value, label: this.w().scopes[value] })));

  protected readonly read = live(() => this.api.call('readBoard', { query: { scope: this.scope() } }), () => true);
  protected readonly view = this.read.value;
  protected readonly columns = computed(() => BOARD_COLUMNS.map((key) => ({ key, lines: (this.view()?.cards ?? []).filter((card) => card.column === key).map((card) => this.lineOf(card)) })));

  constructor() {
    pageTitle(() => this.w().title);
    effect(() => {
      const view = this.view();
      if (view !== undefined) this.when.heard(view.now);
    });
  }

  protected choose(scope: Scope): void {
    void this.router.navigate([], { queryParams: { visa: scope === 'unit' ? 'enheten' : null } });
  }

  private lineOf(card: BoardCard): Line {
    return { card, link: ['/radslag', card.referralId, 'inbjudan', ...(card.column === 'answered' ? [] : ['utskick'])], label: this.w().open({ name: card.shortName, reference: card.reference }), chip: this.chipOf(card), says: this.saysOf(card) };
  }

  private chipOf(card: BoardCard): Line['chip'] {
    const w = this.w();
    if (card.coming !== null) return { yes: { tone: 'ja' as const, icon: 'check' as const, text: w.answers.yes }, maybe: { tone: 'kanske' as const, icon: 'tilde' as const, text: w.answers.maybe }, no: { tone: 'nej' as const, icon: 'minus' as const, text: w.answers.no } }[card.coming];
    if (card.column === ('needsYou' satisfies BoardColumn)) return { tone: card.task === null || card.task.kind === 'findOtherWay' ? 'fel' : 'kanske', icon: card.task?.kind === 'callMember' ? 'phone' : card.task?.kind === 'sendLetter' ? 'letter' : 'fail', text: byCode(w.needs, card.task?.kind ?? 'none') ?? w.needs.none };
    return null;
  }

  private saysOf(card: BoardCard): string {
    const w = this.w();
    if (card.answeredAt !== null) return w.answeredAt({ when: this.when.moment(card.answeredAt) });
    const parts = [
      card.mustAttend ? w.must : '',
      card.lastAt === null ? '' : w.sent({ when: this.when.moment(card.lastAt) }),
      card.nextAt === null || card.nextKind === null ? '' : w.next({ kind: this.o().kinds[card.nextKind], when: this.when.moment(card.nextAt) }),
      card.lastAt === null && card.nextAt === null && !card.protected ? w.by({ channel: this.v().channel[card.channel] }) : '',
    ];
    const text = parts.filter((part) => part !== '').join(' · ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
}
