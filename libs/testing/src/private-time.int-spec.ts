import 'reflect-metadata';
import { Attendance, Conference, Consent, FamilyQuestion, InboundMessage, Invitation, NetworkMember, tenantTables, type Actor, type Tx } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from './index';

/** Tables of a case that hold no content, or are written by others than staff. Whatever is not here and not locked fails below. */
const PASSES: Readonly<Record<string, string>> = {
  task: 'What needs a person: made by the system, done with one press.',
  message: 'The ledger of texts; it is sent by rules, and holds no words of anybody’s.',
  message_attempt: 'A call to an operator.',
  help_answer: 'The answer to somebody’s cry for help.',
  receipt_inbox: 'What an operator says became of a text.',
  attendance: 'Who came or left.',
  phase_event: 'Start, end and calls for help.',
  idempotent_answer: 'The answer to a request, kept for its repeat.',
};
/** Tables that are about no case. */
const NO_CASE = ['staff_user', 'staff_session', 'reference_counter', 'offer', 'outreach_policy', 'message_template', 'operator_account', 'callback_address', 'staff_digest', 'family_text', 'audit_check', 'audit_break'];

let t: TestDatabase;
let municipalityId: string;
beforeAll(async () => {
  t = await testDatabase();
  municipalityId = (await t.aMunicipality()).id;
});
afterAll(() => t.close());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => t.db.inMunicipality(municipalityId, actor, work);
const SYSTEM: Actor = { kind: 'system' };
const locked = expect.objectContaining({ driverError: expect.objectContaining({ constraint: 'private_family_time' }) });

async function aCaseInPrivateTime() {
  const fixture = await anActiveCase(t.db, municipalityId);
  const staff: Actor = { kind: 'staff', id: fixture.coordinator.userId };
  const family: Actor = { kind: 'family', id: newId() };
  return as(SYSTEM, async (tx) => {
    const member = await aMember(tx, fixture.referralId);
    const conference = await tx.insert(Conference, {
      referralId: fixture.referralId, kind: 'first', state: 'inProgress', phase: 'information', scheduleVersion: 1, startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', zone: 'Europe/Stockholm', answerBy: null,
      venueName: null, venueAddress: null, venueDirections: null, venueReleased: false, cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1,
    });
    const inbound = await tx.insert(InboundMessage, {
      kind: 'text', referralId: fixture.referralId, conferenceId: conference.id, operator: '46elks', operatorMessageId: newId(), sender: '+46701740617', senderIndex: Buffer.from('x'), text: 'Hej', memberId: member.id, receivedAt: tx.now,
      urgent: false, said: null, unclear: null, sentAt: null, handledAt: null, handledBy: null, handledHow: null, note: null,
    });
    await tx.update(Conference, conference.id, { phase: 'privateTime' });
    return { ...fixture, staff, family, member, conferenceId: conference.id, inboundId: inbound.id };
  });
}

