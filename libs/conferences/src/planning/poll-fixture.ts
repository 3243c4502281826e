import type { StaffAccess } from '@radslag/access';
import { Task, type Database, type NetworkMember, type Tx } from '@radslag/db';
import { AnswerInvitation, PlanConference, ProposeTimes, SendInvitations, type OwnAnswer } from '.';

/** What the specs of this folder begin with: a day in November, three times in December, and people who can be asked. */
export const NOW = new Date('2026-11-23T09:00:00Z');
export const at = (local: string, hours = 3) => ({ startsLocal: local, endsLocal: `${local.slice(0, 11)}${String(Number(local.slice(11, 13)) + hours).padStart(2, '0')}${local.slice(13)}` });
export const [TUE, THU, SAT] = [at('2026-12-08T17:00'), at('2026-12-10T16:30'), at('2026-12-12T10:00')];

export type Facts = Partial<Omit<NetworkMember, 'municipalityId'>> & { consented?: boolean };
type Value = 'yes' | 'ifNeedBe' | 'no';
type Case = { referralId: string; coordinator: StaffAccess; socialWorker: StaffAccess; manager: StaffAccess };
/** The general factories, handed in by the spec: only specs may reach for the testing library. */
type Factories = { aCase(): Promise<Case>; aMember(tx: Tx, referralId: string, facts?: Facts): Promise<NetworkMember> };
export type Poll = Case & { conferenceId: string; memberIds: string[]; times: { tue: string; thu: string; sat: string } };
export type OpenPoll = Poll & { invitationIds: string[] };
export type MessageRow = { kind: string; state: string; reason: string | null; schedule_version: number; member_id: string };

export const refusedWith = (code: string, status = 422) => expect.objectContaining({ code, status }) as unknown;
export const onTimes = ({ times }: Poll, tue: Value, thu: Value, sat: Value) => [
  { timeId: times.tue, value: tue }, { timeId: times.thu, value: thu }, { timeId: times.sat, value: sat },
];

export class PollFixture {
  constructor(
    readonly db: Database,
    readonly municipalityId: string,
    private readonly make: Factories,
  ) {}

  use<T>(UseCase: new (db: Database) => T): T {
    return new UseCase(this.db);
  }

  /** A preview rehearses the change it is about. */
  preview<T, C>(Preview: new (db: Database, change: C) => T, Change: new (db: Database) => C): T {
    return new Preview(this.db, this.use(Change));
  }

  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.inMunicipality(this.municipalityId, { kind: 'system' }, work);
  }

  aCase(): Promise<Case> {
    return this.make.aCase();
  }

  aMember(referralId: string, facts: Facts = {}): Promise<NetworkMember> {
    return this.inTx((tx) => this.make.aMember(tx, referralId, facts));
  }

  /** A conference with three proposed times, and the people asked for, not yet invited. */
  async aPoll(...people: Facts[]): Promise<Poll> {
    const fixture = await this.aCase();
    const { coordinator, referralId } = fixture;
    const members = await this.inTx(async (tx) => {
      const made: NetworkMember[] = [];
      for (const facts of people) made.push(await this.make.aMember(tx, referralId, facts));
      return made;
    });
    const planned = await this.use(PlanConference).execute(coordinator, referralId);
    const conference = await this.use(ProposeTimes).execute(coordinator, planned.id, { version: 1, times: [TUE, THU, SAT], answerBy: '2026-12-01' });
    const [tue, thu, sat] = conference.times.map((time) => time.id) as [string, string, string];
    return { ...fixture, conferenceId: planned.id, memberIds: members.map((member) => member.id), times: { tue, thu, sat } };
  }

  async anOpenPoll(...people: Facts[]): Promise<OpenPoll> {
    const poll = await this.aPoll(...people);
    const { invited } = await this.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    return { ...poll, invitationIds: poll.memberIds.map((id) => invited.find((one) => one.memberId === id)?.id ?? '') };
  }

  answer(invitationId: string, facts: Partial<OwnAnswer> = {}, askedAbout?: { startsLocal: string; endsLocal: string }) {
    const said: OwnAnswer = { coming: 'yes', mode: 'inPerson', times: [], noTimeFits: false, usualTimes: '', needs: [], spokesperson: '', note: '', worry: 'no', ...facts };
    return this.use(AnswerInvitation).execute({ municipalityId: this.municipalityId, invitationId }, said, askedAbout);
  }

  async openTasks(conferenceId: string): Promise<Task[]> {
    const tasks = await this.inTx((tx) => tx.find(Task, { conferenceId }, { order: { urgent: 'DESC', kind: 'ASC' } }));
    return tasks.filter((task) => task.doneAt === null);
  }

  /** Without the ladder's, which outreach has its own specs for. */
  messages(conferenceId: string): Promise<MessageRow[]> {
    return this.inTx((tx) => tx.query<MessageRow>(`SELECT kind, state, reason, schedule_version, member_id FROM message WHERE municipality_id = $1 AND conference_id = $2 AND kind <> 'answerReminder' ORDER BY due_at, id`, [this.municipalityId, conferenceId]));
  }
}
