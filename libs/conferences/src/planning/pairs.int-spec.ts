import { banOf, pairsOfCase, type StaffAccess } from '@radslag/access';
import { Conference, Invitation, MemberTie, PairDecision } from '@radslag/db';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { AddTie, ConfirmTime, DecidePair, MoveConference, PreviewInvitations, ReadCall, ReadDay, ReadMatrix, ReadNetwork, RemoveTie, RevokeInvitation, RevokePair, SendInvitations, SetVenue, WriteLetter } from '..';
import { at, NOW, onTimes, PollFixture, refusedWith, type Poll } from './poll-fixture';

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

const drawBan = (poll: Poll, from: string | null, to: string, rest: { kind?: 'contactBan' | 'keptApart'; bound?: string; until?: string } = {}) =>
  f.use(AddTie).execute(poll.coordinator, poll.referralId, { fromMemberId: from, toMemberId: to, kind: rest.kind ?? 'contactBan', until: rest.until ?? null, boundMemberId: rest.bound ?? null });
const decide = (poll: Poll, tieId: string, measure: 'separateRooms' | 'byPhoneOrVideo' | 'differentTimes' = 'separateRooms') => f.use(DecidePair).execute(poll.manager, tieId, { measure, ground: 'Familjens önskan. Två rum, personal i varje.' });
const refusedOf = async (poll: Poll, ids = poll.memberIds, staff: StaffAccess = poll.coordinator) => {
  const { invited, refused } = await f.use(SendInvitations).execute(staff, poll.conferenceId, ids);
  return { invited: invited.map((one) => one.memberId), refused };
};