describe('the family’s own time, at the database', () => {
  it('is held by a trigger on every table that holds content of a case, and every other table says why not', async () => {
    const rows = await t.asOwner<{ table: string }>(`SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'private_time'`);
    const triggered = rows.map((row) => row.table);
    expect(triggered.length).toBeGreaterThan(15);
    expect([...triggered, ...Object.keys(PASSES), ...NO_CASE].sort()).toEqual([...tenantTables].sort());
  });

  it('refuses what staff write, and the system too, and lets go when it is over', async () => {
    const day = await aCaseInPrivateTime();
    const writes: readonly [string, (tx: Tx) => Promise<unknown>][] = [
      ['a note on a person', (tx) => tx.update(NetworkMember, day.member.id, { note: 'hon grät' })],
      ['a new person', (tx) => aMember(tx, day.referralId)],
      ['a consent', (tx) => tx.insert(Consent, { referralId: day.referralId, memberId: day.member.id, purpose: 'shareFacts', form: 'oral', givenOn: '2026-11-01', validUntil: null, withdrawnAt: null, recordedBy: day.coordinator.userId, recordedAt: tx.now, note: null })],
      ['a tie', (tx) => tx.query(`INSERT INTO member_tie (municipality_id, id, referral_id, to_member_id, kind) VALUES ($1,$2,$3,$4,'strained')`, [municipalityId, tx.newId(), day.referralId, day.member.id])],
      ['the place', (tx) => tx.update(Conference, day.conferenceId, { venueName: 'Gula huset' })],
      ['the time', (tx) => tx.update(Conference, day.conferenceId, { startsLocal: '2026-12-11T16:30' })],
      ['a question', (tx) => tx.update(FamilyQuestion, day.questionIds[0]!, { text: 'Och pappa?' })],
      ['taking a question away', (tx) => tx.remove(FamilyQuestion, day.questionIds[1]!)],
      ['a note on a reply', (tx) => tx.update(InboundMessage, day.inboundId, { note: 'hon lät rädd' })],
      ['another conference', (tx) => tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1,$2,$3,'planning',app_now())`, [municipalityId, tx.newId(), day.referralId])],
      ['the situation', (tx) => tx.query(`UPDATE referral SET situation = $2 WHERE id = $1`, [day.referralId, Buffer.from('x')])],
    ];
    for (const [what, write] of writes) {
      for (const actor of [day.staff, SYSTEM]) await expect(as(actor, write).then(() => `${what} was written`)).rejects.toEqual(locked);
    }
    await as(day.staff, (tx) => tx.update(Conference, day.conferenceId, { phase: 'presentation' }));
    for (const [, write] of writes.slice(0, 6)) await as(day.staff, write);
  });

  it('cannot be gone round by moving a row into another case, and locks no other case', async () => {
    const [day, other] = [await aCaseInPrivateTime(), await anActiveCase(t.db, municipalityId)];
    await expect(as(day.staff, (tx) => tx.query('UPDATE network_member SET referral_id = $2 WHERE id = $1', [day.member.id, other.referralId]))).rejects.toEqual(locked);
    await as(day.staff, (tx) => aMember(tx, other.referralId));
  });

  it('lets through what is no content, what only stops something, and everything that the family sends in', async () => {
    const day = await aCaseInPrivateTime();
    await as(day.staff, async (tx) => {
      await tx.insert(Attendance, { conferenceId: day.conferenceId, memberId: day.member.id, arrivedAt: tx.now, leftAt: null, recordedBy: day.coordinator.userId });
      await tx.update(InboundMessage, day.inboundId, { handledAt: tx.now, handledBy: day.coordinator.userId, handledHow: 'read' });
      await tx.query('UPDATE referral SET coordinator_id = $2, version = version + 1 WHERE id = $1', [day.referralId, day.manager.userId]);
    });
    await as(SYSTEM, (tx) => tx.query(`UPDATE network_member SET no_sms = true, last_reached_by = 'sms', version = version + 1 WHERE id = $1`, [day.member.id]));
    await as(day.staff, (tx) => tx.update(Consent, day.member.consentId!, { withdrawnAt: tx.now }));
    await as(day.family, (tx) => tx.update(NetworkMember, day.member.id, { note: 'från familjens egen sida' }));
  });

  it('takes an answer that comes by link or text, and none that staff write down', async () => {
    const day = await aCaseInPrivateTime();
    const [consent] = await as(SYSTEM, (tx) => tx.find(Consent, { memberId: day.member.id }));
    const invitation = await as(day.family, (tx) => tx.insert(Invitation, {
      conferenceId: day.conferenceId, memberId: day.member.id, consentId: consent!.id, state: 'sent', rotation: 0, tokenHash: Buffer.from(newId()), expiresAt: tx.now, revokedAt: null, secondStep: 'none', codeHash: null,
      codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: tx.now, answeredAt: null, createdAt: tx.now,
    }));
    const answer = (actor: Actor, source: string, recordedBy: string | null) =>
      as(actor, (tx) => tx.query(`INSERT INTO answer (municipality_id, id, invitation_id, conference_id, member_id, at, source, recorded_by, coming) VALUES ($1,$2,$3,$4,$5,app_now(),$6,$7,'yes')`, [municipalityId, tx.newId(), invitation.id, day.conferenceId, day.member.id, source, recordedBy]));
    await answer(day.family, 'web', null);
    await answer(SYSTEM, 'sms', null);
    await expect(answer(day.staff, 'phone', day.coordinator.userId)).rejects.toEqual(locked);
    await expect(answer(day.staff, 'letter', null)).rejects.toEqual(locked);
  });

  it('waits for whoever is writing, and whoever comes after is refused: nothing slips in between', async () => {
    const day = await aCaseInPrivateTime();
    await as(SYSTEM, (tx) => tx.update(Conference, day.conferenceId, { phase: 'information' }));
    const order: string[] = [];
    const write = as(day.staff, async (tx) => {
      await tx.update(NetworkMember, day.member.id, { note: 'före' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('written');
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await as(SYSTEM, (tx) => tx.update(Conference, day.conferenceId, { phase: 'privateTime' }));
    order.push('begun');
    await write;
    expect(order).toEqual(['written', 'begun']);
  });
});
