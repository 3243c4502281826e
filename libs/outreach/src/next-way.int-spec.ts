import 'reflect-metadata';
import { FakeOperator } from '@radslag/sms';
import { NetworkMember } from '@radslag/db';
import { aMember } from '@radslag/testing';
import { MunicipalWays, Pipeline, planConferenceMessages, RecordReceipt } from './index';
import { CALLBACK_KEY, settings, t, db, operator, pipeline, municipalityId, theCase, inTx, pass, SECONDS, DAYS, aConference, anInvited, messages, tasks, told, receiptOf } from './pipeline.fixture';
import { tryNextWay } from './next-way';

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
    await new RecordReceipt(db, CALLBACK_KEY).execute(receiptOf('46elks', first!.id, first!.operatorMessageId!, 'failed'));
    await both.sweep();
    await both.dispatchFromPostgres();
    expect(post.arrived).toMatchObject([{ to: 'anna@example.test', from: 'svara@example.test', text: told(member.phone)[0] }]);
    expect((await messages()).filter((m) => m.kind === 'timeSet').map((m) => [m.channel, m.state])).toEqual([['sms', 'failed'], ['email', 'accepted']]);
    expect(await tasks()).toEqual([]);
  });

  it('waits for the person’s own hours', async () => {
    await t.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = '${municipalityId}'`);
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference, { otherChannels: ['email'], email: 'anna@example.test' });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const [text] = await messages();
    await inTx(async (tx) => {
      await tx.update(NetworkMember, member.id, { hoursFrom: '18:00', hoursTo: '19:00' });
      await tryNextWay(tx, text!.id, 'operatorRefused');
    });
    const letter = (await messages()).find((m) => m.channel === 'email')!;
    expect(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', hour: '2-digit' }).format(letter.dueAt)).toBe('18');
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
