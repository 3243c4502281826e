import { Invitation } from '@radslag/db';
import { aMember, anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { CancelConference, ConfirmTime, MoveConference, ReadConference, ReadMatrix, RecordAnswer, RevokeInvitation, RotateLink, SendInvitations, SetVenue } from '.';
import { at, NOW, PollFixture, refusedWith, THU, type OpenPoll } from './poll-fixture';

let t: TestDatabase;
let f: PollFixture;
beforeAll(async () => {
  t = await testDatabase();
  const key = Buffer.alloc(32, 7).toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
  await t.moveClockTo(NOW);
  const { id } = await t.aMunicipality();
  f = new PollFixture(t.db, id, { aCase: () => anActiveCase(t.db, id), aMember });
});
afterAll(() => t.close());
afterEach(() => t.moveClockTo(NOW));

describe('setting and moving the time', () => {
  const confirmed = async (...people: Parameters<PollFixture['aPoll']>) => {
    const poll = await f.anOpenPoll(...people);
    await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
    return poll;
  };

  it('tells everyone and plans the reminders in the same transaction', async () => {
    const poll = await confirmed({}, {});
    expect(await f.use(ReadConference).execute(poll.coordinator, poll.conferenceId)).toMatchObject({ state: 'confirmed', ...THU, scheduleVersion: 2 });
    const live = (await f.messages(poll.conferenceId)).filter((one) => one.state === 'planned');
    expect(live.every((one) => one.schedule_version === 2)).toBe(true);
    expect(live.filter((one) => one.member_id === poll.memberIds[0]).map((one) => one.kind)).toEqual(['timeSet', 'reminderWeek', 'reminderDay', 'reminderHours']);
  });

  it('refuses a time of another conference and one that has been', async () => {
    const [poll, other] = [await f.anOpenPoll({}), await f.anOpenPoll({})];
    const confirm = (timeId: string) => f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId });
    await expect(confirm(other.times.tue)).rejects.toEqual(refusedWith('unknown-time'));
    await t.moveClockTo(new Date('2026-12-09T10:00:00Z'));
    await expect(confirm(poll.times.tue)).rejects.toEqual(refusedWith('date-in-past'));
  });

  it('supersedes what was planned for the old time when it moves', async () => {
    const poll = await confirmed({});
    const moved = await f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: 3, ...at('2026-12-15T17:00') });
    expect(moved).toMatchObject({ startsLocal: '2026-12-15T17:00', scheduleVersion: 3, version: 4 });
    const all = await f.messages(poll.conferenceId);
    const old = all.filter((one) => one.schedule_version === 2);
    expect(old.length).toBeGreaterThan(0);
    expect(old.every((one) => one.state === 'cancelled' && one.reason === 'moved')).toBe(true);
    expect(all.filter((one) => one.schedule_version === 3).map((one) => one.kind)).toEqual(['timeSet', 'reminderWeek', 'reminderDay', 'reminderHours']);
  });

  it('stops the reminders of someone who cannot come after all', async () => {
    const poll = await confirmed({}, {});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    const all = await f.messages(poll.conferenceId);
    expect(all.filter((one) => one.member_id === poll.memberIds[0] && one.schedule_version === 2).every((one) => one.state === 'suppressed' && one.reason === 'personDeclined')).toBe(true);
    expect(all.filter((one) => one.member_id === poll.memberIds[1] && one.state === 'planned')).toHaveLength(4);
  });

  it('writes the reminders anew for someone who says no and then yes, once', async () => {
    const poll = await confirmed({}, {});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    await f.answer(poll.invitationIds[0]!, { coming: 'yes', mode: 'inPerson' });
    await f.answer(poll.invitationIds[0]!, { coming: 'yes', mode: 'video' });
    const all = (await f.messages(poll.conferenceId)).filter((one) => one.member_id === poll.memberIds[0] && one.state === 'planned');
    expect(all.map((one) => one.kind).sort()).toEqual(['reminderDay', 'reminderHours', 'reminderWeek', 'timeSet']);
  });

  it('tells someone invited after the time is set the time, not the question', async () => {
    const poll = await confirmed({});
    const late = (await f.aMember(poll.referralId)).id;
    await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [late]);
    const theirs = (await f.messages(poll.conferenceId)).filter((one) => one.member_id === late);
    expect(theirs.map((one) => one.kind).sort()).toEqual(['reminderDay', 'reminderHours', 'reminderWeek', 'timeSet']);
  });

  it('takes down whether someone is coming after the time is set, but no more answers about times', async () => {
    const poll = await confirmed({});
    const record = (times: { timeId: string; value: 'yes' }[]) => f.use(RecordAnswer).execute(poll.coordinator, poll.conferenceId, { memberId: poll.memberIds[0]!, source: 'phone', coming: 'no', mode: null, times, needs: [], spokesperson: '', note: '' });
    await expect(record([{ timeId: poll.times.tue, value: 'yes' }])).rejects.toEqual(refusedWith('poll-closed'));
    expect(await record([])).toMatchObject({ coming: 'no' });
  });

  it('stops everything when it is cancelled', async () => {
    const poll = await confirmed({});
    await f.use(CancelConference).execute(poll.coordinator, poll.conferenceId, { version: 3, reason: 'illness' });
    expect((await f.messages(poll.conferenceId)).filter((one) => one.state === 'planned')).toEqual([]);
    await expect(f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 4, timeId: poll.times.thu })).rejects.toEqual(refusedWith('transition-not-allowed', 409));
  });

  it('leaves planned messages alone when only the place changes', async () => {
    const poll = await confirmed({});
    const before = await f.messages(poll.conferenceId);
    const set = await f.use(SetVenue).execute(poll.coordinator, poll.conferenceId, { version: 3, venue: { name: 'Alnäs fritidsgård', address: 'Skolgatan 3', directions: '', released: true } });
    expect(set).toMatchObject({ version: 4, scheduleVersion: 2, venue: { name: 'Alnäs fritidsgård', released: true } });
    expect(await f.messages(poll.conferenceId)).toEqual(before);
  });
});

