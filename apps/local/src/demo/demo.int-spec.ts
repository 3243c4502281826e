import { linkToken, hashToken, verifyPassword, type StaffAccess } from '@radslag/access';
import { PlanConference, ReadMatrix, ReadNetwork } from '@radslag/conferences';
import { Database, FocalPerson } from '@radslag/db';
import { instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { ReadPlan } from '@radslag/plans';
import { ListCases, ReadCase, ReadToday } from '@radslag/reporting';
import { testDatabase, type TestDatabase } from '@radslag/testing';
import Personnummer from 'personnummer';
import { DemoCalendar } from './demo-calendar';
import { STORIES } from './families';
import { demoSignIns, seedDemo, type DemoSettings } from './index';
import { demoStaff, STAGES, stagesNow } from './stages.fixture';

let test: TestDatabase;
let settings: DemoSettings;
let first: { created: boolean };
const LINK_KEY = Buffer.alloc(32, 9);
/** A Saturday noon: which reminders lie ahead of the families depends on the weekday and the feasts that the demo is begun on. */
const BEGUN = new Date('2026-11-21T12:00:00Z');

beforeAll(async () => {
  test = await testDatabase();
  await test.moveClockTo(BEGUN);
  settings = { ownerUrl: test.ownerUrl, appUrl: test.appUrl, masterKey: Buffer.alloc(32, 7), linkKey: LINK_KEY, familyUrl: 'https://svara.example', mode: 'test' };
  first = await seedDemo(settings);
}, 60_000);
afterAll(() => test.close());

/** Every row of every municipality: the wall is for the application, so each municipality is asked in its turn. */
async function everywhere<T>(sql: string): Promise<T[]> {
  const ids = await municipalityIds();
  const rows = await Promise.all(ids.map((id) => test.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query<T>(sql))));
  return rows.flat();
}
const municipalityIds = async () => (await test.db.withoutTenant<{ municipality_ids: string }>('SELECT municipality_ids()')).map((row) => row.municipality_ids);

const staff = (email: string): Promise<StaffAccess> => demoStaff(test, email);
const sanna = () => staff('sanna.lind@alnas.example');

async function caseByReference(who: StaffAccess, reference: string) {
  const { cases } = await new ListCases(test.db).execute(who, { scope: 'mine', limit: 100 });
  const found = cases.find((one) => one.reference.endsWith(reference));
  if (!found) throw new Error(`no case ${reference}`);
  return new ReadCase(test.db).execute(who, found.id);
}

