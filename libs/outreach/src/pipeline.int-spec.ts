import 'reflect-metadata';
import { hashToken, linkToken } from '@radslag/access';
import { Conference, Invitation, Message, NetworkMember, type Database, type Tx } from '@radslag/db';
import { Bells, ringingConnection } from '@radslag/jobs';
import { FakeOperator } from '@radslag/sms';
import { aMember, anActiveCase, testDatabase, testRedisUrl, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { cancelledMessages, inboundMac, inviteMessage, MunicipalWays, onlyWay, Pipeline, planConferenceMessages, planForInvitation, ReadOutreach, RecordInbound, RecordReceipt, ApplyReceipts, supersede, type SendSettings } from './index';
import { receiptMac } from './signing';

const LINK_KEY = Buffer.alloc(32, 3);
const CALLBACK_KEY = Buffer.alloc(32, 5);
Object.assign(process.env, {
  RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: 'postgres://x@127.0.0.1/x', RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_FAMILY_URL: 'https://svara.example',
  RADSLAG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), RADSLAG_LINK_KEY: LINK_KEY.toString('base64'), RADSLAG_CALLBACK_KEY: CALLBACK_KEY.toString('base64'),
});
const settings: SendSettings = { linkKey: LINK_KEY, familyUrl: 'https://svara.example', callbackUrl: 'http://127.0.0.1:9', callbackKey: CALLBACK_KEY };
const SYSTEM = { kind: 'system' } as const;

let t: TestDatabase;
let db: Database;
let operator: FakeOperator;
let pipeline: Pipeline;
let municipalityId: string;
let theCase: CaseFixture;

beforeAll(async () => {
  t = await testDatabase();
  db = t.db;
});
afterAll(() => t.close());

/** Noon on a Tuesday, well inside permitted hours. */
const NOON = new Date('2026-12-01T11:00:00Z');
let day = 0;
beforeEach(async () => {
  // Each test a fresh municipality and a later day, so that what one leaves behind is not due in the next.
  await t.asOwner(`UPDATE message SET state = 'cancelled' WHERE state IN ('planned', 'queued', 'sending', 'unknown')`).catch(() => undefined);
  await t.moveClockTo(new Date(NOON.getTime() + day++ * 7 * 86_400_000));
  municipalityId = (await t.aMunicipality()).id;
  theCase = await anActiveCase(db, municipalityId);
  operator = new FakeOperator(() => db.now());
  pipeline = new Pipeline({ db, ways: onlyWay(operator), settings });
});

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.inMunicipality(municipalityId, SYSTEM, work);
const pass = async (ms: number): Promise<void> => t.moveClockTo(new Date((await db.now()).getTime() + ms));
const SECONDS = 1000;
const MINUTES = 60 * SECONDS;
const DAYS = 24 * 60 * MINUTES;
const localIn = async (days: number, clock = '16:30'): Promise<string> => `${new Date((await db.now()).getTime() + days * DAYS).toISOString().slice(0, 10)}T${clock}`;

async function aConference(state: 'polling' | 'confirmed', days = 9): Promise<Conference> {
  const [startsLocal, endsLocal] = [await localIn(days), await localIn(days, '20:00')];
  return inTx((tx) => tx.insert(Conference, { referralId: theCase.referralId, kind: 'first', state, scheduleVersion: 1, startsLocal: state === 'confirmed' ? startsLocal : null, endsLocal: state === 'confirmed' ? endsLocal : null, zone: 'Europe/Stockholm', answerBy: null, venueName: 'Träffpunkten', venueAddress: null, venueDirections: null, venueReleased: false, phase: 'notStarted', cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1 }));
}

async function anInvited(conference: Conference, facts: Parameters<typeof aMember>[2] = {}) {
  return inTx(async (tx) => {
    const member = await aMember(tx, theCase.referralId, facts);
    const id = tx.newId();
    const invitation = await tx.insert(Invitation, { id, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'notSent', rotation: 0, tokenHash: hashToken(linkToken(LINK_KEY, id, 0)), expiresAt: new Date(tx.now.getTime() + 90 * DAYS), revokedAt: null, secondStep: 'none', codeHash: null, failedSteps: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: null, answeredAt: null, createdAt: tx.now });
    return { member, invitation };
  });
}

