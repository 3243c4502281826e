import { Component, computed, inject, signal } from '@angular/core';
import type { FamilyTextView } from '@radslag/contracts';
import { FAMILY_TEXT_MAX } from '@radslag/contracts';
import { FAMILY_LANGUAGES, FamilyLanguage } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { pageTitle } from '../shell/page-title';
import { Ask, Question } from '../ui/ask';
import { Chip } from '../ui/chip';
import { Dialogs } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { When } from '../ui/when';
import { familySiteWords } from '../words/family-site';
import { networkWords } from '../words/network';
import { byCode, words } from '../words/words';
import { faultText } from './family-text-faults';
import { LogoField } from './logo-field';
import { SettingsTabs } from './settings-tabs';

const FILTERS = ['all', 'draft', 'own', 'outdated'] as const;
type Filter = (typeof FILTERS)[number];
const groupOf = (path: string): string => (path.includes('.') ? (path.split('.')[0] ?? 'top') : 'top');
const shown = (one: FamilyTextView): string => one.text ?? one.builtIn;
/** To be read by somebody: a proposal, what one person has put in use, a translation of ours that nobody here has read. */
const WAITS: readonly FamilyTextView['standing'][] = ['draft', 'proposed', 'alone'];
const waits = (one: FamilyTextView): boolean => WAITS.includes(one.standing);

/** What the family pages say, language by language, with the Swedish beside it: to correct, and to mark as read. */
@Component({
  selector: 'rs-family-texts',
  imports: [Chip, Control, Field, Icon, LogoField, ProblemNotice, SettingsTabs],
  host: { class: 'contents' },
  templateUrl: './family-texts.html',
})
export class FamilyTexts {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly when = inject(When);
  protected readonly w = words(familySiteWords);
  private readonly n = words(networkWords);

  protected readonly language = signal<FamilyLanguage>('sv');
  protected readonly filter = signal<Filter>('all');
  protected readonly query = signal('');
  protected readonly editing = signal<string | null>(null);
  protected readonly typed = signal('');
  protected readonly saved = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly most = FAMILY_TEXT_MAX;

  protected readonly read = live(() => this.api.call('readFamilyTexts', { params: { language: this.language() } }));
  /** Not those of the language before, while the next are fetched. */
  protected readonly view = computed(() => (this.read.value()?.language === this.language() ? this.read.value() : undefined));
  protected readonly isSwedish = computed(() => this.language() === 'sv');
  protected readonly languages = computed(() => FAMILY_LANGUAGES.map((value) => ({ value, label: this.n().languages[value] })));
  protected readonly filters = computed(() => FILTERS.map((value) => ({ value, label: this.w().filters[value] })));
  protected readonly lang = computed(() => (this.language() === 'sv-x-lattlast' ? 'sv' : this.language()));
  protected readonly tally = computed(() => {
    const texts = this.view()?.texts ?? [];
    return this.w().reviewedOf({ n: texts.filter((one) => !waits(one)).length, of: texts.length });
  });
  protected readonly groups = computed(() => {
    const found = (this.view()?.texts ?? []).filter((one) => one.builtIn !== '' && this.isWanted(one));
    const keys = [...new Set(found.map((one) => groupOf(one.path)))];
    return keys.map((key) => {
      const texts = found.filter((one) => groupOf(one.path) === key);
      const toRead = texts.filter((one) => waits(one) && !one.mine);
      return { key, title: byCode(this.w().groups, key) ?? key, texts: texts.map((one) => this.rowOf(one)), toRead };
    });
  });
  protected readonly wrong = computed(() => (this.problem() === null ? null : faultText(this.problem()!, this.w())));

  constructor() {
    pageTitle(() => this.w().title);
  }

  protected choose(language: string): void {
    this.language.set(language as FamilyLanguage);
    this.close();
  }
  protected narrow(filter: string): void {
    this.filter.set(filter as Filter);
  }
  protected edit(one: FamilyTextView): void {
    this.problem.set(null);
    this.saved.set(null);
    this.typed.set(one.proposed ?? shown(one));
    this.editing.set(one.path);
  }
  protected close(): void {
    this.problem.set(null);
    this.editing.set(null);
  }
  protected save(event: Event, one: FamilyTextView): void {
    event.preventDefault();
    void this.correct(one, this.typed());
  }
  protected async correct(one: FamilyTextView, text: string | null): Promise<void> {
    await this.attempt(async () => {
      const now = await this.api.call('correctFamilyText', { params: { language: this.language() }, body: { path: one.path, text, version: one.version } });
      this.replace([now]);
      this.editing.set(null);
      this.saved.set(one.path);
    });
  }
  protected review(texts: readonly FamilyTextView[]): Promise<void> {
    return this.attempt(async () => {
      const { texts: now } = await this.api.call('reviewFamilyTexts', { params: { language: this.language() }, body: { texts: texts.map(({ path, version }) => ({ path, version })) } });
      this.replace(now);
    });
  }
  protected reviewGroup(title: string, texts: readonly FamilyTextView[]): void {
    const w = this.w();
    const question: Question = { title: w.reviewTitle({ group: title }), effect: w.reviewEffect, yes: w.reviewYes, no: w.cancel, act: () => this.review(texts) };
    void this.dialogs.open<Question, boolean>(Ask, question, { label: question.title });
  }

  private rowOf(one: FamilyTextView) {
    const w = this.w();
    return {
      one,
      text: one.proposed ?? shown(one),
      /** Beside a proposal, what the pages say meanwhile. */
      now: one.proposed === null ? null : shown(one),
      canReview: waits(one) && !one.mine,
      tone: waits(one) ? ('kanske' as const) : ('ja' as const),
      icon: waits(one) ? ('edit' as const) : ('check' as const),
      standing: w.standing[one.standing],
      notes: [
        one.fallsBackTo !== null && one.text === null ? w.fallsBack({ language: this.n().languages[one.fallsBackTo] }) : '',
        one.changedAt === null ? '' : w.ownNote({ who: one.changedBy ?? '', when: this.at(one.changedAt) }),
        one.reviewedAt === null ? '' : w.reviewedNote({ who: one.reviewedBy ?? '', when: this.at(one.reviewedAt) }),
        one.outdated ? w.outdated : '',
        one.standing === 'proposed' ? w.proposedNote : one.standing === 'alone' ? w.aloneNote : '',
        one.mine && waits(one) ? w.mineNote : '',
      ].filter(Boolean).join(' '),
      places: one.places.map((name) => `{${name}}`).join(' '),
    };
  }
  private isWanted(one: FamilyTextView): boolean {
    const filter = this.filter();
    if ((filter === 'draft' && !waits(one)) || (filter === 'own' && one.text === null && one.proposed === null) || (filter === 'outdated' && !one.outdated)) return one.path === this.editing();
    const query = this.query().trim().toLocaleLowerCase('sv');
    return query === '' || `${one.swedish} ${shown(one)} ${one.proposed ?? ''}`.toLocaleLowerCase('sv').includes(query);
  }
  private replace(now: readonly FamilyTextView[]): void {
    const view = this.view();
    if (view !== undefined) this.read.set({ ...view, texts: view.texts.map((one) => now.find((other) => other.path === one.path) ?? one) });
  }
  private at(moment: string): string {
    return this.when.dated(this.when.dateOf(moment));
  }
  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