describe('demo families', () => {
  it('are written once: a second start changes nothing', async () => {
    expect(first).toEqual({ created: true });
    const before = await everywhere(`SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM referral) AS referrals, (SELECT max(seq) FROM audit_entry) AS log`);
    expect(await seedDemo(settings)).toEqual({ created: false });
    expect(await everywhere(`SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM referral) AS referrals, (SELECT max(seq) FROM audit_entry) AS log`)).toEqual(before);
  });

  it('can be signed in to with what is printed', async () => {
    expect(demoSignIns().map(({ municipality }) => municipality).filter((name, index, all) => all.indexOf(name) === index)).toEqual(['Alnäs kommun', 'Berga kommun']);
    for (const { email, password } of demoSignIns()) {
      const [found] = await test.db.withoutTenant<{ password_hash: string }>('SELECT password_hash FROM staff_for_sign_in($1)', [email]);
      expect([email, await verifyPassword(found?.password_hash, password)]).toEqual([email, true]);
    }
  });

  it('are twelve over two municipalities, each at a stage of its own', async () => {
    expect(STAGES).toHaveLength(12);
    expect(await stagesNow(test)).toEqual(STAGES);
  });

  it('have networks of 6 to 25 people who read eight languages', async () => {
    for (const { network } of STAGES.filter((stage) => stage.network > 0)) expect(network >= 6 && network <= 25).toBe(true);
    const languages = await everywhere<{ language: string }>('SELECT DISTINCT language FROM network_member');
    expect(new Set(languages.map((row) => row.language))).toEqual(new Set(['sv', 'en', 'ar', 'fi', 'prs', 'so', 'ti', 'uk']));
  });

  it('have personal numbers from the tax agency\'s test series only, one person each, and some have none', async () => {
    const seen: string[] = [];
    let without = 0;
    for (const id of await municipalityIds()) {
      await new Database(test.db.source, settings.masterKey).inMunicipality(id, { kind: 'system' }, async (tx) => {
        for (const person of await tx.find(FocalPerson, {})) {
          if (person.personalNumber === null) without += 1;
          else {
            seen.push(person.personalNumber);
            // The series gives the children of these years the birth numbers 238 (girls) and 239 (boys), one or two a day.
            expect(person.personalNumber).toMatch(/^20\d{6}23[89]\d$/);
            expect(Personnummer.valid(person.personalNumber)).toBe(true);
            expect(person.personalNumber.slice(0, 8)).toBe(person.birthDate!.replaceAll('-', ''));
          }
        }
      });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(without).toBeGreaterThan(0);
  });

  it('stand in every state there is', async () => {
    const states = async (sql: string) => new Set((await everywhere<{ state: string }>(sql)).map((row) => row.state));
    expect(await states('SELECT DISTINCT state FROM offer')).toEqual(new Set(['offered', 'accepted', 'declined']));
    expect(await states('SELECT DISTINCT state FROM referral')).toEqual(new Set(['draft', 'submitted', 'accepted', 'allocated', 'active', 'closed']));
    expect(await states('SELECT DISTINCT state FROM conference')).toEqual(new Set(['planning', 'polling', 'confirmed', 'held', 'cancelled']));
    expect(await states('SELECT DISTINCT state FROM family_plan')).toEqual(new Set(['presented', 'accepted']));
    expect(await states('SELECT DISTINCT state FROM network_member')).toEqual(new Set(['suggested', 'agreed', 'contacted', 'prepared']));
  });

  it('lead through the first walk of the README: times can be proposed to people who may be asked, and a reminder is planned', async () => {
    const who = await sanna();
    const { id } = await caseByReference(who, '-017');
    const { members } = await new ReadNetwork(test.db).execute(who, id);
    expect(members.filter((member) => member.contactRefusal === null && member.channel === 'sms').length).toBeGreaterThanOrEqual(2);
    expect((await new PlanConference(test.db).execute(who, id)).state).toBe('planning');
    const kinds = await everywhere<{ kind: string }>(`SELECT DISTINCT kind FROM message WHERE state = 'planned'`);
    expect(new Set(kinds.map((row) => row.kind))).toEqual(new Set(['answerReminder', 'reminderWeek', 'reminderDay', 'reminderHours', 'actionDue']));
  });

  it('ask nobody again who has answered', async () => {
    expect(await everywhere(`SELECT m.id FROM message m JOIN answer a ON a.invitation_id = m.invitation_id WHERE m.kind = 'answerReminder' AND m.state NOT IN ('cancelled') AND m.due_at > a.at`)).toEqual([]);
  });

  it('have numbers from the series for fiction only, one person each but for those who share', async () => {
    let sharing = 0;
    for (const id of await municipalityIds()) {
      await test.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
        const rows = await tx.query<{ id: string; referral_id: string; phone: Buffer; shared_phone: boolean; staff: string[] }>(
          `SELECT m.id, m.referral_id, m.phone, m.shared_phone, (SELECT array_agg(phone) FROM staff_user) AS staff FROM network_member m WHERE phone IS NOT NULL`,
        );
        const holders = new Map<string, boolean[]>();
        for (const row of rows) {
          const phone = tx.open('network_member', row.id, 'phone', row.phone);
          expect(phone).toMatch(/^\+467017406(0[5-9]|[1-9]\d)$/);
          expect(row.staff).not.toContain(phone);
          const key = `${row.referral_id} ${phone}`;
          holders.set(key, [...(holders.get(key) ?? []), row.shared_phone]);
        }
        expect([...holders.values()].filter((shared) => shared.length > 1 && shared.includes(false))).toEqual([]);
        sharing += [...holders.values()].filter((shared) => shared.length > 1).length;
      });
    }
    expect(sharing).toBe(1);
  });

  it('send nothing by themselves: what was due has been sent, what is planned lies ahead', async () => {
    const open = await everywhere<{ state: string; ahead: boolean }>(`SELECT state, due_at > app_now() + interval '1 minute' AS ahead FROM message WHERE state NOT IN ('delivered', 'failed', 'cancelled', 'suppressed')`);
    expect(open.length).toBeGreaterThan(30);
    expect(open.filter((message) => message.state !== 'planned' || !message.ahead)).toEqual([]);
    expect(await everywhere(`SELECT id FROM message WHERE state IN ('delivered', 'failed') AND (due_at > app_now() OR attempts <> 1 OR body_hash IS NULL)`)).toEqual([]);
  });

  it('have a consent under every message and invitation, given before it', async () => {
    expect(
      await everywhere(`SELECT x.id FROM (SELECT id, member_id, consent_id, created_at FROM message UNION ALL SELECT id, member_id, consent_id, created_at FROM invitation) x
        LEFT JOIN consent c ON c.id = x.consent_id AND c.member_id = x.member_id AND c.purpose = 'contact' AND c.withdrawn_at IS NULL AND c.recorded_at <= x.created_at WHERE c.id IS NULL`),
    ).toEqual([]);
  });

  it('have links that the family site will know', async () => {
    const invitations = await everywhere<{ id: string; token_hash: Buffer }>('SELECT id, token_hash FROM invitation');
    expect(invitations.every(({ id, token_hash }) => hashToken(linkToken(LINK_KEY, id, 0)).equals(token_hash))).toBe(true);
  });

  it('have no past that lies ahead and nothing planned that has been', async () => {
    expect(await everywhere(`SELECT id FROM referral WHERE greatest(submitted_at, accepted_at, allocated_at, conflict_declared_at, closed_at, created_at) > app_now()`)).toEqual([]);
    expect(await everywhere(`SELECT id FROM answer WHERE at > app_now()`)).toEqual([]);
    expect(await everywhere(`SELECT id FROM network_member WHERE greatest(agreed_at, contacted_at, prepared_at) > app_now()`)).toEqual([]);
    expect(await everywhere(`SELECT id FROM conference WHERE state IN ('planning', 'polling', 'confirmed') AND starts_local IS NOT NULL AND (starts_local::timestamp AT TIME ZONE zone) < app_now()`)).toEqual([]);
    expect(await everywhere(`SELECT t.id FROM proposed_time t JOIN conference c ON c.id = t.conference_id WHERE c.state = 'polling' AND t.starts_local < (app_now() AT TIME ZONE 'Europe/Stockholm')::text`)).toEqual([]);
  });

  it('have one person who is protected, with no number and no message, and some who want no SMS', async () => {
    expect(await everywhere(`SELECT phone, channel, (SELECT count(*)::integer FROM message x WHERE x.member_id = m.id) AS messages FROM network_member m WHERE protected`)).toEqual([{ phone: null, channel: 'staffOnly', messages: 0 }]);
    expect((await everywhere(`SELECT id FROM network_member WHERE no_sms`)).length).toBeGreaterThan(0);
    expect(await everywhere(`SELECT x.id FROM message x JOIN network_member m ON m.id = x.member_id WHERE m.no_sms`)).toEqual([]);
  });

  it('stand on their own side of the wall', async () => {
    const malin = await staff('malin.berg@berga.example');
    const ella = await caseByReference(await sanna(), '-014');
    await expect(new ReadCase(test.db).execute(malin, ella.id)).rejects.toMatchObject({ status: 404 });
  });

  it('keep the log whole and in order', async () => {
    for (const id of await municipalityIds()) {
      await test.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
        const broken = await tx.query(`SELECT seq FROM (SELECT seq, at, previous_hash, lag(hash) OVER w AS before, lag(at) OVER w AS at_before FROM audit_entry WINDOW w AS (ORDER BY seq)) e
          WHERE before IS NOT NULL AND (before <> previous_hash OR at < at_before)`);
        expect(broken).toEqual([]);
      });
    }
  });
});

