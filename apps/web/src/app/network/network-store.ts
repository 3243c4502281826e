import { computed, inject, Injectable, signal } from '@angular/core';
import { isCounted, placeNetwork } from '@radslag/domain';
import type { ConsentForm, ConsentPurpose, PairMeasure, Ring, Side, Tie, WorryMeasure } from '@radslag/domain';
import type { Member, MemberInput, NetworkView } from '@radslag/contracts';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { Session } from '../session/session';
import type { SaveState } from '../ui/save-line';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import { cleaned, inputOf } from './draft';

export type ConsentDraft = { purpose: ConsentPurpose; form: ConsentForm; givenOn: string; validUntil: string | null };
export type TieDraft = { fromMemberId: string | null; toMemberId: string; kind: Tie; until: string | null; boundMemberId: string | null };

export type TieOf = { id: string; otherId: string | null; kind: Tie; until: string | null; boundId: string | null; decision: NetworkView['ties'][number]['decision'] };

/** The network of one case: who is in it, who is looked at, and every change to it. */
@Injectable()
export class NetworkStore {
  private readonly api = inject(Api);
  private readonly caseStore = inject(CaseStore);
  private readonly session = inject(Session);
  private readonly w = words(networkWords);

  private readonly network = live(
    () => this.api.call('readNetwork', { params: { referralId: this.caseStore.referralId() } }),
    (change) => change.referralId === this.caseStore.referralId(),
  );
  private readonly chosen = signal<string | null>(null);
  /** What was typed and not saved, by person; a closed form loses nothing. */
  private readonly drafts = new Map<string, MemberInput>();

  readonly loaded = computed(() => this.network.value() !== undefined);
  readonly slow = this.network.slow;
  readonly readProblem = this.network.problem;
  readonly problem = signal<ApiProblem | null>(null);
  readonly saveState = signal<SaveState>({ kind: 'idle' });

  readonly editable = computed(() => this.network.value()?.editable ?? false);
  readonly decides = computed(() => this.network.value()?.decides ?? false);
  /** A no never waits: it can be written down in the family's own time too. */
  readonly mayWithdraw = computed(() => this.editable() || (this.session.is('coordinator') && this.caseStore.view()?.privateTime != null));
  readonly focal = computed(() => this.caseStore.view()?.focalPersons ?? []);
  readonly childName = computed(() => this.focal().map((person) => person.givenName).join(', '));
  readonly all = computed(() => this.network.value()?.members ?? []);
  /** Those around the child; a focal person who has a row of its own stands in the middle instead. */
  readonly people = computed(() => this.all().filter(isCounted));
  readonly ties = computed(() => this.network.value()?.ties ?? []);
  readonly missing = computed(() => this.network.value()?.missing ?? []);
  readonly placed = computed(() => placeNetwork(this.people()).sort((a, b) => a.order - b.order));
  readonly prepared = computed(() => this.people().filter((member) => member.state === 'prepared').length);

  readonly selectedId = this.chosen.asReadonly();
  readonly selected = computed(() => this.all().find((member) => member.id === this.chosen()) ?? null);
  readonly gone = computed(() => this.chosen() !== null && this.loaded() && this.selected() === null);

  select(id: string | null): void {
    this.chosen.set(id);
    this.problem.set(null);
  }

  /** Inside the case people are named; a protected person is a lock and a role. */
  /** närmast, mors sida */
  placeOf(member: Pick<Member, 'ring' | 'side'>): string {
    const w = this.w();
    return w.place({ ring: w.rings[member.ring], side: w.sides[member.side].toLocaleLowerCase('sv') });
  }
  nameOf(id: string | null): string {
    if (id === null) return this.childName();
    const member = this.all().find((one) => one.id === id);
    return member === undefined ? '' : this.memberName(member);
  }
  memberName(member: Member): string {
    return member.protected ? this.w().protectedPerson : member.shortName;
  }
  tiesOf(id: string): TieOf[] {
    return this.ties()
      .filter((tie) => tie.toMemberId === id || tie.fromMemberId === id)
      .map((tie) => ({ id: tie.id, otherId: tie.toMemberId === id ? tie.fromMemberId : tie.toMemberId, kind: tie.kind, until: tie.until, boundId: tie.fromMemberId === null ? tie.toMemberId : tie.boundMemberId, decision: tie.decision }));
  }

  draftOf(key: string): MemberInput | undefined {
    return this.drafts.get(key);
  }
  keep(key: string, draft: MemberInput): void {
    this.drafts.set(key, draft);
  }
  forget(key: string): void {
    this.drafts.delete(key);
  }

  /** Refusals go to the form, which shows them at their fields. */
  async save(member: Member | null, draft: MemberInput): Promise<Member> {
    const input = cleaned(draft);
    const saved =
      member === null
        ? await this.api.call('addMember', { params: { referralId: this.caseStore.referralId() }, body: input })
        : await this.api.call('changeMember', { params: { memberId: member.id }, body: { version: this.versionOf(member), member: input } });
    this.forget(member?.id ?? 'new');
    this.saveState.set({ kind: 'saved', at: new Date() });
    this.chosen.set(saved.id);
    await this.network.reload();
    return saved;
  }
  async reload(): Promise<void> {
    await this.network.reload();
  }

  place(member: Member, ring: Ring, side: Side): Promise<boolean> {
    return this.write(() => this.api.call('changeMember', { params: { memberId: member.id }, body: { version: this.versionOf(member), member: { ...inputOf(member), ring, side } } }));
  }
  move(member: Member, event: 'agree' | 'contact' | 'prepare'): Promise<boolean> {
    return this.write(() => this.api.call('moveMember', { params: { memberId: member.id }, body: { event } }));
  }
  async remove(member: Member): Promise<boolean> {
    const removed = await this.write(() => this.api.call('removeMember', { params: { memberId: member.id } }));
    if (removed) this.chosen.set(null);
    return removed;
  }
  async recordConsent(member: Member, draft: ConsentDraft): Promise<void> {
    await this.api.call('recordConsent', { params: { memberId: member.id }, body: draft });
    await this.written();
  }
  withdraw(consentId: string): Promise<boolean> {
    return this.write(() => this.api.call('withdrawConsent', { params: { consentId } }));
  }
  async answerWorry(worryId: string, body: { measure: WorryMeasure; note: string }): Promise<void> {
    await this.api.call('answerWorry', { params: { worryId }, body });
    await this.written();
  }
  async addTie(draft: TieDraft): Promise<void> {
    await this.api.call('addTie', { params: { referralId: this.caseStore.referralId() }, body: draft });
    await this.written();
  }
  removeTie(tieId: string): Promise<boolean> {
    return this.write(() => this.api.call('removeTie', { params: { tieId } }));
  }

  async decidePair(tieId: string, decision: { measure: PairMeasure; ground: string }): Promise<void> {
    await this.api.call('decidePair', { params: { tieId }, body: decision });
    await this.written();
  }
  async revokePair(tieId: string): Promise<void> {
    await this.api.call('revokePair', { params: { tieId } });
    await this.written();
  }

  private versionOf(member: Member): number {
    return this.all().find((one) => one.id === member.id)?.version ?? member.version;
  }
  private async write(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    this.saveState.set({ kind: 'saving' });
    try {
      await act();
      await this.written();
      return true;
    } catch (error) {
      this.problem.set(asProblem(error));
      this.saveState.set({ kind: 'unsaved' });
      await this.network.reload();
      return false;
    }
  }
  private async written(): Promise<void> {
    this.saveState.set({ kind: 'saved', at: new Date() });
    await this.network.reload();
  }
}