describe('inviting where a contact ban stands', () => {
  it('refuses the one who is bound, by whatever door, and invites the others', async () => {
    const poll = await f.aPoll({}, {}, {});
    const [mother, ex, aunt] = poll.memberIds as [string, string, string];
    await drawBan(poll, ex, mother, { bound: ex });
    const preview = await f.preview(PreviewInvitations, SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(preview).toMatchObject({ sms: 2, skipped: [{ memberId: ex, reason: 'contactBan' }] });
    const matrix = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    expect(matrix.people.find((person) => person.memberId === ex)!.contactRefusal).toBe('contactBan');
    expect(await refusedOf(poll)).toEqual({ invited: [mother, aunt], refused: [{ memberId: ex, reason: 'contactBan' }] });
    expect((await f.messages(poll.conferenceId)).map((message) => message.member_id)).not.toContain(ex);
    expect(await f.use(ReadCall).execute(poll.coordinator, ex)).toMatchObject({ banUndecided: true, keptFrom: [{ kind: 'contactBan', decided: false }] });
  });

  it('refuses both where nobody has said whom the ban binds', async () => {
    const poll = await f.aPoll({}, {});
    await drawBan(poll, poll.memberIds[0]!, poll.memberIds[1]!);
    expect(await refusedOf(poll)).toEqual({ invited: [], refused: poll.memberIds.map((memberId) => ({ memberId, reason: 'contactBan' })) });
  });

  it('refuses somebody with a ban against the child', async () => {
    const poll = await f.aPoll({});
    await drawBan(poll, null, poll.memberIds[0]!);
    expect((await refusedOf(poll)).refused).toEqual([{ memberId: poll.memberIds[0], reason: 'contactBan' }]);
  });

  it('invites after a manager’s decision with ground and measure, which stands on the map, and refuses again when it is taken back', async () => {
    const poll = await f.aPoll({}, {});
    const [mother, ex] = poll.memberIds as [string, string];
    const ban = await drawBan(poll, ex, mother, { bound: ex });
    await decide(poll, ban.id);
    expect((await f.use(ReadNetwork).execute(poll.coordinator, poll.referralId)).ties[0]).toMatchObject({ boundMemberId: ex, decision: { measure: 'separateRooms', by: 'Birgitta Nord', ground: expect.stringContaining('Två rum') } });
    expect((await refusedOf(poll)).refused).toEqual([]);
    await f.use(RevokePair).execute(poll.manager, ban.id);
    expect((await f.use(ReadNetwork).execute(poll.coordinator, poll.referralId)).ties[0]!.decision).toBeNull();
    expect(await f.inTx((tx) => tx.find(PairDecision, { tieId: ban.id }))).toMatchObject([{ revokedBy: poll.manager.userId }]);
    expect((await f.openTasks(poll.conferenceId)).map((task) => [task.kind, task.urgent])).toContainEqual(['pairAtRisk', true]);
    expect((await refusedOf(poll)).refused.map((one) => one.memberId)).toEqual(expect.arrayContaining([ex]));
    const acts = await f.inTx((tx) => tx.query<{ action: string }>(`SELECT action FROM audit_entry WHERE referral_id = $1 AND action LIKE 'pair.%' ORDER BY seq`, [poll.referralId]));
    expect(acts.map((row) => row.action)).toEqual(['pair.decide', 'pair.revoke']);
  });

  it('is decided by a manager only, by the database’s word too', async () => {
    const poll = await f.aPoll({}, {});
    const ban = await drawBan(poll, poll.memberIds[0]!, poll.memberIds[1]!);
    const forged = { referralId: poll.referralId, tieId: ban.id, measure: 'other' as const, ground: 'x', decidedBy: poll.coordinator.userId, revokedAt: null, revokedBy: null };
    await expect(f.inTx((tx) => tx.insert(PairDecision, { ...forged, decidedAt: tx.now }))).rejects.toThrow(/only a manager/);
  });

  it('does not stop at a ban that has run out, was erased, or is against somebody who has left', async () => {
    const poll = await f.aPoll({}, {}, {}, {});
    const [a, b, c, d] = poll.memberIds as [string, string, string, string];
    await drawBan(poll, a, b, { until: '2026-11-22' });
    const erased = await drawBan(poll, b, c);
    await f.use(RemoveTie).execute(poll.coordinator, erased.id);
    await drawBan(poll, c, d, { bound: c });
    await f.inTx((tx) => tx.query('UPDATE network_member SET removed_at = app_now() WHERE id = $1', [d]));
    expect((await refusedOf(poll, [a, b, c])).refused).toEqual([]);
    expect(await f.inTx((tx) => tx.find(MemberTie, { id: erased.id }))).toMatchObject([{ removedBy: poll.coordinator.userId }]);
  });

  it('the database holds invitation rows by the same rule, in every case of the two', async () => {
    const poll = await f.anOpenPoll({}, {});
    const [a, b] = poll.memberIds as [string, string];
    const drawn = [await drawBan(poll, a, b), await drawBan(poll, a, b, { bound: a }), await drawBan(poll, null, a), await drawBan(poll, a, b, { until: '2026-11-22' }), await drawBan(poll, a, b, { kind: 'keptApart' })];
    let refused = 0;
    for (const tie of drawn) for (const decided of [false, true]) for (const invited of [null, a, b]) {
      await f.inTx(async (tx) => {
        await tx.query('UPDATE member_tie SET removed_at = app_now() WHERE referral_id = $1', [poll.referralId]);
        await tx.query(`UPDATE invitation SET state = CASE WHEN member_id = $2 THEN 'sent' ELSE 'revoked' END WHERE conference_id = $1`, [poll.conferenceId, invited]);
        await tx.query('UPDATE member_tie SET removed_at = NULL WHERE id = $1', [tie.id]);
        await tx.query('UPDATE pair_decision SET revoked_at = app_now(), revoked_by = $2 WHERE referral_id = $1 AND revoked_at IS NULL', [poll.referralId, poll.manager.userId]);
        if (decided) await tx.insert(PairDecision, { referralId: poll.referralId, tieId: tie.id, measure: 'other', ground: 'x', decidedBy: poll.manager.userId, decidedAt: tx.now, revokedAt: null, revokedBy: null });
        const pairs = await pairsOfCase(tx, poll.referralId);
        for (const id of [a, b].filter((one) => one !== invited)) {
          await tx.query('SAVEPOINT one');
          const written = await tx.query(`UPDATE invitation SET state = 'sent' WHERE conference_id = $1 AND member_id = $2`, [poll.conferenceId, id]).then(() => true, () => false);
          await tx.query('ROLLBACK TO SAVEPOINT one');
          if (!written) refused += 1;
          expect([drawn.indexOf(tie), decided, invited === id, written]).toEqual([drawn.indexOf(tie), decided, false, banOf(pairs, poll.conferenceId, id) === null]);
        }
      });
    }
    // Undecided: either of the first tie (2 when neither is invited, 1 and 1), the bound one of the second and the other once he is in, and the child's.
    expect(refused).toBe(4 + (1 + 1 + 1) + 2);
  });
});

describe('a ban that becomes known when both are invited', () => {
  const invitedBoth = async () => {
    const poll = await f.anOpenPoll({}, {});
    const [mother, ex] = poll.memberIds as [string, string];
    const ban = await drawBan(poll, ex, mother, { bound: ex });
    return { poll, mother, ex, ban };
  };

  it('is told to the coordinator at once, for each of them, and only once', async () => {
    const { poll, mother, ex, ban } = await invitedBoth();
    const tasks = (await f.openTasks(poll.conferenceId)).filter((task) => task.kind === 'pairAtRisk');
    expect(tasks.map((task) => [task.memberId, task.urgent, task.assignedTo]).sort()).toEqual([[ex, true, poll.coordinator.userId], [mother, true, poll.coordinator.userId]].sort());
    await decide(poll, ban.id);
    expect((await f.openTasks(poll.conferenceId)).filter((task) => task.kind === 'pairAtRisk')).toEqual([]);
  });

  it('lets no time be set or moved until it is decided, or one of them is not invited any more', async () => {
    const { poll, ex, ban } = await invitedBoth();
    const version = async () => (await f.inTx((tx) => tx.get(Conference, poll.conferenceId))).version;
    const confirm = async () => f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: await version(), timeId: poll.times.thu });
    await expect(confirm()).rejects.toEqual(refusedWith('ban-undecided'));
    await decide(poll, ban.id);
    await confirm();
    await f.use(RevokePair).execute(poll.manager, ban.id);
    const move = async () => f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: await version(), ...at('2026-12-11T16:30') });
    await expect(move()).rejects.toEqual(refusedWith('ban-undecided'));
    const theirs = await f.inTx((tx) => tx.find(Invitation, { conferenceId: poll.conferenceId, memberId: ex }));
    await f.use(RevokeInvitation).execute(poll.coordinator, theirs[0]!.id);
    expect((await move()).startsLocal).toBe('2026-12-11T16:30');
  });

  it('lets a time be set where the one who is bound has said no', async () => {
    const { poll, ex, mother } = await invitedBoth();
    const id = (memberId: string) => poll.invitationIds[poll.memberIds.indexOf(memberId)]!;
    await f.answer(id(ex), { coming: 'no', mode: null });
    await expect(f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu })).rejects.toEqual(refusedWith('ban-undecided'));
    await f.answer(id(mother), { coming: 'no', mode: null });
    expect((await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu })).state).toBe('confirmed');
  });

  it('no letter is written about the day', async () => {
    const { poll, ex } = await invitedBoth();
    await f.inTx(async (tx) => tx.query('UPDATE network_member SET postal_address = $2 WHERE id = $1', [ex, tx.keys.seal('network_member', ex, 'postal_address', 'Storgatan 1')]));
    await expect(f.use(WriteLetter).execute(poll.coordinator, ex)).rejects.toEqual(refusedWith('ban-undecided'));
  });
});

