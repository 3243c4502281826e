import 'reflect-metadata';
import { NetworkMember } from '@radslag/db';
import { Bells, ringingConnection } from '@radslag/jobs';
import { testRedisUrl } from '@radslag/testing';
import { inviteMessage, onlyWay, Pipeline, planConferenceMessages, planForInvitation, supersede } from './index';
import { db, operator, pipeline, settings, municipalityId, inTx, pass, SECONDS, MINUTES, aConference, anInvited, messages, tasks, told } from './pipeline.fixture';

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

  it('a process that was frozen between gate and call makes no call on what it knew then', async () => {
    const { message, member } = await aQueuedInvitation();
    const now = Date.now;
    const frozen = new Pipeline({ db, ways: onlyWay(operator), settings, at: (point) => void (point === 'gateCommitted' && jest.spyOn(Date, 'now').mockImplementation(() => now() + 31 * SECONDS)) });
    await frozen.send.execute(municipalityId, [message.id]).finally(() => jest.restoreAllMocks());
    expect([operator.calls, (await messages())[0]!.state]).toEqual([0, 'planned']);
    await pass(2 * MINUTES);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(1);
  });

  it('nor does one whose clock was set back meanwhile', async () => {
    const { message } = await aQueuedInvitation();
    const [now, elapsed] = [Date.now, performance.now.bind(performance)];
    const setBack = () => {
      jest.spyOn(Date, 'now').mockImplementation(() => now() - 7_200 * SECONDS);
      jest.spyOn(performance, 'now').mockImplementation(() => elapsed() + 31 * SECONDS);
    };
    const frozen = new Pipeline({ db, ways: onlyWay(operator), settings, at: (point) => void (point === 'gateCommitted' && setBack()) });
    await frozen.send.execute(municipalityId, [message.id]).finally(() => jest.restoreAllMocks());
    expect([operator.calls, (await messages())[0]!.state]).toEqual([0, 'planned']);
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

  it('a call in doubt to a number that can no longer be read is left to a person, and holds up nobody', async () => {
    const { message, member } = await aQueuedInvitation();
    operator.treat(member.phone!, 'crash');
    await pipeline.send.execute(municipalityId, [message.id]);
    await inTx((tx) => tx.query(`UPDATE network_member SET phone = '\\x00' WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.id]));
    await pass(2 * MINUTES);
    expect(await pipeline.resolve()).toBe(1);
    expect(await pipeline.resolve()).toBe(0);
    expect(await inTx((tx) => tx.query(`SELECT state, lease_until FROM message WHERE municipality_id = $1 AND id = $2`, [municipalityId, message.id]))).toEqual([{ state: 'unknown', lease_until: null }]);
    expect((await tasks()).map((task) => task.kind)).toEqual(['checkUnknown']);
  });

  it.each<[string, string | null, string]>([
    ['phone', null, 'suppressed'],
    ['agreed_word', 'Kastanj', 'suppressed'],
    // Whether the word gives the name away can only be told by the name.
    ['given_name', 'Kastanj', 'suppressed'],
    ['given_name', null, 'accepted'],
  ])('a person whose %s can no longer be read stands in nobody else’s way (agreed word: %s)', async (column, agreedWord, state) => {
    const conference = await aConference('confirmed');
    const poisoned = await anInvited(conference, { agreedWord });
    const other = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE network_member SET ${column} = '\\x00' WHERE municipality_id = $1 AND id = $2`, [municipalityId, poisoned.member.id]));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(other.member.phone)).toHaveLength(1);
    const [own] = await inTx((tx) => tx.query<{ state: string }>(`SELECT state FROM message WHERE municipality_id = $1 AND member_id = $2 AND kind = 'timeSet'`, [municipalityId, poisoned.member.id]));
    expect(own).toEqual({ state });
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
