import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Answer, Api, Body } from '../api/api';
import type { Change } from '../api/changes';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { CaseStore } from '../cases/case-store';
import { When } from '../ui/when';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import { chosenTime, isExpected, MatrixPerson } from './answers';

export type TimeRow = { id?: string; date: string; from: string; to: string };
export type Proposal = { rows: TimeRow[]; answerBy: string };

/** The conference being planned: its times, who has answered what, and which time is looked at. */
@Injectable()
export class TimesStore {
  private readonly api = inject(Api);
  private readonly caseStore = inject(CaseStore);
  private readonly when = inject(When);
  private readonly n = words(networkWords);

  readonly conferenceId = this.caseStore.conferenceId;
  private readonly matrixRead = live(
    () => {
      const conferenceId = this.conferenceId();
      return conferenceId === null ? null : this.api.call('readMatrix', { params: { conferenceId } });
    },
    (change) => this.isMine(change),
  );
  readonly matrix = this.matrixRead.value;
  readonly readProblem = this.matrixRead.problem;
  readonly slow = this.matrixRead.slow;
  readonly problem = signal<ApiProblem | null>(null);

  readonly conference = computed(() => this.matrix()?.conference ?? null);
  readonly state = computed(() => this.conference()?.state ?? null);
  readonly holdBy = computed(() => this.caseStore.view()?.holdBy ?? null);
  readonly everyone = computed(() => this.matrix()?.people ?? []);
  readonly expected = computed(() => this.everyone().filter(isExpected));
  readonly ranking = computed(() => this.matrix()?.ranking ?? []);
  readonly times = computed(() => [...(this.conference()?.times ?? [])].sort((a, b) => (a.startsLocal < b.startsLocal ? -1 : 1)));

  readonly booked = computed(() => {
    const { startsLocal, endsLocal } = this.conference() ?? { startsLocal: null, endsLocal: null };
    return startsLocal === null || endsLocal === null ? null : { startsLocal, endsLocal };
  });

  private readonly picked = signal<string | null>(null);
  /** The best time until someone chooses; a choice stays when answers come in. */
  readonly chosenId = computed(() => chosenTime(this.times(), this.booked(), { picked: this.picked(), best: this.ranking()[0]?.timeId ?? null }));
  readonly chosen = computed(() => this.times().find((time) => time.id === this.chosenId()) ?? null);
  readonly chosenRank = computed(() => this.ranking().find((time) => time.timeId === this.chosenId()) ?? null);

  private readonly effectRead = live(
    () => {
      const conferenceId = this.conferenceId();
      const timeId = this.chosenId();
      return conferenceId === null || timeId === null || !this.may('confirm') ? null : this.api.call('previewConfirm', { params: { conferenceId }, query: { timeId } });
    },
    (change) => this.isMine(change),
  );
  /** Of what was rehearsed last; nothing while the rehearsal is refused. */
  readonly effect = computed(() => (this.effectRead.problem() === null ? this.effectRead.value() : undefined));
  /** Why it cannot be booked as things stand. */
  readonly effectProblem = this.effectRead.problem;

  /** Answers that were here when the page was opened; a newer one is marked until it has been looked at. */
  private readonly seen = signal<ReadonlySet<string> | null>(null);

  /** What was typed about the times and not saved. */
  readonly proposal = signal<Proposal | null>(null);

  constructor() {
    effect(() => {
      const people = this.everyone();
      if (people.length === 0 || untracked(this.seen) !== null) return;
      this.seen.set(new Set(people.flatMap((person) => (person.answer === null ? [] : [person.answer.id]))));
    });
  }

  /** A reply, or what was done about a worry, is of the case; one from a number that nobody knows may be of any. */
  private isMine(change: Change): boolean {
    if (change.conferenceId !== undefined) return change.conferenceId === this.conferenceId();
    return (change.what === 'inbox' || change.what === 'worry') && (change.referralId === undefined || change.referralId === this.caseStore.referralId());
  }

  may(event: string): boolean {
    return this.conference()?.allowed.includes(event) ?? false;
  }
  choose(timeId: string): void {
    this.picked.set(timeId);
    this.problem.set(null);
  }
  isNew(person: MatrixPerson): boolean {
    return person.answer !== null && this.seen() !== null && this.seen()?.has(person.answer.id) === false;
  }
  look(person: MatrixPerson): void {
    const answer = person.answer;
    if (answer !== null && this.isNew(person)) this.seen.update((seen) => new Set([...(seen ?? []), answer.id]));
  }
  /** A protected person is a role in every list. */
  nameOf(person: MatrixPerson): string {
    return person.protected ? this.n().protectedPerson : person.shortName;
  }
  names(ids: readonly string[]): string {
    return this.when.names(ids.flatMap((id) => this.everyone().filter((person) => person.memberId === id).map((person) => this.nameOf(person))));
  }
  person(id: string): MatrixPerson | undefined {
    return this.everyone().find((one) => one.memberId === id);
  }