describe('Ella', () => {
  it('has half of the answers in, and a time that all who must can make', async () => {
    const who = await sanna();
    const { conferenceId } = await caseByReference(who, '-014');
    const matrix = await new ReadMatrix(new Database(test.db.source, settings.masterKey)).execute(who, conferenceId!);
    expect({ answered: matrix.answered, invited: matrix.invited }).toEqual({ answered: 11, invited: 14 });
    expect(matrix.conference.times).toHaveLength(8);
    const best = matrix.conference.times.find((time) => time.id === matrix.ranking[0]!.timeId)!;
    expect(best.startsLocal.slice(11)).toBe('16:30');
    expect(matrix.people.find((person) => person.shortName === 'Yusuf A.')?.lastMessage).toMatchObject({ state: 'failed', reason: 'numberUnreachable' });
    expect(matrix.people.filter((person) => person.protected).map((person) => person.shortName)).toEqual(['moster']);
  });

  it('has a network that hides what must be hidden', async () => {
    const who = await sanna();
    const { id } = await caseByReference(who, '-014');
    const network = await new ReadNetwork(test.db).execute(who, id);
    expect(network.ties.map((tie) => tie.kind)).toEqual(expect.arrayContaining(['contactBan', 'keptApart', 'strained', 'supports', 'weak']));
  });
});