describe('times, the place and the day', () => {
  it('a time at which both of a pair could come goes last and says why; decided about it is split and counts as any other', async () => {
    const poll = await f.anOpenPoll({ mustAttend: true }, { mustAttend: true }, {});
    const [a, b] = poll.memberIds as [string, string];
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'yes', 'no') });
    await f.answer(poll.invitationIds[1]!, { times: onTimes(poll, 'yes', 'no', 'yes') });
    const tie = await drawBan(poll, a, b, { kind: 'keptApart' });
    const ranked = async () => (await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId)).ranking;
    expect((await ranked()).at(-1)).toMatchObject({ timeId: poll.times.tue, pairsMeet: 1, reasons: expect.arrayContaining([{ code: 'pairMeets', memberIds: [a, b] }]) });
    await decide(poll, tie.id, 'differentTimes');
    expect((await ranked())[0]).toMatchObject({ timeId: poll.times.tue, pairsMeet: 0, reasons: expect.arrayContaining([{ code: 'pairSplit', memberIds: [a, b] }]) });
  });

  it('the place is let out only when somebody has read by name who could be found there', async () => {
    const poll = await f.anOpenPoll({}, {});
    const [a, b] = poll.memberIds as [string, string];
    await drawBan(poll, a, b, { kind: 'keptApart' });
    const { version } = await f.inTx((tx) => tx.get(Conference, poll.conferenceId));
    const venue = { name: 'Fritidsgården', address: 'Skolgatan 3', directions: '', released: true };
    const release = (careTaken: string | null, change: Partial<typeof venue> = {}) => f.use(SetVenue).execute(poll.coordinator, poll.conferenceId, { version, venue: { ...venue, ...change }, careTaken });
    const asked = await release(null).catch((error: { code: string; params: { mark: string; care: unknown[] } }) => error as never);
    expect(asked).toMatchObject({ code: 'care-needed', params: { care: [{ code: 'keptApart', memberIds: [a, b] }] } });
    const { mark } = (asked as unknown as { params: { mark: string } }).params;
    await expect(release('guessed')).rejects.toMatchObject({ code: 'care-needed' });
    // The yes is to this place and these people, and to no others.
    await expect(release(mark, { address: 'Storgatan 1' })).rejects.toMatchObject({ code: 'care-needed' });
    expect((await release(mark)).venue.released).toBe(true);
  });

  it('the day says who is to be kept from whom, and whether the other is there', async () => {
    const poll = await f.anOpenPoll({}, {});
    const [a, b] = poll.memberIds as [string, string];
    await drawBan(poll, a, b, { kind: 'keptApart' });
    const { people } = await f.use(ReadDay).execute(poll.coordinator, poll.conferenceId);
    expect(people.find((person) => person.memberId === a)!.keptFrom).toEqual([{ memberId: b, kind: 'keptApart', measure: null, here: false }]);
    expect(people.find((person) => person.memberId === b)!.keptFrom).toMatchObject([{ memberId: a }]);
  });

  it('nobody takes messages for one from whom they are kept', async () => {
    const poll = await f.aPoll({}, {});
    const [a, b] = poll.memberIds as [string, string];
    await f.inTx((tx) => tx.query('UPDATE network_member SET delegate_id = $2 WHERE id = $1', [a, b]));
    await expect(drawBan(poll, a, b)).rejects.toEqual(refusedWith('pair-shares-messages'));
  });
});
