import 'reflect-metadata';
import { FakeOperator } from '@radslag/sms';
import { inviteMessage, Pipeline, planConferenceMessages } from './index';
import { holdSending, releaseSending } from './hold';
import { anyTextLost } from './lost-texts';
import { onlyWay } from './ways';
import { db, operator, pipeline, inTx, pass, SECONDS, aConference, anInvited, messages, settings, tasks, told } from './pipeline.fixture';

describe('texts of a life that was lost', () => {
  it('whoever got one is called instead of reminded; whoever did not is reminded as planned', async () => {
    const conference = await aConference('confirmed');
    const one = await anInvited(conference);
    const other = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    const backup = await db.now();
    await pass(60 * SECONDS);
    // Sent after the backup: no row knows of it.
    await operator.send({ id: 'lost', from: 'Svara', to: one.member.phone!, text: 'Ny tid', callbackUrl: 'http://127.0.0.1:9' });
    await holdSending(db, 'restored', backup);
    expect(await releaseSending(db, await db.now(), onlyWay(operator))).toEqual({ expired: 0, called: 1 });
    const planned = (await messages()).filter((m) => m.kind !== 'timeSet');
    expect(planned.filter((m) => m.memberId === one.member.id).every((m) => m.state === 'cancelled' && m.reason === 'restored')).toBe(true);
    expect(planned.filter((m) => m.memberId === other.member.id).every((m) => m.state === 'planned')).toBe(true);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'restored', member_id: one.member.id }]);
    expect(told(other.member.phone)).toHaveLength(1);
  });

  it('nothing is released on a record that cannot be read', async () => {
    await holdSending(db, 'restored', await db.now());
    operator.historyDown = true;
    await expect(releaseSending(db, await db.now(), onlyWay(operator))).rejects.toThrow('cannot be asked');
    expect(await db.withoutTenant('SELECT because FROM sending_hold()')).toEqual([{ because: 'restored' }]);
    await releaseSending(db, await db.now());
  });

  it('a call that was in doubt when the service fell silent proves nothing', async () => {
    // Its ids are of this test alone.
    const carrier = new FakeOperator(() => db.now(), 'silence');
    const conference = await aConference('confirmed');
    const doubted = await anInvited(conference);
    const other = await anInvited(conference);
    const before = await db.now();
    await inTx((tx) => inviteMessage(tx, { conference, ...doubted }));
    carrier.treat(doubted.member.phone!, 'acceptThenUnknown');
    await pass(11 * SECONDS);
    await new Pipeline({ db, ways: onlyWay(carrier), settings }).dispatchFromPostgres();
    expect(carrier.arrived).toHaveLength(1);
    expect(await anyTextLost(db, onlyWay(carrier), before)).toBe(false);
    await carrier.send({ id: 'lost', from: 'Svara', to: other.member.phone!, text: 'Ny tid', callbackUrl: 'http://127.0.0.1:9' });
    expect(await anyTextLost(db, onlyWay(carrier), before)).toBe(true);
  });

  it('held by hand, nothing is lost and nobody is asked', async () => {
    await holdSending(db, 'by hand');
    expect(await releaseSending(db, await db.now(), onlyWay(operator))).toEqual({ expired: 0, called: 0 });
    expect(operator.historyCalls).toBe(0);
  });
});
