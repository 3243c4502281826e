import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { pageTitle } from '../shell/page-title';
import { shortcuts } from '../shell/shortcuts';
import { Ask, Question } from '../ui/ask';
import { Chip } from '../ui/chip';
import { Dialogs } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { narrow } from '../ui/narrow';
import { ProblemNotice } from '../ui/notice';
import { Seg } from '../ui/seg';
import { When } from '../ui/when';
import { inboxWords } from '../words/inbox';
import { words } from '../words/words';
import { InboxCount } from './inbox-count';
import { replyLine, type ReplyGroup } from './reply-line';
import { ReplyPanel, type Handling } from './reply-panel';

type Scope = 'mine' | 'unclaimed';
const GROUPS: readonly ReplyGroup[] = ['urgent', 'waiting', 'done'];

/** What people have written back, the urgent first, each with what to do about it. */
@Component({
  selector: 'rs-inbox',
  imports: [NgTemplateOutlet, RouterLink, Chip, Icon, ProblemNotice, ReplyPanel, Seg],
  host: { class: 'contents' },
  templateUrl: './inbox.html',
})
export class Inbox {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly count = inject(InboxCount);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly when = inject(When);
  protected readonly w = words(inboxWords);
  /** Beside the list there is room for the reply; on a phone it opens under its row. */
  protected readonly small = narrow(1180);

  /** `?visa=okanda`, and the reply that is open, in the address. */
  readonly visa = input<string>();
  readonly svar = input<string>();
  protected readonly scope = computed<Scope>(() => (this.visa() === 'okanda' ? 'unclaimed' : 'mine'));

  protected readonly read = live(
    () => this.api.call('readInbox', { query: { scope: this.scope() } }),
    (change) => change.what === 'inbox' || change.what === 'tasks',
  );
  protected readonly view = this.read.value;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  private readonly lines = computed(() => (this.view()?.items ?? []).map((item) => ({ ...replyLine(item, this.w()), item })));
  protected readonly groups = computed(() => GROUPS.map((key) => ({ key, title: this.w().groups[key], lines: this.lines().filter((line) => line.group === key) })).filter((group) => group.lines.length > 0));
  protected readonly open = computed(() => this.lines().find((line) => line.id === this.svar()) ?? null);
  /** One filled button a screen: the first that waits, until it is open. */
  protected readonly firstId = computed(() => (this.open() === null ? this.lines().find((line) => line.group !== 'done')?.id : undefined));
  protected readonly nothing = computed(() => !this.lines().some((line) => line.group !== 'done'));
  protected readonly scopes = computed(() => {
    const waiting = this.view()?.waiting;
    return [{ value: 'mine' as const, label: this.w().scopes.mine({ n: waiting?.mine ?? 0 }) }, { value: 'unclaimed' as const, label: this.w().scopes.unclaimed({ n: waiting?.unclaimed ?? 0 }) }];
  });

  constructor() {
    pageTitle(() => this.w().title);
    effect(() => {
      const view = this.view();
      if (view === undefined) return;
      this.when.heard(view.now);
      this.count.waiting.set(view.waiting.mine + view.waiting.unclaimed);
    });
    shortcuts({
      j: () => this.move(1),
      k: () => this.move(-1),
      Enter: () => this.withFocused((id) => this.show(id)),
      e: () => this.withFocused((id) => this.readOrOpen(id)),
      z: () => this.withFocused((id) => void this.reopen(id)),
      Escape: () => this.open() !== null && this.show(null),
    });
  }

  protected choose(scope: Scope): void {
    void this.router.navigate([], { queryParams: { visa: scope === 'unclaimed' ? 'okanda' : null, svar: null } });
  }
  protected show(id: string | null): void {
    void this.router.navigate([], { queryParams: { svar: id === this.svar() ? null : id }, queryParamsHandling: 'merge' });
  }

  /** One key marks a reply as read, but never one with danger in it: that is opened, and says first what to do. */
  private readOrOpen(id: string): void {
    const line = this.lines().find((one) => one.id === id);
    if (line === undefined || line.group === 'done') return;
    if (line.group === 'waiting') return void this.handle(id, { how: 'read', note: line.item.note });
    if (line.id !== this.svar()) this.show(id);
  }

  protected handle(inboundId: string, body: Handling): Promise<unknown> {
    const danger = this.lines().find((line) => line.id === inboundId)?.group === 'urgent';
    if (body.how !== 'read' || !danger) return this.attempt(() => this.api.call('handleInboxItem', { params: { inboundId }, body }));
    const { title, effect, yes, no } = this.w().dangerRead;
    const act = async () => {
      await this.api.call('handleInboxItem', { params: { inboundId }, body });
      await this.read.reload();
    };
    return this.dialogs.open<Question, boolean>(Ask, { title, effect, yes, no, act }, { label: title });
  }
  protected reopen(inboundId: string): Promise<void> {
    return this.attempt(() => this.api.call('reopenInboxItem', { params: { inboundId } }));
  }
  protected async claim(inboundId: string, memberId: string): Promise<void> {
    await this.attempt(() => this.api.call('claimInboxItem', { params: { inboundId }, body: { memberId } }));
    if (this.problem() === null) void this.router.navigate([], { queryParams: { visa: null, svar: inboundId } });
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await act();
      this.problem.set(null);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
    await this.read.reload();
  }

  private rows(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('.task')];
  }
  private move(by: 1 | -1): void {
    const rows = this.rows();
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  }
  private withFocused(act: (id: string) => void): void {
    const id = this.rows().find((row) => row.contains(document.activeElement))?.dataset['key'];
    if (id !== undefined) act(id);
  }
}