/** Without the ladder, which has a describe of its own. */
const messages = async () => (await everyMessage()).filter((message) => message.kind !== 'answerReminder');
const everyMessage = () => inTx((tx) => tx.find(Message, {}, { order: { dueAt: 'ASC', id: 'ASC' } }));
const tasks = async (): Promise<{ kind: string; reason: string | null; member_id: string | null }[]> => inTx((tx) => tx.query(`SELECT kind, reason, member_id FROM task WHERE municipality_id = $1 ORDER BY id`, [municipalityId]));
const told = (phone: string | null) => operator.arrived.filter((sms) => sms.to === phone).map((sms) => sms.text);

describe('from a decision to a phone', () => {
  it('an invitation waits its ten seconds, then reaches the phone once, with the text the proof list showed', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    expect(await pipeline.dispatchFromPostgres()).toBe(0);
    const shown = await new ReadOutreach(db).execute(theCase.coordinator, conference.id);
    await pass(11 * SECONDS);
    expect(await pipeline.dispatchFromPostgres()).toBe(1);
    expect(await pipeline.dispatchFromPostgres()).toBe(0);
    expect(told(member.phone)).toEqual([shown.messages[0]!.text]);
    expect(operator.arrived[0]).toMatchObject({ from: 'Svara' });
    expect((await messages()).map((m) => [m.kind, m.state, m.attempts])).toEqual([['invitation', 'accepted', 1]]);
    expect((await inTx((tx) => tx.get(Invitation, invitation.id))).state).toBe('sent');
  });

  it('asking twice writes one message; asking again after a stopped one writes another', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    const invite = () => inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    expect(await invite()).toEqual({ messages: 3, calls: 0 });
    expect(await invite()).toEqual({ messages: 0, calls: 0 });
    await inTx((tx) => supersede(tx, { invitationId: invitation.id }, 'versionSuperseded'));
    expect(await invite()).toEqual({ messages: 3, calls: 0 });
    expect((await everyMessage()).map((m) => m.kind).filter((kind) => kind === 'answerReminder')).toHaveLength(4);
  });

  it('nobody without a channel gets a row: the coordinator is asked to call, and a professional is not', async () => {
    const conference = await aConference('confirmed');
    const noSms = await anInvited(conference, { noSms: true });
    const withdrawn = await anInvited(conference);
    await inTx((tx) => tx.query(`UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND id = $2`, [municipalityId, withdrawn.member.consentId]));
    await anInvited(conference, { professional: true, phone: null });
    expect(await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'))).toEqual({ messages: 0, calls: 2 });
    const asked = await tasks();
    expect(asked).toHaveLength(2);
    expect(asked).toEqual(expect.arrayContaining([
      { kind: 'callMember', reason: 'noSms', member_id: noSms.member.id },
      { kind: 'callMember', reason: 'consentWithdrawn', member_id: withdrawn.member.id },
    ]));
  });

  it('consent withdrawn after planning: nothing is sent', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.consentId]));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    expect((await messages()).find((m) => m.kind === 'timeSet')).toMatchObject({ state: 'suppressed', reason: 'consentWithdrawn' });
  });

  it('moved: only the new time is told and reminded of, and one who never heard the first is not told that it moved', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    expect((await messages()).map((m) => m.kind)).toEqual(['timeSet', 'reminderWeek', 'reminderDay', 'reminderHours']);
    const [startsLocal, endsLocal] = [await localIn(16, '17:00'), await localIn(16, '19:00')];
    const move = () => inTx(async (tx) => {
      const current = await tx.get(Conference, conference.id);
      await tx.update(Conference, conference.id, { startsLocal, endsLocal, scheduleVersion: current.scheduleVersion + 1 });
      return planConferenceMessages(tx, conference.id, 'timeMoved');
    });
    await move();
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(1);
    expect(told(member.phone)[0]).toMatch(/^Hej! Nu är dagen klar: .* kl\. 17-19\./);
    await move();
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)[1]).toMatch(/^Hej! Det har blivit en ny tid/);
    await pass(20 * DAYS);
    await pipeline.dispatchFromPostgres();
    const stopped = (await messages()).filter((m) => m.scheduleVersion < 3 && m.state !== 'accepted');
    expect(stopped.every((m) => m.state === 'cancelled' && m.reason === 'moved')).toBe(true);
  });

  it('the gate itself refuses an older version, even when nobody superseded it', async () => {
    const conference = await aConference('confirmed');
    await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.update(Conference, conference.id, { scheduleVersion: 2 }));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    expect((await messages())[0]).toMatchObject({ state: 'cancelled', reason: 'versionSuperseded' });
  });

  it('cancelled: those who were told a time are told that it no longer holds, the others nothing', async () => {
    const conference = await aConference('confirmed');
    const first = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    const second = await anInvited(conference);
    await inTx(async (tx) => {
      await tx.update(Conference, conference.id, { state: 'cancelled', scheduleVersion: 2 });
      await cancelledMessages(tx, conference.id);
    });
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(first.member.phone)[1]).toMatch(/gäller inte längre/);
    expect(told(second.member.phone)).toEqual([]);
  });

  it('nothing is sent at night: it waits for the morning', async () => {
    const conference = await aConference('confirmed', 20);
    await anInvited(conference);
    await t.moveClockTo(new Date(`${(await localIn(0)).slice(0, 10)}T21:30:00Z`));
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const [announcement] = await messages();
    expect(announcement!.dueAt.toISOString().slice(11, 16)).toMatch(/0[67]:00/);
    await t.asOwner(`UPDATE message SET due_at = app_now() WHERE id = $1`, [announcement!.id]);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    await pass(12 * 60 * MINUTES);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(1);
  });

  it('a text that would name somebody is not sent, and a person is asked to call', async () => {
    const conference = await aConference('confirmed');
    await anInvited(conference, { givenName: 'Dagen' });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    expect((await messages())[0]).toMatchObject({ state: 'suppressed', reason: 'notNeutral' });
    expect((await tasks()).map((task) => task.reason)).toEqual(['notNeutral']);
  });

  it('too late: it expires and a person is asked to call', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(4 * DAYS);
    expect(await pipeline.sweep()).toMatchObject({ expired: 1 });
    expect((await messages())[0]).toMatchObject({ state: 'expired', reason: 'tooLate' });
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'tooLate', member_id: member.id }]);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
  });

  it('another municipality’s messages are untouched by ours', async () => {
    const conference = await aConference('confirmed');
    await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const [message] = await messages();
    const other = (await t.aMunicipality('Berga kommun')).id;
    await t.asOwner(`UPDATE message SET state = 'queued', due_at = app_now() WHERE id = $1`, [message!.id]);
    expect(await pipeline.send.execute(other, [message!.id])).toMatchObject({ sent: 0 });
    await db.inMunicipality(other, SYSTEM, (tx) => supersede(tx, { conferenceId: conference.id }, 'moved'));
    expect((await messages())[0]!.state).toBe('queued');
  });
});

