import { NetworkMember, type Conference } from '@radslag/db';
import { FakeOperator, httpCaller } from '@radslag/sms';
import { inviteMessage, OperatorWays, Pipeline, RecordReceipt } from './index';
import { aConference, anInvited, CALLBACK_KEY, db, inTx, messages, MINUTES, pass, SECONDS, settings, t, tasks, receiptOf } from './pipeline.fixture';

describe('two messages to one number, at an operator that keeps no texts', () => {
  let a: FakeOperator;
  let alone: Pipeline;
  beforeEach(() => {
    a = new FakeOperator(() => db.now(), '46elks');
    const silent = Object.assign(Object.create(a) as FakeOperator, { history: async (q: Parameters<FakeOperator['history']>[0]) => (await a.history(q)).map((sms) => ({ ...sms, text: null })) });
    alone = new Pipeline({ db, ways: new OperatorWays({ db, fallback: silent, urls: { '46elks': '', twilio: '' }, caller: httpCaller() }), settings });
  });
  const asks = async (conference: Conference, one: Awaited<ReturnType<typeof anInvited>>) => {
    await inTx((tx) => inviteMessage(tx, { conference, ...one }));
    await pass(11 * SECONDS);
    await alone.dispatchFromPostgres();
    await pass(10 * SECONDS);
  };
  const states = async () => (await messages()).map((m) => m.state).sort();

  it('what the first is known by is not taken for the second', async () => {
    const conference = await aConference('polling');
    const first = await anInvited(conference, { phone: '+46701740690', sharedPhone: true });
    const second = await anInvited(conference, { phone: '+46701740690', sharedPhone: true });
    a.treatAll('acceptThenUnknown');
    await asks(conference, first);
    expect(await alone.resolve()).toBe(1);
    a.treatAll('unknown');
    await asks(conference, second);
    await alone.resolve();
    expect(await states()).toEqual(['accepted', 'unknown']);
  });

  it('nor when the first went there for somebody who has taken their texts themselves since', async () => {
    const conference = await aConference('polling');
    const goBetween = await anInvited(conference);
    const served = await anInvited(conference, { delegateId: goBetween.member.id });
    a.treatAll('acceptThenUnknown');
    await asks(conference, served);
    expect(await alone.resolve()).toBe(1);
    await inTx((tx) => tx.update(NetworkMember, served.member.id, { delegateId: null }));
    a.treatAll('unknown');
    await asks(conference, goBetween);
    await alone.resolve();
    expect(a.arrived).toHaveLength(1);
    expect(await states()).toEqual(['accepted', 'unknown']);
  });

  it('nor while the first is still in doubt itself', async () => {
    const conference = await aConference('polling');
    const goBetween = await anInvited(conference);
    const served = await anInvited(conference, { delegateId: goBetween.member.id });
    a.treatAll('acceptThenUnknown');
    await asks(conference, served);
    await inTx((tx) => tx.update(NetworkMember, served.member.id, { delegateId: null }));
    a.treatAll('unknown');
    await asks(conference, goBetween);
    await alone.resolve();
    expect(await states()).toEqual(['unknown', 'unknown']);
    // One of the two has come, and nobody knows which: none is sent again, a person finds out.
    await pass(16 * MINUTES);
    await alone.resolve();
    await pass(16 * MINUTES);
    await alone.resolve();
    expect(await states()).toEqual(['unknown', 'unknown']);
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['checkUnknown', 'checkUnknown']);
    expect(a.arrived).toHaveLength(1);
  });

  it('nor when only its receipt says whose it was', async () => {
    const conference = await aConference('polling');
    const first = await anInvited(conference, { phone: '+46701740690', sharedPhone: true });
    a.treatAll('acceptThenUnknown');
    await asks(conference, first);
    const [message] = await messages();
    const [taken] = await a.history({ to: first.member.phone!, since: new Date(0), until: new Date('2100-01-01') });
    await new RecordReceipt(db, CALLBACK_KEY).execute(receiptOf('46elks', message!.id, taken!.operatorMessageId, 'sent'));
    await inTx((tx) => tx.update(NetworkMember, first.member.id, { phone: '+46701740691', phoneIndex: tx.keys.blindIndex('phone', '+46701740691') }));
    const second = await anInvited(conference, { phone: '+46701740690' });
    a.treatAll('unknown');
    await asks(conference, second);
    await t.asOwner(`UPDATE message SET state = 'failed', ended_at = app_now(), lease_until = NULL WHERE id = $1`, [message!.id]);
    await alone.resolve();
    expect(await states()).toEqual(['failed', 'unknown']);
  });
});
