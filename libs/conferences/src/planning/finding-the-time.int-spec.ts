import type { StaffAccess } from '@radslag/access';
import { Answer, FocalPerson, Invitation, MessageTemplate, ProposedTime } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { CancelConference, IssueCode, PlanConference, PreviewInvitations, ProposeTimes, ReadConference, ReadMatrix, RecordAnswer, RevokeInvitation, SendInvitations } from '.';
import { at, NOW, onTimes, PollFixture, refusedWith, SAT, THU, TUE } from './poll-fixture';

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

describe('proposing times', () => {
  it.each([
    ['fewer than three', { times: [TUE, THU] }, 'too-few-times'],
    ['a date that has been', { times: [at('2026-11-20T17:00'), TUE, THU] }, 'date-in-past'],
    ['an end before the start', { times: [{ startsLocal: '2026-12-08T17:00', endsLocal: '2026-12-08T16:00' }, THU, SAT] }, 'ends-before-start'],
    ['the same time twice', { times: [TUE, TUE, SAT] }, 'same-time-twice'],
    ['a last day to answer that is the first day to meet', { answerBy: '2026-12-08' }, 'answer-by-too-late'],
    ['a last day to answer that has been', { answerBy: '2026-11-22' }, 'date-in-past'],
  ])('refuses %s, and nothing is changed', async (_name, change, code) => {
    const { coordinator, referralId } = await f.aCase();
    const { id } = await f.use(PlanConference).execute(coordinator, referralId);
    await expect(f.use(ProposeTimes).execute(coordinator, id, { version: 1, times: [TUE, THU, SAT], answerBy: '2026-12-01', ...change })).rejects.toEqual(refusedWith(code));
    expect(await f.use(ReadConference).execute(coordinator, id)).toMatchObject({ state: 'planning', version: 1, times: [] });
  });

  it('refuses 31 February, which is no date', async () => {
    const { coordinator, referralId } = await f.aCase();
    const { id } = await f.use(PlanConference).execute(coordinator, referralId);
    await expect(f.use(ProposeTimes).execute(coordinator, id, { version: 1, times: [at('2027-02-31T17:00'), THU, SAT], answerBy: '2026-12-01' })).rejects.toEqual(refusedWith('invalid-input', 400));
  });

  it('is planned once: a second conference waits until the first is held or cancelled', async () => {
    const { coordinator, referralId } = await f.aCase();
    const first = await f.use(PlanConference).execute(coordinator, referralId);
    await expect(f.use(PlanConference).execute(coordinator, referralId)).rejects.toEqual(refusedWith('conference-already-planned'));
    await f.use(CancelConference).execute(coordinator, first.id, { version: 1, reason: 'illness' });
    expect((await f.use(PlanConference).execute(coordinator, referralId)).kind).toBe('first');
  });

  it('keeps answers to times that stay; a time that was moved is another time, and one that comes back has its answers back', async () => {
    const poll = await f.anOpenPoll({});
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'no', 'yes') });
    const propose = (version: number, times: { startsLocal: string; endsLocal: string }[]) => f.use(ProposeTimes).execute(poll.coordinator, poll.conferenceId, { version, times, answerBy: '2026-12-01' });
    const later = at('2026-12-10T17:30');
    const moved = await propose(2, [TUE, later, SAT]);
    expect(moved.times.map((time) => time.id)).toEqual([poll.times.tue, expect.not.stringMatching(poll.times.thu), poll.times.sat]);
    const ranking = (await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId)).ranking;
    expect(ranking.find((one) => one.timeId === moved.times[1]!.id)).toMatchObject({ unanswered: 1 });
    expect((await propose(3, [TUE, THU, SAT])).times.map((time) => time.id)).toEqual(Object.values(poll.times));
    expect((await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId)).ranking.find((one) => one.timeId === poll.times.thu)).toMatchObject({ cannot: 1 });
    const rows = await f.inTx((tx) => tx.find(ProposedTime, { conferenceId: poll.conferenceId }));
    expect(rows).toHaveLength(4);
  });

  it('refuses a change built on an older version', async () => {
    const poll = await f.aPoll();
    await expect(f.use(ProposeTimes).execute(poll.coordinator, poll.conferenceId, { version: 1, times: [TUE, THU, SAT], answerBy: '2026-12-01' })).rejects.toEqual(refusedWith('stale-version', 412));
  });
});

