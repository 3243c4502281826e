import { Conference, Invitation, Message, MessageAttempt, NetworkMember, OutreachPolicyVersion, Task } from '@radslag/db';
import { DEFAULT_OUTREACH_POLICY } from '@radslag/domain';
import { onlyWay, Pipeline } from '@radslag/outreach';
import { FakeOperator } from '@radslag/sms';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { CancelConference, ConfirmTime, MoveConference, PreviewCancel, PreviewConfirm, PreviewInvitations, PreviewMove, PreviewRotate, RotateLink, SendInvitations } from '.';
import { at, NOW, PollFixture, refusedWith, type OpenPoll } from './poll-fixture';

const key = Buffer.alloc(32, 7);
let t: TestDatabase;
let f: PollFixture;
let operator: FakeOperator;
let pipeline: Pipeline;
beforeAll(async () => {
  t = await testDatabase();
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_FAMILY_URL: 'https://svara.example', RADSLAG_MASTER_KEY: key.toString('base64'), RADSLAG_LINK_KEY: key.toString('base64'), RADSLAG_CALLBACK_KEY: key.toString('base64') });
  await t.moveClockTo(NOW);
  const { id } = await t.aMunicipality();
  f = new PollFixture(t.db, id, { aCase: () => anActiveCase(t.db, id), aMember });
  operator = new FakeOperator(() => t.db.now());
  pipeline = new Pipeline({ db: t.db, ways: onlyWay(operator), settings: { linkKey: key, familyUrl: 'https://svara.example', callbackUrl: 'http://127.0.0.1:9', callbackKey: key } });
});
afterAll(() => t.close());
beforeEach(() => t.moveClockTo(NOW));

const send = async (ms = 11_000) => {
  await t.moveClockTo(new Date((await t.db.now()).getTime() + ms));
  await pipeline.dispatchFromPostgres();
};
const everything = (poll: { conferenceId: string; referralId: string }) =>
  f.inTx(async (tx) => JSON.stringify([await tx.get(Conference, poll.conferenceId), await tx.find(Message, { conferenceId: poll.conferenceId }), await tx.find(Invitation, { conferenceId: poll.conferenceId }), await tx.find(Task, { referralId: poll.referralId }), await tx.find(MessageAttempt)]));
const version = (poll: OpenPoll) => f.inTx(async (tx) => (await tx.get(Conference, poll.conferenceId)).version);
/** Who was texted since, and what. */
const textsTo = (from: number) => operator.arrived.slice(from).map((sms) => sms.text.replace(/\/r\/\S+/, '')).sort();
const shown = (texts: readonly { text: string }[]) => texts.map(({ text }) => text.replace(/\/r\/\S+/, '')).sort();

describe('what is shown before the button', () => {
  it('is what then happens: asked, booked, moved and cancelled in one week, on a shared phone too', async () => {
    const poll = await f.aPoll({}, { noSms: true }, { phone: null, channel: 'letter' }, {});
    const first = await f.inTx((tx) => tx.get(NetworkMember, poll.memberIds[0]!));
    await f.inTx((tx) => tx.update(NetworkMember, poll.memberIds[3]!, { phone: first.phone, phoneIndex: first.phoneIndex, sharedPhone: true }));
    const asked = await f.preview(PreviewInvitations, SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(asked).toMatchObject({ sms: 2, letters: 1, calls: 1, lastLeavesAt: null, held: false });
    let from = operator.arrived.length;
    await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    await send();
    expect(operator.arrived.length - from).toBe(asked.sms);

    const open = { ...poll, invitationIds: [] };
    const booked = await f.preview(PreviewConfirm, ConfirmTime).execute(poll.coordinator, poll.conferenceId, poll.times.thu);
    expect(booked).toMatchObject({ sms: 2, letters: 1, calls: 1 });
    from = operator.arrived.length;
    await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: await version(open), timeId: poll.times.thu });
    await send();
    expect(textsTo(from)).toEqual([...shown(booked.texts), ...shown(booked.texts)]);

    const moved = await f.preview(PreviewMove, MoveConference).execute(poll.coordinator, poll.conferenceId, at('2026-12-15T17:00'));
    expect(moved).toMatchObject({ sms: 2, calls: 1 });
    expect(moved.stopped).toBeGreaterThan(0);
    from = operator.arrived.length;
    await f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: await version(open), ...at('2026-12-15T17:00') });
    await send();
    expect(textsTo(from)).toEqual([...shown(moved.texts), ...shown(moved.texts)]);

    const called = await f.preview(PreviewCancel, CancelConference).execute(poll.coordinator, poll.conferenceId);
    expect(called).toMatchObject({ sms: 2, calls: 1 });
    from = operator.arrived.length;
    await f.use(CancelConference).execute(poll.coordinator, poll.conferenceId, { version: await version(open), reason: 'illness' });
    await send();
    expect(textsTo(from)).toEqual([...shown(called.texts), ...shown(called.texts)]);
  });

  it('writes nothing, and shows nobody’s own link', async () => {
    const poll = await f.anOpenPoll({}, {});
    const before = await everything(poll);
    const booked = await f.preview(PreviewConfirm, ConfirmTime).execute(poll.coordinator, poll.conferenceId, poll.times.thu);
    const rotated = await f.preview(PreviewRotate, RotateLink).execute(poll.coordinator, poll.invitationIds[0]!);
    expect(rotated).toMatchObject({ sms: 1, skipped: [] });
    expect(await everything(poll)).toBe(before);
    for (const { text } of [...booked.texts, ...rotated.texts]) expect(text).toContain('/r/Xk3vQ9mTz7aBcD4eFgH5jK');
  });

  it('says that a question on top of the week’s will not go, and that somebody is to call', async () => {
    const poll = await f.aPoll({});
    await f.inTx((tx) => tx.insert(OutreachPolicyVersion, { version: 1, policy: { ...DEFAULT_OUTREACH_POLICY, mostPerWeek: 1 }, changedBy: poll.manager.userId, changedAt: tx.now }));
    await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    await send();
    // Another by the same number, in the same week.
    const first = await f.inTx((tx) => tx.get(NetworkMember, poll.memberIds[0]!));
    const two = await f.inTx((tx) => aMember(tx, poll.referralId, { phone: first.phone, sharedPhone: true }));
    const asked = await f.preview(PreviewInvitations, SendInvitations).execute(poll.coordinator, poll.conferenceId, [two.id]);
    expect(asked).toMatchObject({ sms: 0, calls: 1, skipped: [{ memberId: two.id, reason: 'capReached' }] });
    const booked = await f.preview(PreviewConfirm, ConfirmTime).execute(poll.coordinator, poll.conferenceId, poll.times.thu);
    expect(booked).toMatchObject({ sms: 1, skipped: [] });
  });

  it('says when it leaves if that is not at once, and refuses what would be refused', async () => {
    const poll = await f.anOpenPoll({});
    await t.moveClockTo(new Date('2026-11-23T21:30:00Z'));
    const booked = await f.preview(PreviewConfirm, ConfirmTime).execute(poll.coordinator, poll.conferenceId, poll.times.thu);
    expect(booked).toMatchObject({ sms: 1, lastLeavesAt: '2026-11-24T07:00:00.000Z' });
    await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
    await expect(f.preview(PreviewMove, MoveConference).execute(poll.coordinator, poll.conferenceId, at('2026-11-20T17:00'))).rejects.toEqual(refusedWith('date-in-past'));
    expect(await f.preview(PreviewCancel, CancelConference).execute(poll.coordinator, poll.conferenceId)).toMatchObject({ sms: 0, calls: 0, skipped: [] });
  });
});
