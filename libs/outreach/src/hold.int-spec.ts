import 'reflect-metadata';
import { Bells, ringingConnection } from '@radslag/jobs';
import { FakeOperator } from '@radslag/sms';
import { aMember, anActiveCase, testDatabase, testRedisUrl, type TestDatabase } from '@radslag/testing';
import { heldSince, holdSending, releaseSending, SendingPulse } from './hold';
import { writeMessages } from './ledger';
import { onlyWay } from './ways';

let t: TestDatabase;
let bells: Bells;
let pulse: SendingPulse;
beforeAll(async () => {
  t = await testDatabase();
  bells = new Bells(ringingConnection(testRedisUrl(), () => undefined), `hold-${process.pid}`);
  pulse = new SendingPulse(t.db, bells, onlyWay(new FakeOperator(() => t.db.now())));
  // A connection that is not there yet refuses at once, as it must for the worker.
  while (!(await bells.healthy())) await new Promise((resolve) => setTimeout(resolve, 20));
});
afterAll(async () => {
  await bells.queue.obliterate({ force: true });
  await bells.close();
  await t.close();
});
afterEach(() => releaseSending(t.db, new Date(0)));

/** The pulse beats in the time of Postgres itself, which a moved clock does not move. */
const reallyNow = async () => (await t.asOwner<{ now: Date }>('SELECT now()'))[0]!.now;
const put = (sql: string) => t.asOwner(`UPDATE sending_hold SET ${sql}`);

