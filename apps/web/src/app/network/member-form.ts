import { Component, computed, inject, signal } from '@angular/core';
import { NEEDS, RINGS, SIDES } from '@radslag/domain';
import type { Need } from '@radslag/domain';
import type { Member, MemberInput } from '@radslag/contracts';
import { ApiProblem, asProblem } from '../api/problem';
import { DialogRef } from '../ui/dialogs';
import { Control, Field } from '../ui/field';
import { ErrorSummary, Notice, ProblemNotice } from '../ui/notice';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import { inputOf, NEW_MEMBER } from './draft';
import type { NetworkStore } from './network-store';
import { ReachFields } from './reach-fields';

/** Refusals of a rule, each at the field that it is about. */
const FIELD_OF: Readonly<Record<string, keyof MemberInput>> = {
  'not-a-phone-number': 'phone', 'special-number': 'phone', 'not-a-mobile-number': 'phone', 'protected-has-no-number': 'phone', 'channel-twice': 'channel', 'staff-only-alone': 'channel', 'own-hours-outside': 'hours',
  'alias-not-neutral': 'alias', 'word-not-neutral': 'agreedWord', 'delegate-unknown': 'delegateId', 'delegate-protected': 'delegateId', 'delegate-chain': 'delegateId',
  'delegate-not-agreed': 'delegateId', 'delegate-no-consent': 'delegateId', 'delegate-no-mobile': 'delegateId',
};

/** Everything known about a person. What was typed is kept by the store until it is saved, also when the form is closed. */
@Component({
  selector: 'rs-member-form',
  imports: [Field, Control, Notice, ErrorSummary, ProblemNotice, ReachFields],
  templateUrl: './member-form.html',
})
export class MemberForm {
  protected readonly ref = inject<DialogRef<{ store: NetworkStore; member: Member | null }>>(DialogRef);
  protected readonly w = words(networkWords);
  private readonly store = this.ref.data.store;
  private readonly member = this.ref.data.member;
  private readonly key = this.member?.id ?? 'new';

  protected readonly sides = SIDES;
  protected readonly rings = RINGS;
  protected readonly needs = NEEDS;

  private readonly fresh = () => (this.member === null ? NEW_MEMBER : inputOf(this.member));
  protected readonly resumed = signal(this.store.draftOf(this.key) !== undefined);
  protected readonly draft = signal<MemberInput>(this.store.draftOf(this.key) ?? this.fresh());
  protected readonly busy = signal(false);
  protected readonly stale = signal(false);
  private readonly problem = signal<ApiProblem | null>(null);

  protected readonly title = computed(() => (this.member === null ? this.w().addTitle : this.w().editTitle({ name: this.store.memberName(this.member) })));
  /** At a field where one is named, else on top. */
  protected readonly summary = computed(() => {
    const problem = this.problem();
    if (problem === null) return null;
    return problem.errors.length > 0 ? problem.errors.map((error) => error.message) : FIELD_OF[problem.code] !== undefined ? [problem.message] : null;
  });
  protected readonly delegates = computed(() =>
    this.store.people().filter((one) => one.id !== this.member?.id && !one.protected && one.phone !== null && one.delegateId === null).map((one) => ({ id: one.id, name: this.store.memberName(one) })),
  );
  protected readonly fault = (field: keyof MemberInput): string | null => this.at(field);
  protected readonly general = computed(() => (this.summary() === null && !this.stale() ? this.problem() : null));

  protected put(change: Partial<MemberInput>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    this.store.keep(this.key, this.draft());
  }
  protected has(need: Need): boolean {
    return this.draft().needs.some((one) => one.need === need);
  }
  protected detailOf(need: Need): string {
    return this.draft().needs.find((one) => one.need === need)?.detail ?? '';
  }
  protected toggleNeed(need: Need, on: boolean): void {
    const others = this.draft().needs.filter((one) => one.need !== need);
    this.put({ needs: on ? [...others, { need, detail: '' }] : others });
  }
  protected describeNeed(need: Need, detail: string): void {
    this.put({ needs: this.draft().needs.map((one) => (one.need === need ? { need, detail } : one)) });
  }
  protected at(field: keyof MemberInput): string | null {
    const problem = this.problem();
    if (problem === null) return null;
    const own = FIELD_OF[problem.code] === field ? problem.message : null;
    const inside = (path: string) => problem.forField(path) ?? problem.forField(`${path}.from`) ?? problem.forField(`${path}.to`);
    return inside(field) ?? inside(`member.${field}`) ?? own;
  }
  protected discard(): void {
    this.store.forget(this.key);
    this.draft.set(this.fresh());
    this.resumed.set(false);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    this.problem.set(null);
    this.stale.set(false);
    try {
      await this.store.save(this.member, this.draft());
      this.ref.close();
    } catch (error) {
      const problem = asProblem(error);
      this.problem.set(problem);
      if (problem.status === 412) {
        this.stale.set(true);
        await this.store.reload();
      }
      this.busy.set(false);
    }
  }
}
