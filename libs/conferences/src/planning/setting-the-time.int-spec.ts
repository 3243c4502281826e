import { MemberInput } from '@radslag/contracts';
import { Consent, Invitation, NetworkMember } from '@radslag/db';
import { aMember, anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { CancelConference, ConfirmTime, MoveConference, ReadConference, ReadMatrix, RecordAnswer, RevokeInvitation, RotateLink, SendInvitations, SetVenue } from '.';
import { ChangeMember, RecordConsent, RemoveMember, WithdrawConsent } from '../network';
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

const confirmed = async (...people: Parameters<PollFixture['aPoll']>) => {
  const poll = await f.anOpenPoll(...people);
  await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
  return poll;
};
/** They have been told the time. */
const arrived = (poll: OpenPoll) => f.inTx((tx) => tx.query(`UPDATE message SET state = 'delivered' WHERE municipality_id = $1 AND conference_id = $2 AND kind = 'timeSet'`, [f.municipalityId, poll.conferenceId]));

describe('setting and moving the time', () => {
  it('tells everyone and plans the reminders in the same transaction', async () => {
    const poll = await confirmed({}, {});
    expect(await f.use(ReadConference).execute(poll.coordinator, poll.conferenceId)).toMatchObject({ state: 'confirmed', ...THU, scheduleVersion: 2 });
    const live = (await f.messages(poll.conferenceId)).filter((one) => one.state === 'planned');
    expect(live.every((one) => one.schedule_version === 2)).toBe(true);
    expect(live.filter((one) => one.member_id === poll.memberIds[0]).map((one) => one.kind)).toEqual(['timeSet', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours']);
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
    expect(all.filter((one) => one.schedule_version === 3).map((one) => one.kind)).toEqual(['timeSet', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours']);
  });

  it('refuses to move to the time it has, and tells nobody; a later end is another time', async () => {
    const poll = await confirmed({});
    const before = await f.messages(poll.conferenceId);
    await expect(f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: 3, startsLocal: THU.startsLocal, endsLocal: THU.endsLocal })).rejects.toEqual(refusedWith('same-time'));
    expect(await f.messages(poll.conferenceId)).toEqual(before);
    const longer = { startsLocal: THU.startsLocal, endsLocal: `${THU.endsLocal.slice(0, 11)}22:00` };
    expect(await f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: 3, ...longer })).toMatchObject({ scheduleVersion: 3, ...longer });
  });

  it('stops the reminders of someone who cannot come after all', async () => {
    const poll = await confirmed({}, {});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    const all = await f.messages(poll.conferenceId);
    expect(all.filter((one) => one.member_id === poll.memberIds[0] && one.schedule_version === 2).every((one) => one.state === 'suppressed' && one.reason === 'personDeclined')).toBe(true);
    expect(all.filter((one) => one.member_id === poll.memberIds[1] && one.state === 'planned')).toHaveLength(5);
  });

  it('writes the reminders anew for someone who says no and then yes, once', async () => {
    const poll = await confirmed({}, {});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    await f.answer(poll.invitationIds[0]!, { coming: 'yes', mode: 'inPerson' });
    await f.answer(poll.invitationIds[0]!, { coming: 'yes', mode: 'video' });
    const all = (await f.messages(poll.conferenceId)).filter((one) => one.member_id === poll.memberIds[0] && one.state === 'planned');
    expect(all.map((one) => one.kind).sort()).toEqual(['reminderDay', 'reminderFortnight', 'reminderHours', 'reminderWeek', 'timeSet']);
  });

  it('writes what a withdrawn consent stopped anew when the person consents again, and leaves whoever said no in peace', async () => {
    const poll = await confirmed({}, {});
    await f.answer(poll.invitationIds[1]!, { coming: 'no', mode: null });
    for (const memberId of poll.memberIds) {
      const [given] = await f.inTx((tx) => tx.find(Consent, { memberId }));
      await f.use(WithdrawConsent).execute(poll.coordinator, given!.id);
    }
    expect((await f.messages(poll.conferenceId)).filter((one) => one.state === 'planned')).toEqual([]);
    for (const memberId of poll.memberIds) await f.use(RecordConsent).execute(poll.coordinator, memberId, { purpose: 'contact', form: 'oral', givenOn: '2026-11-23', validUntil: null });
    const planned = (await f.messages(poll.conferenceId)).filter((one) => one.state === 'planned');
    expect(planned.map((one) => [one.member_id, one.kind])).toEqual(['timeSet', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'].map((kind) => [poll.memberIds[0], kind]));
  });

  it('tells someone invited after the time is set the time, not the question', async () => {
    const poll = await confirmed({});
    const late = (await f.aMember(poll.referralId)).id;
    await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [late]);
    const theirs = (await f.messages(poll.conferenceId)).filter((one) => one.member_id === late);
    expect(theirs.map((one) => one.kind).sort()).toEqual(['reminderDay', 'reminderFortnight', 'reminderHours', 'reminderWeek', 'timeSet']);
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

  it('leaves it asked for that somebody does not know it is off, when a machine can write to them again: nothing is written anew', async () => {
    const poll = await confirmed({});
    const memberId = poll.memberIds[0]!;
    await arrived(poll);
    const change = async (noSms: boolean) => {
      const { version, givenName, familyName, relation, side, ring, phone } = await f.inTx((tx) => tx.get(NetworkMember, memberId));
      await f.use(ChangeMember).execute(poll.coordinator, memberId, version, MemberInput.parse({ givenName, familyName, relation, side, ring, phone, noSms }));
    };
    await change(true);
    await f.use(CancelConference).execute(poll.coordinator, poll.conferenceId, { version: 3, reason: 'illness' });
    const open = () => f.inTx((tx) => tx.query<{ about: string }>('SELECT about FROM task WHERE municipality_id = $1 AND member_id = $2 AND done_at IS NULL AND urgent', [f.municipalityId, memberId]));
    expect(await open()).toEqual([{ about: 'cancelled' }]);
    await change(false);
    expect(await open()).toEqual([{ about: 'cancelled' }]);
  });

  it('leaves planned messages alone when only the place changes', async () => {
    const poll = await confirmed({});
    const before = await f.messages(poll.conferenceId);
    const set = await f.use(SetVenue).execute(poll.coordinator, poll.conferenceId, { version: 3, venue: { name: 'Alnäs fritidsgård', address: 'Skolgatan 3', directions: '', released: true }, careTaken: null });
    expect(set).toMatchObject({ version: 4, scheduleVersion: 2, venue: { name: 'Alnäs fritidsgård', released: true } });
    expect(await f.messages(poll.conferenceId)).toEqual(before);
  });
});

describe('who may come although they are not invited any more', () => {
  const asked = (poll: OpenPoll) =>
    f.inTx((tx) => tx.query<{ member_id: string; urgent: boolean; done: boolean }>(`SELECT member_id, urgent, done_at IS NOT NULL AS done FROM task WHERE municipality_id = $1 AND referral_id = $2 AND kind = 'stillExpectsToCome' ORDER BY created_at, id`, [f.municipalityId, poll.referralId]));
  it('is asked for at once when they had been told a time, by whichever door they are taken out', async () => {
    const poll = await confirmed({}, {}, {});
    await arrived(poll);
    await f.use(RevokeInvitation).execute(poll.coordinator, poll.invitationIds[0]!);
    await f.use(RemoveMember).execute(poll.coordinator, poll.memberIds[1]!);
    expect(await asked(poll)).toEqual([{ member_id: poll.memberIds[0], urgent: true, done: false }, { member_id: poll.memberIds[1], urgent: true, done: false }]);
  });

  it('is also asked for when it was a person who had told them', async () => {
    const poll = await confirmed({});
    await f.inTx((tx) => tx.query(`INSERT INTO task (municipality_id, id, referral_id, conference_id, member_id, kind, reason, about, urgent, created_at, done_at, done_by) VALUES ($1, $2, $3, $4, $5, 'callMember', 'noSms', 'timeSet', true, app_now(), app_now(), $6)`,
      [f.municipalityId, tx.newId(), poll.referralId, poll.conferenceId, poll.memberIds[0], poll.coordinator.userId]));
    await f.use(RemoveMember).execute(poll.coordinator, poll.memberIds[0]!);
    expect(await asked(poll)).toMatchObject([{ urgent: true, done: false }]);
  });

  it('is nobody who was never told, or who has said no', async () => {
    const [untold, declined] = [await confirmed({}), await confirmed({})];
    await f.use(RemoveMember).execute(untold.coordinator, untold.memberIds[0]!);
    await arrived(declined);
    await f.answer(declined.invitationIds[0]!, { coming: 'no', mode: null });
    await f.use(RevokeInvitation).execute(declined.coordinator, declined.invitationIds[0]!);
    expect([await asked(untold), await asked(declined)]).toEqual([[], []]);
  });

  it('stays asked for when it is called off, since nobody writes to them of that either, and ends when they are invited anew', async () => {
    const [off, anew] = [await confirmed({}), await confirmed({})];
    for (const poll of [off, anew]) {
      await arrived(poll);
      await f.use(RevokeInvitation).execute(poll.coordinator, poll.invitationIds[0]!);
    }
    await f.use(CancelConference).execute(off.coordinator, off.conferenceId, { version: 3, reason: 'illness' });
    expect(await asked(off)).toMatchObject([{ done: false }]);
    await t.moveClockTo(new Date(NOW.getTime() + 60_000));
    await f.use(RecordConsent).execute(anew.coordinator, anew.memberIds[0]!, { purpose: 'contact', form: 'oral', givenOn: '2026-11-23', validUntil: null });
    await f.use(SendInvitations).execute(anew.coordinator, anew.conferenceId, anew.memberIds);
    expect(await asked(anew)).toMatchObject([{ done: true }]);
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

  it('a new link opens for somebody who is protected no longer, and for nobody who is', async () => {
    const poll = await f.anOpenPoll({});
    const [id] = poll.invitationIds as [string];
    const revokedAt = () => f.inTx(async (tx) => (await tx.get(Invitation, id)).revokedAt);
    const [memberId] = poll.memberIds as [string];
    // As it is left when somebody becomes protected: the link dead, the invitation standing.
    await f.inTx((tx) => tx.update(Invitation, id, { revokedAt: tx.now }));
    await f.inTx((tx) => tx.query(`UPDATE network_member SET protected = true, phone = NULL, phone_index = NULL, channel = 'staffOnly' WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, memberId]));
    await f.use(RotateLink).execute(poll.coordinator, id);
    expect(await revokedAt()).not.toBeNull();
    await f.inTx((tx) => tx.update(NetworkMember, memberId, { protected: false, channel: 'sms', phone: '+46701740633', phoneIndex: tx.keys.blindIndex('phone', '+46701740633') }));
    await f.use(RotateLink).execute(poll.coordinator, id);
    expect(await revokedAt()).toBeNull();
    expect((await f.messages(poll.conferenceId)).filter((one) => one.kind === 'newLink' && one.state === 'planned')).toHaveLength(1);
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

  it('someone who consents anew after the link was closed can be invited again: another link, the answers kept', async () => {
    const poll = await f.anOpenPoll({});
    const [id] = poll.invitationIds as [string];
    await f.answer(id, { times: [{ timeId: poll.times.thu, value: 'yes' }] });
    const first = await hashOf(id);
    const [given] = await f.inTx((tx) => tx.find(Consent, { memberId: poll.memberIds[0]! }));
    await f.use(WithdrawConsent).execute(poll.coordinator, given!.id);
    await f.use(RevokeInvitation).execute(poll.coordinator, id);
    const send = () => f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(await send()).toMatchObject({ refused: [{ reason: 'consentWithdrawn' }] });
    await t.moveClockTo(new Date(NOW.getTime() + 60_000));
    await f.use(RecordConsent).execute(poll.coordinator, poll.memberIds[0]!, { purpose: 'contact', form: 'oral', givenOn: '2026-11-23', validUntil: null });
    const rowOf = async () => (await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId)).people[0]!;
    expect(await rowOf()).toMatchObject({ contactRefusal: null, invitation: { state: 'revoked', allowed: ['reopen'] } });
    expect(await send()).toMatchObject({ invited: [{ id, state: 'sent' }], refused: [] });
    expect(await hashOf(id)).not.toBe(first);
    expect(await f.inTx((tx) => tx.get(Invitation, id))).toMatchObject({ revokedAt: null, rotation: 1, consentId: expect.not.stringMatching(given!.id) });
    expect(await rowOf()).toMatchObject({ answer: { coming: 'yes' } });
    expect((await f.messages(poll.conferenceId)).filter((one) => one.state === 'planned')).toMatchObject([{ kind: 'invitation' }]);
    await f.answer(id);
  });

  it('someone invited again whose first message arrived gets the new link, since the one they have is dead', async () => {
    const poll = await f.anOpenPoll({});
    await f.inTx((tx) => tx.query(`UPDATE message SET state = 'delivered' WHERE municipality_id = $1 AND conference_id = $2`, [f.municipalityId, poll.conferenceId]));
    await f.use(RevokeInvitation).execute(poll.coordinator, poll.invitationIds[0]!);
    await t.moveClockTo(new Date(NOW.getTime() + 60_000));
    await f.use(RecordConsent).execute(poll.coordinator, poll.memberIds[0]!, { purpose: 'contact', form: 'oral', givenOn: '2026-11-23', validUntil: null });
    await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect((await f.messages(poll.conferenceId)).map((one) => [one.kind, one.state])).toEqual([['invitation', 'delivered'], ['newLink', 'planned']]);
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