describe('inviting', () => {
  it('refuses each person without consent with the reason, and invites the others', async () => {
    const poll = await f.aPoll({}, { consented: false });
    const [anna, bo] = poll.memberIds as [string, string];
    const sent = await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [bo, anna]);
    expect(sent.invited).toEqual([expect.objectContaining({ memberId: anna, state: 'sent', secondStep: 'birthYear', expiresAt: '2027-02-10T23:00:00.000Z' })]);
    expect(sent.refused).toEqual([{ memberId: bo, reason: 'noConsent' }]);
    expect(await f.messages(poll.conferenceId)).toEqual([expect.objectContaining({ kind: 'invitation', state: 'planned', member_id: anna })]);
  });

  it('asks nobody whom the focal person has not agreed to, consent or not', async () => {
    const poll = await f.aPoll({ state: 'suggested' }, { state: 'suggested', protected: true, phone: null, channel: 'staffOnly' }, { protected: true, phone: null, channel: 'staffOnly', consented: false });
    const [suggested, hidden, unasked] = poll.memberIds as [string, string, string];
    const sent = await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(sent).toEqual({ invited: [], refused: [{ memberId: suggested, reason: 'notAgreed' }, { memberId: hidden, reason: 'notAgreed' }, { memberId: unasked, reason: 'noConsent' }] });
    expect(await f.inTx((tx) => tx.find(Invitation, { conferenceId: poll.conferenceId }))).toEqual([]);
    expect(await f.openTasks(poll.conferenceId)).toEqual([]);
  });

  it('is refused by the database too when the check is gone round: no row for a person without consent, nor on someone else’s', async () => {
    const poll = await f.aPoll({ consented: false }, {});
    const [bo, anna] = poll.memberIds as [string, string];
    const forced = (consentId: string) =>
      f.inTx((tx) =>
        tx.insert(Invitation, { conferenceId: poll.conferenceId, memberId: bo, consentId, state: 'notSent', rotation: 0, tokenHash: Buffer.from(newId()), expiresAt: NOW, revokedAt: null, secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: null, answeredAt: null, createdAt: NOW }),
      );
    const byTrigger = expect.objectContaining({ driverError: expect.objectContaining({ constraint: 'contact_consent_required' }) });
    const annas = await f.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM consent WHERE municipality_id = $1 AND member_id = $2', [f.municipalityId, anna]));
    await expect(forced(newId())).rejects.toEqual(byTrigger);
    await expect(forced(annas[0]!.id)).rejects.toEqual(byTrigger);
  });

  it('invites the same person once, however often it is pressed', async () => {
    const poll = await f.anOpenPoll({});
    const again = await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [...poll.memberIds, ...poll.memberIds]);
    expect(again.invited.map((one) => one.id)).toEqual(poll.invitationIds);
    expect(await f.messages(poll.conferenceId)).toHaveLength(1);
  });

  it('makes a call to make of someone who agrees to be contacted but gets no SMS, and their answer can be written down', async () => {
    const poll = await f.aPoll({ noSms: true }, { protected: true, phone: null, channel: 'staffOnly' });
    const [bo, skyddad] = poll.memberIds as [string, string];
    const sent = await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(sent).toEqual({ invited: [], refused: [{ memberId: bo, reason: 'noSms' }, { memberId: skyddad, reason: 'personProtected' }] });
    expect(await f.messages(poll.conferenceId)).toEqual([]);
    const tasks = await f.openTasks(poll.conferenceId);
    expect(tasks.every((task) => task.kind === 'callMember' && task.assignedTo === poll.coordinator.userId)).toBe(true);
    expect(new Set(tasks.map((task) => task.memberId))).toEqual(new Set([bo, skyddad]));
    const said = await f.use(RecordAnswer).execute(poll.coordinator, poll.conferenceId, { memberId: bo, source: 'phone', coming: 'yes', mode: 'phone', times: onTimes(poll, 'yes', 'yes', 'no'), needs: [], spokesperson: '', note: 'Hör dåligt' });
    expect(said).toMatchObject({ source: 'phone', recordedBy: 'Sanna Lind', note: 'Hör dåligt' });
  });

  it('waits for times to choose between', async () => {
    const { coordinator, referralId } = await f.aCase();
    const { id } = await f.use(PlanConference).execute(coordinator, referralId);
    await expect(f.use(SendInvitations).execute(coordinator, id, [newId()])).rejects.toEqual(refusedWith('too-few-times'));
  });

  it('asks for a code where no birth year is known', async () => {
    const poll = await f.aPoll({ birthYear: null });
    const { invited } = await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(invited[0]).toMatchObject({ secondStep: 'none' });
    const { code } = await f.use(IssueCode).execute(poll.coordinator, invited[0]!.id);
    expect(code).toMatch(/^\d{6}$/);
    const stored = await f.inTx((tx) => tx.get(Invitation, invited[0]!.id));
    expect(stored).toMatchObject({ secondStep: 'code', failedSteps: 0, lockedUntil: null });
    expect(stored.codeHash).toHaveLength(32);
  });
});