describe('links', () => {
  const hashOf = (id: string) => f.inTx(async (tx) => (await tx.get(Invitation, id)).tokenHash.toString('hex'));

  it('a new link kills the old one and is sent', async () => {
    const poll = await f.anOpenPoll({});
    const [id] = poll.invitationIds as [string];
    const before = await hashOf(id);
    await f.use(RotateLink).execute(poll.coordinator, id);
    expect(await hashOf(id)).not.toBe(before);
    expect((await f.messages(poll.conferenceId)).map((one) => one.kind)).toContain('newLink');
  });

  it('a revoked invitation takes everything unsent with it, and cannot be answered or sent again', async () => {
    const poll = await f.anOpenPoll({});
    const [id] = poll.invitationIds as [string];
    expect(await f.use(RevokeInvitation).execute(poll.coordinator, id)).toMatchObject({ state: 'revoked', allowed: [] });
    expect(await f.messages(poll.conferenceId)).toEqual([expect.objectContaining({ reason: 'invitationRevoked' })]);
    await expect(f.answer(id)).rejects.toEqual(refusedWith('transition-not-allowed', 409));
    await expect(f.use(RotateLink).execute(poll.coordinator, id)).rejects.toEqual(refusedWith('transition-not-allowed', 409));
    expect(await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds)).toMatchObject({ refused: [{ reason: 'invitationRevoked' }] });
  });
});

describe('need to know', () => {
  let poll: OpenPoll;
  let colleague: Awaited<ReturnType<PollFixture['aCase']>>;
  let elsewhere: CaseFixture;
  beforeAll(async () => {
    poll = await f.anOpenPoll({});
    colleague = await f.aCase();
    elsewhere = await anActiveCase(t.db, (await t.aMunicipality('Bernäs kommun')).id);
  });

  it('a conference of another municipality, or of a colleague’s case, does not exist', async () => {
    for (const stranger of [elsewhere.coordinator, elsewhere.manager, colleague.coordinator, colleague.socialWorker]) {
      await expect(f.use(ReadMatrix).execute(stranger, poll.conferenceId)).rejects.toEqual(refusedWith('not-found', 404));
      await expect(f.use(ConfirmTime).execute(stranger, poll.conferenceId, { version: 2, timeId: poll.times.thu })).rejects.toEqual(refusedWith('not-found', 404));
    }
  });

  it('a person of another case cannot be invited to this one', async () => {
    const stranger = await f.aMember(colleague.referralId);
    await expect(f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [stranger.id])).rejects.toEqual(refusedWith('not-found', 404));
  });
});
