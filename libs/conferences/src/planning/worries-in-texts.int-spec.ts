import { Conference, InboundMessage, Invitation, WorryRow } from '@radslag/db';
import { newId } from '@radslag/platform';
import { ClaimReply, HandleReply, ReadInbox, ReadReply, RecordInbound, ReopenReply, replyMac } from '@radslag/outreach';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { answerBySms, CancelConference, ConfirmTime, MoveConference, PreviewConfirm, PreviewInvitations, ReadMatrix, RevokeInvitation, SendInvitations } from '.';
import { AnswerWorry, RemoveMember } from '../network';
import { at, NOW, onTimes, PollFixture, refusedWith, type OpenPoll } from './poll-fixture';

let t: TestDatabase;
let f: PollFixture;
const KEY = Buffer.alloc(32, 7);
const OURS = '+46701740699';
beforeAll(async () => {
  t = await testDatabase();
  const key = KEY.toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
  await t.moveClockTo(NOW);
});
afterAll(() => t.close());
beforeEach(async () => {
  const { id } = await t.aMunicipality();
  await t.asOwner('UPDATE municipality SET sms_number = NULL');
  await t.asOwner('UPDATE municipality SET sms_number = $2 WHERE id = $1', [id, OURS]);
  f = new PollFixture(t.db, id, { aCase: () => anActiveCase(t.db, id), aMember });
  const somebody = await f.aMember((await f.aCase()).referralId);
  numbers = Number(somebody.phone!.slice(-2));
});

let numbers: number;
/** Far from those that the people of a test are given, one after the other; never our own. */
const aNumber = () => `+467017406${String(10 + ((numbers++ + 40) % 85)).padStart(2, '0')}`;
let texts = 0;
/** As it comes from the operator; returns the row. */
async function text(from: string, message: string): Promise<InboundMessage> {
  const id = `sms-${++texts}`;
  const { municipalityId } = f;
  const mac = replyMac(KEY, { operator: '46elks', municipalityId, version: 1 });
  await new RecordInbound(t.db, KEY, answerBySms).execute({ operator: '46elks', address: { municipalityId, version: 1 }, mac, id, from, to: OURS, message });
  return (await f.inTx<InboundMessage | null>((tx) => tx.findOne(InboundMessage, { operatorMessageId: id })))!;
}
/** Two people with a poll, the first of them with a number of their own. */
async function aPollWith(phone: string, ...others: { phone?: string }[]): Promise<OpenPoll> {
  return f.anOpenPoll({ phone }, ...others);
}
const held = refusedWith('danger-unread');
const confirm = (poll: OpenPoll, version = 2) => f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version, timeId: poll.times.thu });
const handle = (poll: OpenPoll, { id }: InboundMessage) => f.use(HandleReply).execute(poll.coordinator, id, { how: 'called', note: '' });
const heldBy = async (poll: OpenPoll, reader = poll.coordinator) => (await f.use(ReadMatrix).execute(reader, poll.conferenceId)).heldBy;

describe('a worry told in a text', () => {
  it.each(['Han slår mig om han får veta', 'jag vågar inte träffa Bo', 'STOPP han hotar mig'])('holds booking, moving and inviting until it is dealt with in the inbox: %s', async (words) => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    const late = await f.aMember(poll.referralId);
    const reply = await text(phone, words);
    await expect(confirm(poll)).rejects.toEqual(held);
    await expect(f.preview(PreviewConfirm, ConfirmTime).execute(poll.coordinator, poll.conferenceId, poll.times.thu)).rejects.toEqual(held);
    await expect(f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [late.id])).rejects.toEqual(held);
    await expect(f.preview(PreviewInvitations, SendInvitations).execute(poll.coordinator, poll.conferenceId, [late.id])).rejects.toEqual(held);
    // Opened, and looked at in the list, is not dealt with.
    await f.use(ReadInbox).execute(poll.coordinator, 'mine');
    await f.use(ReadReply).execute(poll.coordinator, reply.id);
    await expect(confirm(poll)).rejects.toEqual(held);

    await handle(poll, reply);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
    // Not dealt with after all: what is decided stands, and nothing new is.
    await f.use(ReopenReply).execute(poll.coordinator, reply.id);
    await expect(f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: 3, ...at('2026-12-15T17:00') })).rejects.toEqual(held);
    expect(await f.use(CancelConference).execute(poll.coordinator, poll.conferenceId, { version: 3, reason: 'safety' })).toMatchObject({ state: 'cancelled' });
  });

  it('is one only with words of danger in it', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    await text(phone, 'Kan någon ringa mig?');
    expect(await heldBy(poll)).toEqual([]);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });

  it('is told to the case’s coordinator and to nobody else, without a word of the text', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    const reply = await text(phone, 'Han hotar mig');
    expect(await heldBy(poll)).toEqual([{ told: 'text', id: reply.id, memberId: poll.memberIds[0], unclaimed: false }]);
    expect([await heldBy(poll, poll.socialWorker), await heldBy(poll, poll.manager)]).toEqual([[], []]);
    expect(JSON.stringify(await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId))).not.toContain('hotar');
  });

  it('holds beside a worry told on the pages, and comes first: letting one of them go lets nothing through', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    await f.answer(poll.invitationIds[1]!, { worry: 'callMe', times: onTimes(poll, 'yes', 'yes', 'yes') });
    const reply = await text(phone, 'Jag är rädd för honom');
    expect((await heldBy(poll)).map((one) => one.told)).toEqual(['text', 'page']);
    await expect(confirm(poll)).rejects.toEqual(held);
    await handle(poll, reply);
    await expect(confirm(poll)).rejects.toEqual(refusedWith('worry-unanswered'));
    const [worry] = await f.inTx<WorryRow[]>((tx) => tx.find(WorryRow, { referralId: poll.referralId }));
    await f.use(AnswerWorry).execute(poll.coordinator, worry!.id, { measure: 'apart', note: 'De kommer var sin dag.' });
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });

  it('is held by the database too, whoever forgets to ask: booking, inviting, and inviting again', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    const late = await f.aMember(poll.referralId);
    await f.use(RevokeInvitation).execute(poll.coordinator, poll.invitationIds[1]!);
    await text(phone, 'Han hotar mig');
    const refused = expect.objectContaining({ driverError: expect.objectContaining({ constraint: 'danger_unread' }) });
    await expect(f.inTx((tx) => tx.update(Conference, poll.conferenceId, { state: 'confirmed', startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T19:30' }))).rejects.toEqual(refused);
    const [consent] = await f.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM consent WHERE member_id = $1', [late.id]));
    await expect(f.inTx((tx) => tx.insert(Invitation, { conferenceId: poll.conferenceId, memberId: late.id, consentId: consent!.id, state: 'notSent', tokenHash: Buffer.from(newId()), expiresAt: tx.now, createdAt: tx.now }))).rejects.toEqual(refused);
    await expect(f.inTx((tx) => tx.update(Invitation, poll.invitationIds[1]!, { state: 'notSent', revokedAt: null }))).rejects.toEqual(refused);
    // What corrects or stops something is not.
    await f.use(RevokeInvitation).execute(poll.coordinator, poll.invitationIds[0]!);
  });

  it('holds no more when whoever wrote it has left the network', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    await text(phone, 'Han hotar mig');
    await f.use(RemoveMember).execute(poll.coordinator, poll.memberIds[0]!);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });
});

