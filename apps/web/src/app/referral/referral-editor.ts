import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FAMILY_LANGUAGES } from '@radslag/domain';
import { Api } from '../api/api';
import { ApiProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { autosave } from '../ui/autosave';
import { DateField } from '../ui/date-field';
import { Control, Field } from '../ui/field';
import { Foot } from '../ui/frame';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { SaveStateLine } from '../ui/save-line';
import { When } from '../ui/when';
import { caseWords } from '../words/case';
import { referralWords } from '../words/referral';
import { uiWords } from '../words/ui';
import { vocabulary } from '../words/vocabulary';
import { words } from '../words/words';
import { Draft, PersonRow, personRow, RowList, textRow, toContent, toDraft, withIds } from './draft';
import { DraftKeeper } from './draft-keeper';

const MOST: Readonly<Record<RowList, number>> = { questions: 5, bottomLines: 10, resources: 20 };
type TextField = 'situation' | 'worries' | 'strengths' | 'goals';

/** Saved a second after the last key. Nothing is asked for while writing; what is missing stands beside the button. */
@Component({
  selector: 'rs-referral-editor',
  imports: [Field, Control, Foot, Icon, Notice, ProblemNotice, SaveStateLine, DateField],
  templateUrl: './referral-editor.html',
})
export class ReferralEditor {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly keeper = inject(DraftKeeper);
  protected readonly w = words(referralWords);
  protected readonly c = words(caseWords);
  protected readonly ui = words(uiWords);
  protected readonly v = words(vocabulary);

  protected readonly draft = signal<Draft | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly stale = computed(() => this.problem()?.code === 'stale-version');
  private version = 0;
  private caseId = '';
  protected readonly saving = autosave<Draft>({ save: (draft) => this.save(draft), refused: (problem) => this.problem.set(problem) });
  protected readonly today = inject(When).today;
  protected readonly knownLanguages = FAMILY_LANGUAGES;
  protected readonly most = MOST;
  protected readonly order: readonly RowList[] = ['questions', 'bottomLines', 'resources'];
  protected readonly hasBottomLines = computed(() => this.draft()?.bottomLines.some((row) => row.text.trim() !== '') ?? false);
  protected readonly texts = computed(() => (['worries', 'strengths', 'goals'] as const).map((field) => ({ field, label: this.w()[field] })));
  protected readonly lists = computed(() => {
    const w = this.w();
    return {
      questions: { section: w.sections.questions, label: w.question, add: w.addQuestion },
      bottomLines: { section: w.sections.bottomLines, label: w.bottomLine, add: w.addBottomLine },
      resources: { section: w.sections.resources, label: w.resource, add: w.addResource },
    };
  });

  constructor() {
    // Take in what others have written, unless we are in the middle of writing ourselves: then saving will say so.
    effect(() => {
      const view = this.store.view();
      if (view === undefined) return;
      untracked(() => {
        const clean = ['idle', 'saved'].includes(this.saving.state().kind);
        const another = view.id !== this.caseId;
        if (!another && (view.version <= this.version || !clean)) return;
        this.caseId = view.id;
        this.version = view.version;
        this.draft.set(toDraft(view.content));
      });
    });
    this.keeper.use(() => this.saving.flush());
  }

  protected write(field: TextField, event: Event): void {
    this.change((draft) => ({ ...draft, [field]: (event.target as HTMLInputElement).value }));
  }
  protected writePerson(key: number, field: 'givenName' | 'familyName' | 'personalNumber', event: Event): void {
    this.changePerson(key, { [field]: (event.target as HTMLInputElement).value });
  }
  protected bornOn(key: number, birthDate: string): void {
    this.changePerson(key, { birthDate });
  }
  protected holdBy(holdBy: string): void {
    this.change((draft) => ({ ...draft, holdBy }));
  }
  protected protect(key: number, event: Event): void {
    this.changePerson(key, { protected: (event.target as HTMLInputElement).checked });
  }
  protected addPerson(): void {
    this.change((draft) => ({ ...draft, focalPersons: [...draft.focalPersons, { ...personRow(), familyName: draft.focalPersons[0]?.familyName ?? '' }] }), false);
  }
  protected removePerson(key: number): void {
    this.change((draft) => ({ ...draft, focalPersons: draft.focalPersons.filter((row) => row.key !== key) }));
  }
  protected halfNamed(row: PersonRow): boolean {
    return (row.givenName.trim() === '') !== (row.familyName.trim() === '');
  }

  protected writeRow(list: RowList, key: number, event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value.replace(/\s*\n\s*/g, ' ');
    this.change((draft) => ({ ...draft, [list]: draft[list].map((row) => (row.key === key ? { ...row, text } : row)) }));
  }
  protected addRow(list: RowList): void {
    const row = textRow();
    this.change((draft) => ({ ...draft, [list]: [...draft[list], row] }), false);
    setTimeout(() => document.querySelector<HTMLElement>(`[data-row="${row.key}"]`)?.focus());
  }
  /** Enter in a row goes on to the next, and makes one after the last. */
  protected nextRow(list: RowList, at: number, event: Event): void {
    event.preventDefault();
    const next = this.draft()?.[list][at + 1];
    if (next !== undefined) document.querySelector<HTMLElement>(`[data-row="${next.key}"]`)?.focus();
    else if ((this.draft()?.[list].length ?? 0) < MOST[list]) this.addRow(list);
  }
  protected removeRow(list: RowList, key: number): void {
    this.change((draft) => ({ ...draft, [list]: draft[list].filter((row) => row.key !== key) }));
  }
  protected sayNoBottomLines(event: Event): void {
    const none = (event.target as HTMLInputElement).checked;
    this.change((draft) => ({ ...draft, noBottomLines: none, bottomLines: none ? [] : [textRow()] }));
  }
  protected speak(language: string, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.change((draft) => {
      const languages = on ? [...draft.languages, language] : draft.languages.filter((one) => one !== language);
      return { ...draft, languages: languages.length === 0 ? ['sv'] : languages };
    });
  }

  protected async takeTheirs(): Promise<void> {
    this.saving.drop();
    this.problem.set(null);
    this.version = 0;
    this.caseId = '';
    await this.store.reload();
  }
  protected async keepMine(): Promise<void> {
    await this.store.reload();
    this.version = this.store.view()?.version ?? this.version;
    this.problem.set(null);
    await this.saving.flush();
  }

  private changePerson(key: number, part: Partial<PersonRow>): void {
    this.change((draft) => ({ ...draft, focalPersons: draft.focalPersons.map((row) => (row.key === key ? { ...row, ...part } : row)) }));
  }
  private change(next: (draft: Draft) => Draft, save = true): void {
    const draft = this.draft();
    if (draft === null) return;
    const changed = next(draft);
    this.draft.set(changed);
    if (save) this.saving.queue(changed);
  }

  private async save(draft: Draft): Promise<void> {
    const view = this.store.view();
    if (view === undefined) return;
    const { content, sent } = toContent(draft, view.content);
    const saved = await this.api.call('saveReferral', { params: { referralId: view.id }, body: { version: this.version, content } });
    this.version = saved.version;
    this.problem.set(null);
    this.draft.update((now) => (now === null ? null : withIds(now, sent, saved.content)));
    this.store.set(saved);
  }
}