describe('the others', () => {
  it.each([
    ['-009', 'awaitConference', 'runDay'],
    ['-006', 'decidePlan', 'decidePlan'],
    ['-017', 'recordConsents', 'recordConsents'],
    ['-019', 'answerAssignment', 'answerAssignment'],
    ['-003', 'awaitFollowUp', 'awaitFollowUp'],
  ])('%s waits for %s or %s', async (reference, ...codes) => {
    const view = await caseByReference(await sanna(), reference);
    expect(codes).toContain(view.next.code);
  });

  it('give a plan whose every question is answered', async () => {
    const who = await sanna();
    for (const reference of ['-006', '-003']) {
      const { conferenceId } = await caseByReference(who, reference);
      const plan = await new ReadPlan(test.db).execute(who, conferenceId!);
      expect(plan.blockers).toEqual([]);
      expect(plan.bottomLines.every((line) => line.met)).toBe(true);
    }
  });

  it('give the coordinator something to do today', async () => {
    const today = await new ReadToday(test.db).execute(await sanna(), 'mine');
    expect([...today.late, ...today.today, ...today.thisWeek, ...today.later].length).toBeGreaterThan(5);
  });
});

describe('the calendar of the demo', () => {
  it.each(['2027-01-02T00:10:00Z', '2026-12-23T22:30:00Z', '2027-03-27T10:00:00Z', '2027-06-24T18:00:00Z', '2026-10-24T23:30:00Z', '2028-02-29T09:00:00Z'])('finds days that people can meet on, seen from %s', (moment) => {
    const calendar = new DemoCalendar(new Date(moment));
    for (const { families } of STORIES) {
      for (const family of families) {
        const { conference } = family(calendar);
        if (!conference || conference.times.length === 0) continue;
        const starts = conference.times.map((time) => time.startsLocal).sort();
        expect(new Set(starts).size).toBe(starts.length);
        expect(conference.answerBy! < starts[0]!.slice(0, 10)).toBe(true);
        if (conference.set) expect(calendar.past(conference.set.on, '14:28') < instantOf({ local: starts[0]!, zone: SWEDISH_ZONE })).toBe(true);
        for (const start of starts) expect(start.slice(5, 10)).not.toMatch(/^12-2[456]|^01-01/);
      }
    }
  });
});