describe('the pulse of sending', () => {
  it('beats quietly in a database that goes on, also after a long stop and with Redis emptied', async () => {
    await pulse.beat();
    expect(await pulse.beat()).toEqual({ held: false, because: null });
    // The witness first: the other way round a busy machine lets it remember a later moment than the database does.
    await bells.rememberBeat(new Date((await reallyNow()).getTime() - 3 * 86_400_000));
    await put(`alive_at = now() - interval '3 days'`);
    expect(await pulse.beat()).toEqual({ held: false, because: null });
    await put(`alive_at = now() - interval '3 days'`);
    // Only what is ours: other specs use the same Redis.
    await (bells as unknown as { redis: { del(key: string): Promise<unknown> } }).redis.del(`hold-${process.pid}:beat`);
    expect(await pulse.beat()).toEqual({ held: false, because: null });
  });

  it('holds a database that is ten minutes younger than its witness remembers', async () => {
    await pulse.beat();
    await put(`alive_at = now() - interval '10 minutes'`);
    expect(await pulse.beat()).toEqual({ held: true, because: 'restored' });
    expect(await pulse.beat()).toEqual({ held: true, because: null });
    expect(await heldSince(t.db)).toMatchObject({ because: 'restored' });
    await releaseSending(t.db, await reallyNow());
    expect(await pulse.beat()).toEqual({ held: false, because: null });
  });

  it('does not hold a new database, whatever an old Redis remembers', async () => {
    await pulse.beat();
    await put(`alive_at = NULL, cluster = NULL`);
    expect(await pulse.beat()).toEqual({ held: false, because: null });
  });

  it('holds a database that runs in another cluster, or on another timeline', async () => {
    await pulse.beat();
    await put(`cluster = '1/1'`);
    expect(await pulse.beat()).toEqual({ held: true, because: 'another-cluster' });
  });

  it('beats without a witness: Redis away holds nothing', async () => {
    const alone = new SendingPulse(t.db, { latestBeat: () => Promise.reject(new Error('away')), rememberBeat: () => Promise.reject(new Error('away')) }, onlyWay(new FakeOperator(() => t.db.now())));
    expect(await alone.beat()).toEqual({ held: false, because: null });
  });

  it('released, leaves what is too old to people and sends the rest', async () => {
    const { id } = await t.aMunicipality();
    const theCase = await anActiveCase(t.db, id);
    const messages = await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
      const member = await aMember(tx, theCase.referralId);
      const conference = tx.newId();
      await tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1, $2, $3, 'polling', app_now())`, [id, conference, theCase.referralId]);
      const invitation = tx.newId();
      await tx.query(`INSERT INTO invitation (municipality_id, id, conference_id, member_id, consent_id, state, token_hash, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, 'notSent', sha256($6), app_now() + interval '9 days', app_now())`, [id, invitation, conference, member.id, member.consentId, Buffer.from(invitation)]);
      const draft = { referralId: theCase.referralId, conferenceId: conference, memberId: member.id, invitationId: invitation, consentId: member.consentId!, channel: 'sms' as const, scheduleVersion: 1, notAfter: new Date(tx.now.getTime() + 86_400_000) };
      return writeMessages(tx, [
        { ...draft, kind: 'invitation', idempotencyKey: 'old', dueAt: new Date(tx.now.getTime() - 300_000) },
        { ...draft, kind: 'answerReminder', idempotencyKey: 'new', dueAt: new Date(tx.now.getTime() + 300_000) },
      ]);
    });
    await holdSending(t.db, 'restored');
    expect(await releaseSending(t.db, await t.db.now())).toEqual({ expired: 1, called: 0 });
    const rows = await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query(`SELECT idempotency_key, state, reason FROM message WHERE municipality_id = $1 ORDER BY due_at`, [id]));
    expect([messages.length, rows]).toEqual([2, [{ idempotency_key: 'old', state: 'expired', reason: 'restored' }, { idempotency_key: 'new', state: 'planned', reason: null }]]);
    expect(await t.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query(`SELECT kind, reason, urgent FROM task WHERE municipality_id = $1`, [id]))).toEqual([{ kind: 'callMember', reason: 'restored', urgent: true }]);
  });

  it('is stopped by hand, and stays so', async () => {
    await holdSending(t.db, 'by hand');
    expect(await pulse.beat()).toEqual({ held: true, because: null });
    expect(await heldSince(t.db)).toMatchObject({ because: 'by hand' });
  });
});

/** The whole machine was put back, and Redis with it: the witness remembers no more than the database. */
describe('the first beat after a silence', () => {
  let operator: FakeOperator;
  let after: SendingPulse;
  let errors: unknown[];
  beforeEach(async () => {
    operator = new FakeOperator(() => t.db.now());
    errors = [];
    after = new SendingPulse(t.db, { latestBeat: () => Promise.resolve(null), rememberBeat: () => Promise.resolve() }, onlyWay(operator), (error) => errors.push(error));
    await after.beat();
    await put(`alive_at = now() - interval '10 minutes', alive_app_at = app_now() - interval '10 minutes'`);
  });
  const someone = async () => {
    const { id } = await t.aMunicipality();
    const theCase = await anActiveCase(t.db, id);
    return { id, theCase, member: await t.db.inMunicipality(id, { kind: 'system' }, (tx) => aMember(tx, theCase.referralId)) };
  };
  const textTo = (to: string) => operator.send({ id: 'lost', from: 'Svara', to, text: 'Ny tid', callbackUrl: 'http://127.0.0.1:9' });

  it('asks the operators, and goes on when they know of nothing more', async () => {
    await someone();
    expect(await after.beat()).toEqual({ held: false, because: null });
    expect(operator.historyCalls).toBe(1);
    expect(await after.beat()).toEqual({ held: false, because: null });
    expect(operator.historyCalls).toBe(1);
  });

  it('holds when they know of a text to somebody here that no row does', async () => {
    const { member } = await someone();
    await textTo(member.phone!);
    expect(await after.beat()).toEqual({ held: true, because: 'restored' });
    expect(await heldSince(t.db)).toMatchObject({ because: 'restored', lostSince: expect.any(Date) });
    expect(await after.beat()).toEqual({ held: true, because: null });
  });

  it('minds no text to a stranger: the account may carry other services’ too', async () => {
    await someone();
    await textTo('+46701740699');
    expect(await after.beat()).toEqual({ held: false, because: null });
  });

  it('sends nothing while they cannot be asked, and asks again', async () => {
    await someone();
    operator.historyDown = true;
    expect(await after.beat()).toEqual({ held: true, because: null });
    expect(await heldSince(t.db)).toMatchObject({ because: 'checking' });
    expect(errors).toHaveLength(1);
    // At once would be a hammer.
    expect(await after.beat()).toEqual({ held: true, because: null });
    expect(errors).toHaveLength(1);
    operator.historyDown = false;
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await after.beat()).toEqual({ held: false, because: null });
  });

  it('goes on after five minutes without one that never answers', async () => {
    await someone();
    operator.historyDown = true;
    await after.beat();
    await put(`held_since = now() - interval '6 minutes'`);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await after.beat()).toEqual({ held: false, because: null });
    expect(errors).toHaveLength(2);
  });

  it('a stop by hand outlasts it', async () => {
    await someone();
    operator.historyDown = true;
    await after.beat();
    await holdSending(t.db, 'by hand');
    operator.historyDown = false;
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await after.beat()).toEqual({ held: true, because: null });
    expect(await heldSince(t.db)).toMatchObject({ because: 'by hand' });
  });
});