describe('once, whatever happens', () => {
  async function aQueuedInvitation() {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    await db.withoutTenant(`SELECT * FROM claim_due_messages(100, interval '0', interval '60 seconds')`);
    const [message] = await messages();
    return { conference, member, invitation, message: message! };
  }

  it('two workers with the same job make one call', async () => {
    const { message } = await aQueuedInvitation();
    const results = await Promise.all(Array.from({ length: 6 }, () => pipeline.send.execute(municipalityId, [message.id])));
    expect(results.reduce((sum, r) => sum + r.sent, 0)).toBe(1);
    expect(operator.calls).toBe(1);
  });

  it('a removal under way is waited out, and then nothing is sent', async () => {
    const { message, member } = await aQueuedInvitation();
    let sending: Promise<unknown> = Promise.resolve();
    await inTx(async (tx) => {
      await tx.update(NetworkMember, member.id, { removedAt: tx.now });
      sending = pipeline.send.execute(municipalityId, [message.id]);
      await new Promise((resolve) => setTimeout(resolve, 60));
      await supersede(tx, { memberId: member.id }, 'personRemoved');
    });
    await sending;
    expect(operator.calls).toBe(0);
    expect((await messages())[0]).toMatchObject({ state: 'suppressed', reason: 'personRemoved' });
  });

  it('died between call and mark: unknown, found in the operator’s record, never sent twice', async () => {
    const { message, member } = await aQueuedInvitation();
    operator.treat(member.phone!, 'crash');
    await pipeline.send.execute(municipalityId, [message.id]);
    expect((await messages())[0]!.state).toBe('sending');
    await pass(2 * MINUTES);
    expect(await pipeline.dispatchFromPostgres()).toBe(0);
    expect(await pipeline.resolve()).toBe(1);
    expect((await messages())[0]).toMatchObject({ state: 'accepted', operatorMessageId: operator.arrived[0]!.operatorMessageId });
    await pass(20 * MINUTES);
    await pipeline.resolve();
    await pipeline.dispatchFromPostgres();
    expect(operator.arrived).toHaveLength(1);
  });

  it('unknown and absent for a quarter of an hour: an invitation is sent once more, marked, and no third time', async () => {
    const { message, member } = await aQueuedInvitation();
    operator.treat(member.phone!, 'unknown');
    await pipeline.send.execute(municipalityId, [message.id]);
    expect((await messages())[0]).toMatchObject({ state: 'unknown', reason: 'outcomeUnknown' });
    await pass(6 * SECONDS);
    expect(await pipeline.resolve()).toBe(0);
    expect(await messages()).toHaveLength(1);
    await pass(16 * MINUTES);
    expect(await pipeline.resolve()).toBe(1);
    expect((await messages()).map((m) => [m.state, m.idempotencyKey.split(':').at(-1)])).toEqual([['failed', '1'], ['planned', 'resent']]);
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    for (let i = 0; i < 3; i++) {
      await pass(16 * MINUTES);
      await pipeline.resolve();
      await pipeline.dispatchFromPostgres();
    }
    expect(operator.calls).toBe(2);
    expect((await tasks()).map((task) => task.kind)).toEqual(['checkUnknown']);
  });

  it('somebody who answers while the second try waits is not told a third time', async () => {
    const conference = await aConference('confirmed');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    operator.treat(member.phone!, 'unknown');
    await pipeline.dispatchFromPostgres();
    await pass(6 * SECONDS);
    await pipeline.resolve();
    await pass(16 * MINUTES);
    await pipeline.resolve();
    operator.treat(member.phone!, 'accept');
    await inTx((tx) => planForInvitation(tx, conference.id, invitation.id));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(1);
    expect((await messages()).filter((m) => m.kind === 'timeSet').map((m) => m.state)).toEqual(['failed', 'accepted']);
  });

  it('the operator cannot be asked: nothing is sent, and after an hour a person is', async () => {
    const { message, member } = await aQueuedInvitation();
    operator.treat(member.phone!, 'unknown');
    operator.historyDown = true;
    await pipeline.send.execute(municipalityId, [message.id]);
    await pass(2 * 60 * MINUTES);
    await pipeline.resolve();
    expect(operator.calls).toBe(1);
    expect((await tasks()).map((task) => task.kind)).toEqual(['checkUnknown']);
  });

  it('a definite no that may pass is tried again, at most six times; then a person finds another way', async () => {
    const { message, member } = await aQueuedInvitation();
    operator.treat(member.phone!, 'retry');
    await pipeline.send.execute(municipalityId, [message.id]);
    expect((await messages())[0]!.state).toBe('planned');
    expect(await pipeline.dispatchFromPostgres()).toBe(0);
    for (let i = 0; i < 12; i++) {
      await pass(17 * MINUTES);
      await pipeline.dispatchFromPostgres();
    }
    expect(operator.calls).toBe(6);
    expect((await messages())[0]).toMatchObject({ state: 'failed', reason: 'operatorRefused' });
    expect((await tasks()).map((task) => task.kind)).toEqual(['findOtherWay']);
  });

  it('an emptied Redis delays, and does nothing else', async () => {
    const conference = await aConference('polling');
    for (let i = 0; i < 3; i++) {
      const { member, invitation } = await anInvited(conference);
      await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    }
    await pass(11 * SECONDS);
    const redis = ringingConnection(testRedisUrl(), () => undefined);
    await new Promise((resolve) => redis.once('ready', resolve));
    const prefix = `t-${municipalityId.slice(-8)}`;
    const bells = new Bells(redis, prefix);
    try {
      expect(await pipeline.ring(bells)).toBe(3);
      expect(await bells.waiting()).toBe(1);
      expect(await pipeline.ring(bells)).toBe(0);
      // Only our own keys: other runs use the same Redis.
      const keys = await redis.keys(`${prefix}:*`);
      await redis.del(...keys);
      expect(await pipeline.ring(bells)).toBe(3);
      const [job] = await bells.queue.getJobs(['waiting']);
      expect(await pipeline.handlers['messages.send'](job!.data)).toBe('sent');
      expect(await pipeline.handlers['messages.send'](job!.data)).toBe('skipped:not-queued');
      expect(operator.arrived).toHaveLength(3);
      expect(Object.keys(job!.data).sort()).toEqual(['messages', 'municipalityId']);
    } finally {
      await bells.queue.obliterate({ force: true });
      await redis.del(`${prefix}:bells`);
      await bells.close();
    }
  });
});