describe('the matrix', () => {
  it('ranks by must-have people first, then by how many can, and says why', async () => {
    const poll = await f.anOpenPoll({ mustAttend: true }, { mustAttend: true }, {}, {});
    const [mother, father, aunt] = poll.invitationIds as [string, string, string];
    // Tuesday: the father cannot. Thursday: both musts can, the aunt cannot. Saturday: one must can, one if need be.
    await f.answer(mother, { times: onTimes(poll, 'yes', 'yes', 'yes') });
    await f.answer(father, { times: onTimes(poll, 'no', 'yes', 'ifNeedBe') });
    await f.answer(aunt, { times: onTimes(poll, 'yes', 'no', 'yes') });
    const matrix = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    expect(matrix.ranking.map((time) => time.timeId)).toEqual([poll.times.thu, poll.times.sat, poll.times.tue]);
    expect(matrix.ranking[0]).toMatchObject({ rank: 1, can: 2, cannot: 1, unanswered: 1, mustCan: 2, mustTotal: 2, missingMustIds: [] });
    expect(matrix.ranking[0]!.reasons.map((reason) => reason.code)).toContain('allMustCan');
    expect(matrix.ranking[2]!.reasons).toContainEqual({ code: 'mustMissing', memberIds: [poll.memberIds[1]] });
    expect(matrix).toMatchObject({ answered: 3, invited: 4 });
    expect(matrix.people.slice(0, 2).every((person) => person.mustAttend)).toBe(true);
  });

  it('counts those who are invited and those who must attend, and nobody else: not the child nobody has asked, not a link that was closed', async () => {
    const poll = await f.anOpenPoll({}, {}, {});
    await f.inTx(async (tx) => {
      const [child] = await tx.find(FocalPerson, { referralId: poll.referralId });
      await aMember(tx, poll.referralId, { focalPersonId: child!.id, channel: 'staffOnly', phone: null, consented: false });
    });
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'yes', 'yes') });
    await f.answer(poll.invitationIds[1]!, { times: onTimes(poll, 'yes', 'yes', 'yes') });
    await f.use(RevokeInvitation).execute(poll.coordinator, poll.invitationIds[1]!);
    const matrix = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    // 1 can + 1 silent = the 2 invited.
    expect(matrix).toMatchObject({ invited: 2, answered: 1, ranking: [{ can: 1, unanswered: 1 }, { can: 1, unanswered: 1 }, { can: 1, unanswered: 1 }] });
  });

  it('counts a no to coming as a no to every time', async () => {
    const poll = await f.anOpenPoll({});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    expect((await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId)).ranking.map((time) => time.cannot)).toEqual([1, 1, 1]);
  });

  it('shows a note and a worry to the case’s coordinator only', async () => {
    const poll = await f.anOpenPoll({});
    await f.answer(poll.invitationIds[0]!, { note: 'Jag vill inte sitta bredvid pappa.', worry: 'callMe', needs: [{ need: 'interpreter', detail: 'arabiska' }] });
    const seenBy = async (staff: StaffAccess) => (await f.use(ReadMatrix).execute(staff, poll.conferenceId)).people[0]!;
    expect(await seenBy(poll.coordinator)).toMatchObject({ needsInterpreter: true, answer: { note: 'Jag vill inte sitta bredvid pappa.', worry: 'callMe' } });
    expect(await seenBy(poll.socialWorker)).toMatchObject({ needsInterpreter: true, answer: { note: '', worry: null } });
    expect(await seenBy(poll.manager)).toMatchObject({ answer: { note: '', worry: null } });
  });

  it('has no name for a protected person', async () => {
    const poll = await f.aPoll({ protected: true, phone: null, channel: 'staffOnly', givenName: 'Märta', familyName: 'Öst', relation: 'moster' });
    const matrix = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    expect(matrix.people[0]).toMatchObject({ initials: '', shortName: 'moster', contactRefusal: 'personProtected' });
    expect(JSON.stringify(matrix)).not.toMatch(/Märta|Öst/);
  });

  it('takes as many queries for twelve people as for two', async () => {
    const count = async (people: number) => {
      const poll = await f.anOpenPoll(...Array.from({ length: people }, () => ({})));
      for (const id of poll.invitationIds) await f.answer(id, { times: onTimes(poll, 'yes', 'no', 'yes') });
      const spy = jest.spyOn(Object.getPrototypeOf(t.db.source.createQueryRunner()) as { query: (...args: unknown[]) => unknown }, 'query');
      await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
      const queries = spy.mock.calls.length;
      spy.mockRestore();
      return queries;
    };
    const few = await count(2);
    expect(few).toBeGreaterThan(5);
    expect(await count(12)).toBe(few);
  });
});