describe('a text of danger from a number that several have', () => {
  it('holds each case that somebody with it is in, invited or not, and is let go in each by its own coordinator', async () => {
    const phone = aNumber();
    const one = await aPollWith(phone, {});
    const other = await f.anOpenPoll({}, {});
    await f.aMember(other.referralId, { phone });
    const reply = await text(phone, 'Han slår mig');
    await expect(confirm(one)).rejects.toEqual(held);
    await expect(confirm(other)).rejects.toEqual(held);
    expect(await heldBy(other)).toEqual([{ told: 'text', id: reply.id, memberId: null, unclaimed: false }]);

    await handle(one, reply);
    expect(await confirm(one)).toMatchObject({ state: 'confirmed' });
    await expect(confirm(other)).rejects.toEqual(held);
    await handle(other, reply);
    expect(await confirm(other)).toMatchObject({ state: 'confirmed' });
  });

  it('holds as long as one of them is still here', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, { phone });
    await text(phone, 'Han hotar mig');
    await f.use(RemoveMember).execute(poll.coordinator, poll.memberIds[0]!);
    await expect(confirm(poll)).rejects.toEqual(held);
    await f.use(RemoveMember).execute(poll.coordinator, poll.memberIds[1]!);
    expect(await heldBy(poll)).toEqual([]);
  });

  it('holds every one of their cases with a STOP in it too, until each has read it', async () => {
    const phone = aNumber();
    const [one, other] = [await aPollWith(phone, {}), await aPollWith(phone, {})];
    const reply = await text(phone, 'STOPP han hotar mig');
    await expect(confirm(one)).rejects.toEqual(held);
    await handle(one, reply);
    expect(await confirm(one)).toMatchObject({ state: 'confirmed' });
    await expect(confirm(other)).rejects.toEqual(held);
  });

  it('is the go-between’s, or that of whom they serve: both are in the case', async () => {
    const phone = aNumber();
    const poll = await aPollWith(phone, {});
    await f.inTx((tx) => tx.query('UPDATE network_member SET delegate_id = $2 WHERE id = $1', [poll.memberIds[1], poll.memberIds[0]]));
    await text(phone, 'Hon är i fara');
    await expect(confirm(poll)).rejects.toEqual(held);
  });
});

describe('a text of danger from a number that nobody knows', () => {
  it('holds from when somebody says whose it is', async () => {
    const poll = await f.anOpenPoll({}, {});
    const reply = await text(aNumber(), 'Han hotar mig');
    expect(await heldBy(poll)).toEqual([]);
    await f.use(ClaimReply).execute(poll.coordinator, reply.id, poll.memberIds[1]!);
    await expect(confirm(poll)).rejects.toEqual(held);
    expect(await heldBy(poll)).toEqual([{ told: 'text', id: reply.id, memberId: poll.memberIds[1], unclaimed: false }]);
    await handle(poll, reply);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });

  it('holds from when the number is written down for somebody', async () => {
    const phone = aNumber();
    const poll = await f.anOpenPoll({}, {});
    const reply = await text(phone, 'Han hotar mig');
    await f.aMember(poll.referralId, { phone });
    expect(await heldBy(poll)).toEqual([{ told: 'text', id: reply.id, memberId: null, unclaimed: true }]);
    await expect(confirm(poll)).rejects.toEqual(held);
    await handle(poll, reply);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });

  it('once claimed waits for nobody else, also when it once stood in another case', async () => {
    const phone = aNumber();
    const before = await aPollWith(phone, {});
    await f.use(RemoveMember).execute(before.coordinator, before.memberIds[0]!);
    const poll = await f.anOpenPoll({}, {});
    const reply = await text(phone, 'Han hotar mig');
    expect(await heldBy(before)).toEqual([]);
    await f.use(ClaimReply).execute(poll.coordinator, reply.id, poll.memberIds[0]!);
    await expect(confirm(poll)).rejects.toEqual(held);
    await handle(poll, reply);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });
});