describe('receipts', () => {
  const record = (messageId: string, status: string, mac = receiptMac(CALLBACK_KEY, municipalityId, messageId), id = 'op-1') =>
    new RecordReceipt(db, CALLBACK_KEY).execute({ municipalityId, messageId, mac, id, status });
  const permutations = <T>(list: readonly T[]): T[][] => (list.length < 2 ? [[...list]] : list.flatMap((x, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [x, ...rest])));

  async function aMessageIn(state: string): Promise<string> {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    const message = (await messages()).at(-1)!;
    await t.asOwner(`UPDATE message SET state = $2 WHERE id = $1`, [message.id, state]);
    return message.id;
  }

  it('come in any order, some of them twice, and end the same: delivered', async () => {
    const id = await aMessageIn('accepted');
    for (const [n, order] of permutations(['sent', 'delivered', 'failed', 'delivered']).entries()) {
      await t.asOwner(`UPDATE message SET state = 'accepted', delivered_at = NULL WHERE id = $1`, [id]);
      for (const status of order) {
        await record(id, status, undefined, `op-${n}`);
        await new ApplyReceipts(db).execute(municipalityId);
      }
      expect((await messages())[0]!.state).toBe('delivered');
    }
  });

  it('one that comes before the answer of the call is not undone by it', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    const send = operator.send.bind(operator);
    operator.send = async (sms) => {
      const outcome = await send(sms);
      await record(sms.callbackUrl.split('/').at(-2)!, 'delivered', sms.callbackUrl.split('/').at(-1));
      await new ApplyReceipts(db).execute(municipalityId);
      return outcome;
    };
    await pipeline.dispatchFromPostgres();
    expect((await messages())[0]).toMatchObject({ state: 'delivered' });
  });

  it('are applied however long they have waited', async () => {
    const id = await aMessageIn('accepted');
    await record(id, 'delivered');
    await pass(30 * DAYS);
    expect(await new ApplyReceipts(db).execute(municipalityId)).toBe(1);
    expect((await messages())[0]!.state).toBe('delivered');
  });

  it('with a wrong signature are refused and not stored', async () => {
    const id = await aMessageIn('accepted');
    await expect(record(id, 'failed', 'x'.repeat(22))).rejects.toMatchObject({ code: 'bad-signature' });
    expect(await new ApplyReceipts(db).execute(municipalityId)).toBe(0);
  });

  it('failed for good makes a task; a word nobody knows is raised and changes nothing', async () => {
    const id = await aMessageIn('accepted');
    const unknown: string[] = [];
    await record(id, 'teleported');
    await new ApplyReceipts(db, (status) => unknown.push(status)).execute(municipalityId);
    expect([unknown, (await messages())[0]!.state]).toEqual([['teleported'], 'accepted']);
    await record(id, 'failed');
    await new ApplyReceipts(db).execute(municipalityId);
    expect((await messages())[0]).toMatchObject({ state: 'failed', reason: 'numberUnreachable' });
    expect((await tasks()).map((task) => task.kind)).toEqual(['findOtherWay']);
  });
});

