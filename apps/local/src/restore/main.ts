import { randomBytes } from 'node:crypto';
import { CancelConference, MoveConference } from '@radslag/conferences';
import { createDataSource, Database, runMigrations, wrapDataKey } from '@radslag/db';
import { instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { newId } from '@radslag/platform';
import { Client } from 'pg';
import { Observer } from '../chaos/observer';
import { CREDENTIALS, Phones } from '../chaos/phones';
import { pause } from '../chaos/clockwork';
import { aCaseOf, type Told } from './cases.fixture';

export { CREDENTIALS };
export type Place = { superuserDatabaseUrl: string; ownerDatabaseUrl: string; databaseUrl: string };

const MINUTE = 60_000;
const BEGINS = '2026-12-01T10:00';
const PATIENCE_MS = 20_000;
/** The five of this story, by what is lost of them. */
type Who = 'moved' | 'movedToo' | 'cancelled' | 'waiting' | 'untouched';

/**
 * Ten minutes that are lost: five relatives, of whom all but one were written to after the backup. What reached a phone is
 * told by the operator, which no restore touches.
 */
export class RestoreStory {
  readonly phones: Phones;
  private observer!: Observer;
  private db!: Database;
  private municipalityId = newId();
  private people = {} as Record<Who, Told>;

  constructor(private readonly masterKey: Buffer) {
    // Receipts are taken by nobody: the story is about what was sent.
    this.phones = new Phones(() => this.observer.now(), () => 'http://127.0.0.1:9/', () => Promise.resolve(true));
  }

  /** A migrated database with one municipality in it, and the clock on a Tuesday morning. */
  async begin(place: Place): Promise<void> {
    await runMigrations({ ownerUrl: place.ownerDatabaseUrl, appRole: 'radslag_app', mode: 'test' });
    await this.connect(place, instantOf({ local: BEGINS, zone: SWEDISH_ZONE }).getTime());
    const superuser = new Client({ connectionString: place.superuserDatabaseUrl });
    await superuser.connect();
    try {
      await superuser.query('INSERT INTO municipality (id, slug, name, phone, sms_sender) VALUES ($1, $2, $3, $4, $5)', [this.municipalityId, 'alnas', 'Alnäs kommun', '+46701740607', 'Svara']);
      await superuser.query('INSERT INTO municipality_key (municipality_id, key_number, wrapped) VALUES ($1, 1, $2)', [this.municipalityId, wrapDataKey(this.masterKey, this.municipalityId, 1, randomBytes(32))]);
    } finally {
      await superuser.end();
    }
    await this.phones.listen();
  }

  /** Also after the restore: the same clock goes on, in a database that has forgotten some of it. */
  async connect(place: Place, at = this.observer.now()): Promise<void> {
    this.observer = new Observer(place.superuserDatabaseUrl);
    await this.observer.setClock(at);
    const source = createDataSource(place.databaseUrl, 2, 'restore-staff');
    await source.initialize();
    this.db = new Database(source, this.masterKey);
  }

  async disconnect(): Promise<void> {
    await this.db?.source.destroy().catch(() => undefined);
    await this.observer?.close();
  }

  async close(): Promise<void> {
    await this.disconnect();
    await this.phones.close();
  }

  /** Three conferences that four people are told of, and one that is confirmed in the very moment of the backup. */
  async beforeTheBackup(): Promise<void> {
    const [first, second] = await aCaseOf(this.db, this.municipalityId, 2);
    this.people = { moved: first!, movedToo: second!, cancelled: await this.alone(), untouched: await this.alone() } as Record<Who, Told>;
    await this.pass(11_000);
    await this.sent(4);
    this.people.waiting = await this.alone();
  }

  /** Everybody but one is written to, and none of it is in the backup. */
  async afterTheBackup(): Promise<void> {
    await this.pass(5 * MINUTE);
    await this.sent(5);
    const { moved, cancelled } = this.people;
    await new MoveConference(this.db).execute(moved.coordinator, moved.conferenceId, { version: moved.version, startsLocal: '2026-12-14T16:30', endsLocal: '2026-12-14T20:00' });
    await new CancelConference(this.db).execute(cancelled.coordinator, cancelled.conferenceId, { version: cancelled.version, reason: 'illness' });
    await this.pass(5 * MINUTE);
    await this.sent(8);
  }

  /** A week on, when reminders of what the backup knew come due. */
  async aWeekLater(): Promise<void> {
    await this.pass(3 * 24 * 60 * MINUTE);
  }

  get now(): Date {
    return new Date(this.observer.now());
  }

  /** How many texts each of them has had. */
  get texts(): Record<Who, number> {
    const of = (who: Who) => this.phones.calls.filter(({ to, accepted }) => accepted && to === this.people[who].phone).length;
    return { moved: of('moved'), movedToo: of('movedToo'), cancelled: of('cancelled'), waiting: of('waiting'), untouched: of('untouched') };
  }

  /** Whom somebody is asked to call, and why. */
  async calls(): Promise<Partial<Record<Who, string>>> {
    const rows = await this.observer.ask<{ member_id: string; reason: string }>(`SELECT member_id, reason FROM task WHERE kind = 'callMember' AND done_at IS NULL`);
    const names = Object.entries(this.people) as [Who, Told][];
    return Object.fromEntries(rows.map((row) => [names.find(([, person]) => person.memberId === row.member_id)?.[0], row.reason]));
  }

  async sent(number: number): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (this.phones.calls.length < number && performance.now() < deadline) await pause(20);
    if (this.phones.calls.length !== number) throw new Error(`${this.phones.calls.length} texts have left, where ${number} were due`);
  }

  private async alone(): Promise<Told> {
    return (await aCaseOf(this.db, this.municipalityId, 1))[0]!;
  }

  private pass(ms: number): Promise<void> {
    return this.observer.setClock(this.observer.now() + ms);
  }
}