describe('the preview of an invitation', () => {
  it('is what will be sent: by the way each is reached, in their language, in the municipality’s own words', async () => {
    const poll = await f.aPoll({ language: 'fi' }, { language: 'ti' }, { noSms: true });
    await f.inTx((tx) => tx.insert(MessageTemplate, {
      kind: 'invitation', language: 'fi', version: 1, state: 'approved', body: 'Hei hei! Kysymys: {link} Soita {phone}', createdBy: poll.manager.userId, createdAt: tx.now, approvedBy: poll.coordinator.userId, approvedAt: tx.now,
      overrideReason: null, withdrawnBy: null, withdrawnAt: null,
    }));
    const effect = await f.preview(PreviewInvitations, SendInvitations).execute(poll.coordinator, poll.conferenceId, poll.memberIds);
    expect(effect).toMatchObject({ sms: 2, emails: 0, skipped: [{ memberId: poll.memberIds[2], reason: 'noSms' }] });
    expect(effect.texts.map(({ language }) => language)).toEqual(['fi', 'ti']);
    expect(effect.texts[0]!.text).toMatch(/^Hei hei! Kysymys: https?:\/\/\S+\/r\/[\w-]{22} Soita 070-/);
    expect(await f.inTx((tx) => tx.find(Invitation, { conferenceId: poll.conferenceId }))).toEqual([]);
  });
  it('shows nobody of another case', async () => {
    const [one, other] = [await f.aPoll({}), await f.aPoll({})];
    await expect(f.preview(PreviewInvitations, SendInvitations).execute(one.coordinator, one.conferenceId, other.memberIds)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('answering', () => {
  it('is a history: the last answer counts, the earlier ones stay', async () => {
    const poll = await f.anOpenPoll({});
    await f.answer(poll.invitationIds[0]!, { coming: 'maybe', times: onTimes(poll, 'yes', 'no', 'no') });
    await f.answer(poll.invitationIds[0]!, { coming: 'yes', times: onTimes(poll, 'no', 'yes', 'no') });
    const stored = await f.inTx((tx) => tx.find(Answer, { conferenceId: poll.conferenceId }, { order: { at: 'ASC', id: 'ASC' } }));
    expect(stored.map((one) => one.coming)).toEqual(['maybe', 'yes']);
    const { people } = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    expect(people[0]!.answer).toMatchObject({ coming: 'yes', source: 'web', recordedBy: null });
    expect(people[0]!.invitation).toMatchObject({ state: 'answered' });
  });

  it('cannot be rewritten or erased by the application', async () => {
    const poll = await f.anOpenPoll({});
    const { answerId } = await f.answer(poll.invitationIds[0]!);
    const attempt = (sql: string) => f.inTx((tx) => tx.query(sql, [f.municipalityId, answerId]));
    await expect(attempt(`UPDATE answer SET coming = 'no' WHERE municipality_id = $1 AND id = $2`)).rejects.toThrow(/permission denied/);
    await expect(attempt('DELETE FROM answer WHERE municipality_id = $1 AND id = $2')).rejects.toThrow(/permission denied/);
  });

  it('closes for the family when the last day has passed, and stays open for a letter that the coordinator opens', async () => {
    const poll = await f.anOpenPoll({});
    await t.moveClockTo(new Date('2026-12-01T22:59:00Z')); // 23.59 in Sweden on the last day
    await f.answer(poll.invitationIds[0]!);
    await t.moveClockTo(new Date('2026-12-01T23:01:00Z'));
    await expect(f.answer(poll.invitationIds[0]!)).rejects.toEqual(refusedWith('poll-closed'));
    const letter = { memberId: poll.memberIds[0]!, source: 'letter' as const, coming: 'yes' as const, mode: null, times: onTimes(poll, 'yes', 'yes', 'yes'), needs: [], spokesperson: '', note: '' };
    expect(await f.use(RecordAnswer).execute(poll.coordinator, poll.conferenceId, letter)).toMatchObject({ source: 'letter' });
  });

  it('asks about this conference’s times only', async () => {
    const [poll, other] = [await f.anOpenPoll({}), await f.anOpenPoll({})];
    await expect(f.answer(poll.invitationIds[0]!, { times: [{ timeId: other.times.tue, value: 'yes' }] })).rejects.toEqual(refusedWith('unknown-time'));
  });

  it('is refused once cancelled, and where nobody was invited', async () => {
    const poll = await f.anOpenPoll({});
    const uninvited = await f.aMember(poll.referralId);
    const recorded = { memberId: uninvited.id, source: 'visit' as const, coming: 'yes' as const, mode: null, times: [], needs: [], spokesperson: '', note: '' };
    await expect(f.use(RecordAnswer).execute(poll.coordinator, poll.conferenceId, recorded)).rejects.toEqual(refusedWith('not-invited'));
    await f.use(CancelConference).execute(poll.coordinator, poll.conferenceId, { version: 2, reason: 'withdrawn' });
    await expect(f.answer(poll.invitationIds[0]!)).rejects.toEqual(refusedWith('conference-cancelled', 409));
  });

  it('a worry calls the coordinator at once; unsure and no time that fits ask for a call, which a later answer settles', async () => {
    const poll = await f.anOpenPoll({});
    const [invitationId] = poll.invitationIds as [string];
    await f.answer(invitationId, { coming: 'maybe', worry: 'callMe', times: onTimes(poll, 'yes', 'no', 'no') });
    await f.answer(invitationId, { coming: 'maybe', worry: 'callMe', times: onTimes(poll, 'yes', 'no', 'no') });
    expect(await f.openTasks(poll.conferenceId)).toEqual([
      expect.objectContaining({ kind: 'worried', urgent: true, reason: 'callMe', assignedTo: poll.coordinator.userId }),
      expect.objectContaining({ kind: 'callMember', urgent: false, reason: 'maybe' }),
    ]);
    await f.answer(invitationId, { times: onTimes(poll, 'no', 'no', 'no') });
    expect((await f.openTasks(poll.conferenceId)).map((task) => task.reason)).toEqual(['callMe', 'noTimeFits']);
    await f.answer(invitationId, { times: onTimes(poll, 'yes', 'no', 'no') });
    expect((await f.openTasks(poll.conferenceId)).map((task) => task.reason)).toEqual(['callMe']);
  });
});
