import { Component, computed, inject, signal } from '@angular/core';
import type { Member } from '@radslag/contracts';
import { Api } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { DialogRef } from '../ui/dialogs';
import { Icon } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { callWords } from '../words/call';
import { networkWords } from '../words/network';
import { words } from '../words/words';
import type { NetworkStore } from './network-store';

/** One person's letter: fetched, posted, and said to be. */
@Component({
  selector: 'rs-letter-guide',
  imports: [Icon, Notice, ProblemNotice],
  template: `
    <div class="call-guide">
      <div class="dialog-head"><h2>{{ w().letterTitle({ name }) }}</h2><button class="btn quiet" type="button" (click)="ref.close()">{{ w().close }}</button></div>
      <p>{{ w().letterText }}</p>
      @if (member.postalAddress; as address) {<address class="envelope">{{ address }}</address>} @else {<rs-notice tone="kanske" icon="flag"><p>{{ w().letterNoAddress }}</p></rs-notice>}
      <p class="muted sm">{{ w().letterIn({ language: language() }) }}</p>
      <label class="check"><input type="checkbox" [checked]="large()" (change)="large.set(!large())" />{{ w().letterLarge }}</label>
      <rs-problem [problem]="problem()" />
      @if (posted()) {<rs-notice icon="check"><p role="status">{{ w().postedDone }}</p></rs-notice>}
      <p class="acts">
        <button class="btn primary" type="button" [disabled]="busy() || member.postalAddress === null" (click)="fetch()"><svg rs-icon="letter"></svg>{{ w().make }}</button>
        <button class="btn" type="button" [disabled]="busy() || posted()" (click)="post()"><svg rs-icon="check"></svg>{{ w().posted }}</button>
      </p>
    </div>
  `,
})
export class LetterGuide {
  private readonly api = inject(Api);
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; member: Member }>>(DialogRef);
  protected readonly w = words(callWords);
  private readonly n = words(networkWords);

  protected readonly member = this.ref.data.member;
  protected readonly name = this.ref.data.store.memberName(this.member);
  protected readonly language = computed(() => this.n().languages[this.member.language === 'sv-x-lattlast' ? 'sv' : this.member.language]);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly large = signal(false);
  protected readonly posted = signal(false);
  protected readonly busy = signal(false);

  protected fetch(): Promise<void> {
    return this.attempt(async () => {
      const file = URL.createObjectURL(await this.api.file('letterPdf', { params: { memberId: this.member.id }, query: { size: this.large() ? 'large' : 'normal' } }));
      const link = Object.assign(document.createElement('a'), { href: file, download: 'brev.pdf' });
      link.click();
      setTimeout(() => URL.revokeObjectURL(file), 60_000);
    });
  }
  protected post(): Promise<void> {
    return this.attempt(async () => {
      await this.api.call('letterSent', { params: { memberId: this.member.id } });
      this.posted.set(true);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(asProblem(error));
    }
    this.busy.set(false);
  }
}
