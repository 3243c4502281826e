import 'reflect-metadata';
import { NetworkMember } from '@radslag/db';
import { FakeOperator } from '@radslag/sms';
import { aMember } from '@radslag/testing';
import { ApplyReceipts, inviteMessage, MunicipalWays, Pipeline, planConferenceMessages, RecordReceipt } from './index';
import { aConference, anInvited, CALLBACK_KEY, db, everyMessage, inTx, messages, MINUTES, municipalityId, pass, SECONDS, settings, tasks, theCase, receiptOf } from './pipeline.fixture';

let first: FakeOperator;
let second: FakeOperator;
let through: Pipeline;
beforeEach(() => {
  first = new FakeOperator(() => db.now(), 'twilio');
  second = new FakeOperator(() => db.now(), '46elks');
  const ways = new MunicipalWays({ sms: [{ carrier: first, weight: 1 }, { carrier: second, weight: 0 }], email: [] });
  through = new Pipeline({ db, ways: { of: () => Promise.resolve(ways) }, settings });
});
const dispatch = async () => {
  await pass(11 * SECONDS);
  await through.dispatchFromPostgres();
  await pass(2 * SECONDS);
  await through.dispatchFromPostgres();
};
const noSms = async (id: string) => (await inTx((tx) => tx.get(NetworkMember, id))).noSms;
const audits = () => inTx((tx) => tx.query<{ n: number }>(`SELECT count(*)::integer AS n FROM audit_entry WHERE municipality_id = $1 AND action = 'message.opt-out'`, [municipalityId]));

describe('an operator’s ‘unsubscribed’ is the person’s no', () => {
  it('no other operator is asked, what was planned stops, and a person is asked to call', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    const other = await anInvited(conference);
    first.treat(member.phone!, 'optedOut');
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await dispatch();
    expect([first.calls, second.calls]).toEqual([2, 0]);
    const mine = (await everyMessage()).filter((message) => message.memberId === member.id);
    expect(mine.length).toBeGreaterThan(1);
    expect(mine.every((message) => message.reason === 'optedOut' && ['failed', 'suppressed'].includes(message.state))).toBe(true);
    expect((await everyMessage()).some((message) => message.memberId === other.member.id && message.state === 'planned')).toBe(true);
    expect([await noSms(member.id), await noSms(other.member.id)]).toEqual([true, false]);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: member.id }]);
    expect(await audits()).toEqual([{ n: 1 }]);
  });

  it('a refusal of another kind still goes by the other operator or another way, and says nothing of the person', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    first.treat(member.phone!, 'refuse');
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await dispatch();
    expect(await noSms(member.id)).toBe(false);
    expect((await messages())[0]).toMatchObject({ state: 'failed', reason: 'operatorRefused' });
  });

  it('said in a receipt it is the same, and a phone that is off is not', async () => {
    const conference = await aConference('polling');
    const off = await anInvited(conference);
    const barred = await anInvited(conference);
    for (const { member, invitation } of [off, barred]) await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await dispatch();
    for (const [{ member }, status] of [[off, 'undelivered:30003'], [barred, 'undelivered:30004']] as const) {
      const message = (await messages()).find((one) => one.memberId === member.id)!;
      await new RecordReceipt(db, CALLBACK_KEY).execute(receiptOf('twilio', message.id, message.operatorMessageId!, status));
    }
    await new ApplyReceipts(db).execute(municipalityId);
    expect([await noSms(off.member.id), await noSms(barred.member.id)]).toEqual([false, true]);
    expect((await messages()).map((message) => message.reason).sort()).toEqual(['numberUnreachable', 'optedOut']);
  });

  it('said in the operator’s record of a call in doubt too', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    first.treat(member.phone!, 'acceptThenUnknown');
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    await through.dispatchFromPostgres();
    const history = first.history.bind(first);
    first.history = async (question) => (await history(question)).map((sms) => ({ ...sms, delivery: 'failed' as const, optedOut: true as const }));
    await pass(2 * MINUTES);
    await through.resolve();
    expect((await messages())[0]).toMatchObject({ state: 'failed', reason: 'optedOut' });
    expect(await noSms(member.id)).toBe(true);
  });

  it('for a go-between’s phone it is theirs, and those it was for are called', async () => {
    const conference = await aConference('polling');
    const between = await inTx((tx) => aMember(tx, theCase.referralId));
    const { member, invitation } = await anInvited(conference, { delegateId: between.id });
    first.treat(between.phone!, 'optedOut');
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await dispatch();
    expect([await noSms(between.id), await noSms(member.id)]).toEqual([true, false]);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: member.id }]);
  });
});
