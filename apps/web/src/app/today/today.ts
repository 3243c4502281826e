import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { pageTitle } from '../shell/page-title';
import { shortcuts } from '../shell/shortcuts';
import { InboxCount } from '../inbox/inbox-count';
import { TaskCount } from '../shell/task-count';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { Seg } from '../ui/seg';
import { wallTime } from '../ui/dates';
import { When } from '../ui/when';
import { caseWords } from '../words/case';
import { contactWords } from '../words/contact';
import { shellWords } from '../words/shell';
import { todayWords } from '../words/today';
import { uiWords } from '../words/ui';
import { words } from '../words/words';
import { TaskLine, taskLine } from './task-row';
import { TodayPanel } from './today-panel';
import { FindOpener } from '../shell/find-opener';

type Scope = 'mine' | 'unit';
const GROUPS = ['late', 'today', 'thisWeek'] as const;

/** What blocks the next step in my cases, in the order it hurts. */
@Component({
  selector: 'rs-today',
  imports: [NgTemplateOutlet, RouterLink, Chip, Icon, Seg, Notice, ProblemNotice, TodayPanel],
  host: { class: 'contents' },
  templateUrl: './today.html',
})
export class Today {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly count = inject(TaskCount);
  private readonly replies = inject(InboxCount);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly finder = inject(FindOpener);
  protected readonly when = inject(When);
  protected readonly w = words(todayWords);
  protected readonly ui = words(uiWords);
  protected readonly shell = words(shellWords);
  private readonly c = words(caseWords);
  private readonly k = words(contactWords);

  /** `?visa=enheten`, so that the choice is in the address. */
  readonly visa = input<string>();
  protected readonly scope = computed<Scope>(() => (this.visa() === 'enheten' ? 'unit' : 'mine'));

  protected readonly read = live(
    () => this.api.call('readToday', { query: { scope: this.scope() } }),
    () => true,
  );
  protected readonly view = this.read.value;
  protected readonly problem = signal<ApiProblem | null>(null);
  /** Done rows stay where they were until the list is left. */
  private readonly doneHere = signal<ReadonlyMap<string, string>>(new Map());
  private readonly lastDone = signal<string | null>(null);
  protected readonly laterShown = signal(false);

  protected readonly groups = computed(() => GROUPS.map((key) => ({ key, title: this.titleOf(key), lines: this.lines(key), left: this.lines(key).filter((line) => !line.done).length, empty: this.emptyText(key) })));
  protected readonly later = computed(() => this.lines('later'));
  protected readonly nothing = computed(() => this.later().length === 0 && this.groups().every((group) => group.lines.length === 0));
  protected readonly urgentKey = computed(() => this.groups().flatMap((group) => group.lines).find((line) => line.due.kind === 'failed' && !line.done)?.key);
  protected readonly scopes = computed(() => (['mine', 'unit'] as Scope[]).map((value) => ({ value, label: this.w().scopes[value] })));
  protected readonly nextUp = computed(() => {
    const view = this.view();
    const clock = this.when.now();
    const ahead = (view?.agenda ?? []).filter((one) => one.endsLocal > wallTime(clock));
    const first = ahead[0];
    return first === undefined ? null : { ...first, more: this.w().nextUp({ n: ahead.length - 1 }) };
  });

  constructor() {
    pageTitle(() => this.w().title);
    effect(() => {
      const view = this.view();
      if (view !== undefined) this.when.heard(view.now);
    });
    effect(() => {
      const view = this.view();
      if (view === undefined || this.scope() !== 'mine') return;
      this.replies.waiting.set([...view.late, ...view.today, ...view.thisWeek, ...view.later].filter((task) => task.target === 'inbox' && task.doneAt === null).reduce((sum, task) => sum + (typeof task.params['count'] === 'number' ? task.params['count'] : 1), 0));
    });
    effect(() => {
      if (this.scope() === 'mine' && this.view() !== undefined) this.count.left.set(this.groups().filter((group) => group.key !== 'thisWeek').reduce((sum, group) => sum + group.left, 0));
    });
    shortcuts({
      j: () => this.move(1),
      k: () => this.move(-1),
      Enter: () => this.withRow((line) => void this.router.navigate(line.link, { queryParams: line.query })),
      e: () => this.withRow((line) => line.taskId !== null && !line.done && void this.finish(line)),
      z: () => void this.undoLast(),
    });
  }

  protected choose(scope: Scope): void {
    void this.router.navigate([], { queryParams: { visa: scope === 'unit' ? 'enheten' : null } });
  }

  protected async finish(line: TaskLine): Promise<void> {
    if (line.taskId === null) return;
    const taskId = line.taskId;
    this.mark(taskId, this.when.now().toISOString());
    await this.attempt(() => this.api.call('finishTask', { params: { taskId } }), () => this.mark(taskId, null));
    this.lastDone.set(taskId);
  }

  protected async undo(taskId: string | null): Promise<void> {
    if (taskId === null) return;
    this.mark(taskId, null);
    await this.attempt(() => this.api.call('reopenTask', { params: { taskId } }), () => undefined);
    await this.read.reload();
  }

  private async undoLast(): Promise<void> {
    const last = this.lastDone();
    this.lastDone.set(null);
    await this.undo(last);
  }

  private mark(taskId: string, at: string | null): void {
    this.doneHere.update((done) => {
      const next = new Map(done);
      if (at === null) next.delete(taskId);
      else next.set(taskId, at);
      return next;
    });
  }

  private async attempt(act: () => Promise<unknown>, takeBack: () => void): Promise<void> {
    try {
      await act();
      this.problem.set(null);
    } catch (error) {
      takeBack();
      this.problem.set(asProblem(error));
    }
  }

  private titleOf(key: (typeof GROUPS)[number]): string {
    const urgent = key === 'late' && (this.view()?.late ?? []).some((task) => task.severity === 'urgent');
    return urgent ? this.w().groups.urgentAndLate : this.w().groups[key];
  }

  private lines(key: 'late' | 'today' | 'thisWeek' | 'later'): TaskLine[] {
    const done = this.doneHere();
    return (this.view()?.[key] ?? []).map((task) => {
      const at = task.taskId === null ? undefined : done.get(task.taskId);
      return taskLine(at === undefined ? task : { ...task, doneAt: task.doneAt ?? at }, { today: this.w(), cases: this.c(), contact: this.k() }, this.when);
    });
  }

  private emptyText(key: (typeof GROUPS)[number]): string {
    if (key !== 'today') return this.w().empty[key];
    const next = [...(this.view()?.thisWeek ?? []), ...(this.view()?.later ?? [])].find((task) => task.doneAt === null && task.dueOn !== null);
    return next?.dueOn == null ? this.w().empty.today : this.w().empty.todayNext({ when: this.when.day(next.dueOn) });
  }

  private rows(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('li.task')];
  }
  private move(step: 1 | -1): void {
    const rows = this.rows();
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
  }
  private withRow(act: (line: TaskLine) => unknown): void {
    const key = this.rows().find((row) => row.contains(document.activeElement))?.dataset['key'];
    const line = [...this.groups().flatMap((group) => group.lines), ...this.later()].find((one) => one.key === key);
    if (line !== undefined) act(line);
  }
}