describe('replies', () => {
  let smsNumber: string;
  let count = 0;
  beforeEach(async () => {
    smsNumber = `+4670174069${count++ % 10}`;
    await t.asOwner(`UPDATE municipality SET sms_number = NULL`);
    await t.asOwner(`UPDATE municipality SET sms_number = $2 WHERE id = $1`, [municipalityId, smsNumber]);
  });
  const reply = (from: string, message: string, id = `in-${count}-${message.length}`) => new RecordInbound(db, CALLBACK_KEY).execute({ mac: inboundMac(CALLBACK_KEY), id, from, to: smsNumber, message });

  it('STOP stops that person’s messages only, asks somebody to call, and holds for what comes later', async () => {
    const conference = await aConference('confirmed');
    const one = await anInvited(conference);
    const other = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await reply(one.member.phone!, ' Stopp! ');
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect([told(one.member.phone).length, told(other.member.phone).length]).toEqual([0, 1]);
    expect((await messages()).filter((m) => m.memberId === one.member.id).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect((await inTx((tx) => tx.get(NetworkMember, one.member.id))).noSms).toBe(true);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: one.member.id }]);
  });

  it('STOP stops also the messages of somebody whose row can no longer be read', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE network_member SET phone = '\\x00' WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.id]));
    await reply(member.phone!, 'STOP');
    expect((await messages()).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect(await inTx((tx) => tx.query(`SELECT no_sms FROM network_member WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.id]))).toEqual([{ no_sms: true }]);
  });

  it('any other words are the coordinator’s to read, once, also when the operator repeats itself', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await reply(member.phone!, 'Jag kan inte stoppa bilen i tid, ring mig');
    await reply(member.phone!, 'Jag kan inte stoppa bilen i tid, ring mig');
    expect(await tasks()).toEqual([{ kind: 'inboundMessage', reason: null, member_id: member.id }]);
    const view = await new ReadOutreach(db).execute(theCase.coordinator, conference.id);
    expect(view.replies).toMatchObject([{ memberId: member.id, text: 'Jag kan inte stoppa bilen i tid, ring mig' }]);
    expect((await inTx((tx) => tx.get(NetworkMember, member.id))).noSms).toBe(false);
  });

  it('a number that nobody invited has is kept and told to nobody', async () => {
    await aConference('confirmed');
    await reply('+46701740698', 'Hej');
    expect(await tasks()).toEqual([]);
    expect(await inTx((tx) => tx.query('SELECT id FROM inbound_message WHERE municipality_id = $1', [municipalityId]))).toHaveLength(1);
  });
});

describe('the ladder', () => {
  const invited = async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    return { conference, member, invitation };
  };

  it('asks again after three and six days, and has the coordinator call after eight: once', async () => {
    const { member } = await invited();
    for (let day = 0; day < 10; day++) {
      await pass(1 * DAYS + (day === 0 ? 5 * 60 * MINUTES : 0));
      await pipeline.dispatchFromPostgres();
      await pipeline.sweep();
    }
    expect(told(member.phone).map((text) => text.slice(0, 30))).toEqual(['Hej! Du har fått en fråga om e', 'Hej! Vi har inte fått ditt sva', 'Hej! Vi har inte fått ditt sva']);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'notAnswered', member_id: member.id }]);
    await inTx((tx) => tx.query(`UPDATE task SET done_at = app_now() WHERE municipality_id = $1`, [municipalityId]));
    await pipeline.sweep();
    expect(await tasks()).toHaveLength(1);
  });

  it('asks nobody who has answered', async () => {
    const { conference, member, invitation } = await invited();
    await inTx((tx) => tx.query(`INSERT INTO answer (municipality_id, id, invitation_id, conference_id, member_id, at, source, coming) VALUES ($1, $2, $3, $4, $5, app_now(), 'web', 'no')`, [municipalityId, tx.newId(), invitation.id, conference.id, member.id]));
    await inTx((tx) => tx.query(`UPDATE invitation SET state = 'answered', answered_at = app_now() WHERE municipality_id = $1`, [municipalityId]));
    await pass(9 * DAYS);
    await pipeline.dispatchFromPostgres();
    await pipeline.sweep();
    expect(told(member.phone)).toHaveLength(1);
    expect(await tasks()).toEqual([]);
  });
});

describe('enough is enough', () => {
  it('three texts to a number in seven days, also when two people share it; what comes on top is a call', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await anInvited(conference, { phone: member.phone, sharedPhone: true });
    const move = () => inTx(async (tx) => {
      const { scheduleVersion } = await tx.get(Conference, conference.id);
      await tx.update(Conference, conference.id, { scheduleVersion: scheduleVersion + 1 });
      return planConferenceMessages(tx, conference.id, 'timeMoved');
    });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    await move();
    await pass(11 * SECONDS);
    await Promise.all([pipeline.dispatchFromPostgres(), pipeline.dispatchFromPostgres()]);
    expect(told(member.phone)).toHaveLength(3);
    expect((await messages()).filter((m) => m.reason === 'capReached')).toHaveLength(1);
    expect(await tasks()).toMatchObject([{ kind: 'callMember', reason: 'capReached' }]);
  });
});

describe('another way', () => {
  it('a number that is dead: the next channel in the person’s order, and what arrived is remembered', async () => {
    await t.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = '${municipalityId}'`);
    const post = new FakeOperator(() => db.now());
    const ways = new MunicipalWays({ sms: [{ carrier: operator, weight: 1 }], email: [{ carrier: Object.assign(Object.create(post) as FakeOperator, { name: 'smtp' }), weight: 1 }] });
    const both = new Pipeline({ db, ways: { of: () => Promise.resolve(ways) }, settings });
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference, { otherChannels: ['email'], email: 'anna@example.test' });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await both.dispatchFromPostgres();
    const [first] = await messages();
    await new RecordReceipt(db, CALLBACK_KEY).execute({ municipalityId, messageId: first!.id, mac: receiptMac(CALLBACK_KEY, municipalityId, first!.id), id: first!.operatorMessageId!, status: 'failed' });
    await both.sweep();
    await both.dispatchFromPostgres();
    expect(post.arrived).toMatchObject([{ to: 'anna@example.test', from: 'svara@example.test', text: told(member.phone)[0] }]);
    expect((await messages()).filter((m) => m.kind === 'timeSet').map((m) => [m.channel, m.state])).toEqual([['sms', 'failed'], ['email', 'accepted']]);
    expect(await tasks()).toEqual([]);
  });

  it('texts to somebody with a go-between go to that number, never to their own, and not at all once the go-between has withdrawn', async () => {
    const conference = await aConference('confirmed');
    const between = await inTx((tx) => aMember(tx, theCase.referralId));
    const { member } = await anInvited(conference, { delegateId: between.id });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect([told(between.phone).length, told(member.phone).length]).toEqual([1, 0]);
    await inTx((tx) => tx.query(`UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND member_id = $2`, [municipalityId, between.id]));
    await pass(2 * DAYS);
    await pipeline.dispatchFromPostgres();
    expect([told(between.phone).length, told(member.phone).length]).toEqual([1, 0]);
    expect((await messages()).find((m) => m.kind === 'reminderWeek')).toMatchObject({ state: 'suppressed', reason: 'noNumber' });
  });
});

describe('after a restore', () => {
  it('nothing is claimed and nothing passes the gate until sending is released', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    const [told0] = await messages();
    await inTx((tx) => tx.query(`UPDATE message SET state = 'queued' WHERE municipality_id = $1 AND id = $2`, [municipalityId, told0!.id]));
    await db.withoutTenant(`SELECT hold_sending('restored')`);
    try {
      expect(await pipeline.dispatchFromPostgres()).toBe(0);
      expect((await pipeline.send.execute(municipalityId, [told0!.id])).skipped).toEqual([{ messageId: told0!.id, reason: 'held' }]);
    } finally {
      await db.withoutTenant('SELECT release_sending()');
    }
    await pass(61 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(1);
  });
});