  reload = () => this.matrixRead.reload();

  async plan(): Promise<void> {
    await this.write(() => this.api.call('planConference', { params: { referralId: this.caseStore.referralId() } }));
    await this.caseStore.reload();
  }
  async propose(proposal: Proposal): Promise<void> {
    const times = proposal.rows.map((row) => ({ ...(row.id === undefined ? {} : { id: row.id }), startsLocal: `${row.date}T${row.from}`, endsLocal: `${row.date}T${row.to}` }));
    await this.send((conferenceId, version) => this.api.call('proposeTimes', { params: { conferenceId }, body: { version, times, answerBy: proposal.answerBy } }));
    this.proposal.set(null);
  }
  async confirm(): Promise<boolean> {
    const timeId = this.chosenId();
    return timeId === null ? false : this.write(() => this.send((conferenceId, version) => this.api.call('confirmTime', { params: { conferenceId }, body: { version, timeId } })));
  }
  moveTo(range: { startsLocal: string; endsLocal: string }): Promise<void> {
    return this.send((conferenceId, version) => this.api.call('moveConference', { params: { conferenceId }, body: { version, ...range } }));
  }
  cancel(reason: Body<'cancelConference'>['reason']): Promise<void> {
    return this.send((conferenceId, version) => this.api.call('cancelConference', { params: { conferenceId }, body: { version, reason } }));
  }
  setVenue(venue: Body<'setVenue'>['venue'], careTaken: string | null): Promise<void> {
    return this.send((conferenceId, version) => this.api.call('setVenue', { params: { conferenceId }, body: { version, venue, careTaken } }));
  }
  recordAnswer(body: Body<'recordAnswer'>): Promise<void> {
    return this.send((conferenceId) => this.api.call('recordAnswer', { params: { conferenceId }, body }));
  }
  async invite(memberIds: string[]): Promise<{ invited: number; refused: { memberId: string; reason: string }[] }> {
    let sent = { invited: 0, refused: [] as { memberId: string; reason: string }[] };
    await this.send(async (conferenceId) => {
      const answer = await this.api.call('sendInvitations', { params: { conferenceId }, body: { memberIds } });
      sent = { invited: answer.invited.length, refused: answer.refused };
    });
    return sent;
  }
  revoke(invitationId: string): Promise<void> {
    return this.send(() => this.api.call('revokeInvitation', { params: { invitationId } }));
  }
  rotate(invitationId: string): Promise<void> {
    return this.send(() => this.api.call('rotateLink', { params: { invitationId } }));
  }
  async fillInTogether(invitationId: string): Promise<string> {
    const { url } = await this.api.call('fillInTogether', { params: { invitationId } });
    return url;
  }
  async issueCode(invitationId: string): Promise<Answer<'issueCode'>> {
    const issued = await this.api.call('issueCode', { params: { invitationId } });
    await this.reload();
    return issued;
  }
  previewInvitations(memberIds: readonly string[]): Promise<Answer<'previewInvitations'>> {
    return this.api.call('previewInvitations', { params: { conferenceId: this.conference()?.id ?? '' }, body: { memberIds: [...memberIds] } });
  }

  previewMove(range: { startsLocal: string; endsLocal: string }): Promise<Answer<'previewMove'>> {
    return this.api.call('previewMove', { params: { conferenceId: this.conference()?.id ?? '' }, query: range });
  }
  previewCancel(): Promise<Answer<'previewCancel'>> {
    return this.api.call('previewCancel', { params: { conferenceId: this.conference()?.id ?? '' } });
  }
  previewRotate(invitationId: string): Promise<Answer<'previewRotate'>> {
    return this.api.call('previewRotate', { params: { invitationId } });
  }
  /** What a button would do, before a dialog is opened about it; null: it cannot be done, and the page says why. */
  async foresee<T>(preview: () => Promise<T>): Promise<T | null> {
    this.problem.set(null);
    try {
      return await preview();
    } catch (error) {
      this.problem.set(asProblem(error));
      return null;
    }
  }

  /** With the version we know; another one there means reading again, and the refusal goes to the form. */
  private async send(act: (conferenceId: string, version: number) => Promise<unknown>): Promise<void> {
    const conference = this.conference();
    if (conference === null) return;
    try {
      await act(conference.id, conference.version);
    } finally {
      await this.reload();
    }
  }
  private async write(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await act();
      return true;
    } catch (error) {
      this.problem.set(asProblem(error));
      return false;
    }
  }
}
