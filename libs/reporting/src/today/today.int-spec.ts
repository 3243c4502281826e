import { TodayView } from '@radslag/contracts';
import { Conference, FamilyPlan, PlanAction, Referral, Task, type Tx } from '@radslag/db';
import { aMember, anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { FinishTask, ReadToday, ReopenTask } from '.';

describe('what to do now', () => {
  let test: TestDatabase;
  let read: ReadToday;
  let finish: FinishTask;
  let reopen: ReopenTask;
  beforeAll(async () => {
    test = await testDatabase();
    read = new ReadToday(test.db);
    finish = new FinishTask(test.db);
    reopen = new ReopenTask(test.db);
  });
  beforeEach(() => test.moveClockTo(new Date('2026-11-26T08:00:00Z')));
  afterAll(() => test.close());

  const aCase = async (municipalityId?: string) => {
    const id = municipalityId ?? (await test.aMunicipality()).id;
    const fixture = await anActiveCase(test.db, id);
    const see = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(id, { kind: 'system' }, work);
    return { id, see, ...fixture };
  };
  const aTask = (at: Awaited<ReturnType<typeof aCase>>, facts: Partial<Omit<Task, 'municipalityId'>>) =>
    at.see((tx) => tx.insert(Task, { referralId: at.referralId, assignedTo: at.coordinator.userId, kind: 'callMember', createdAt: tx.now, ...facts }));

  it('derives the next move of each case for the one whose move it is', async () => {
    const at = await aCase();
    const view = TodayView.parse(await read.execute(at.coordinator, 'mine'));
    const all = [...view.late, ...view.today, ...view.thisWeek, ...view.later];
    expect(all).toMatchObject([{ code: 'recordConsents', taskId: null, referralId: at.referralId, initials: 'E.A.', target: 'consent' }]);
    expect(view.cases).toHaveLength(1);
    expect(await read.execute(at.socialWorker, 'mine')).toMatchObject({ late: [], today: [], thisWeek: [], later: [], cases: [{ id: at.referralId }] });
  });

  it('puts a message that did not arrive before everything, with the person by short name', async () => {
    const at = await aCase();
    const member = await at.see((tx) => aMember(tx, at.referralId, { givenName: 'Yusuf', familyName: 'Ali' }));
    const task = await aTask(at, { kind: 'findOtherWay', memberId: member.id, reason: 'numberUnreachable' });
    expect((await read.execute(at.coordinator, 'mine')).late).toMatchObject([
      { key: task.id, taskId: task.id, code: 'findOtherWay', severity: 'failed', params: { person: 'Yusuf A.', reason: 'numberUnreachable' }, target: 'messages' },
    ]);
  });

  it('leaves out what can wait, and never what is urgent, of more than can be shown', async () => {
    const at = await aCase();
    await at.see((tx) => tx.query(`INSERT INTO task (municipality_id, id, referral_id, assigned_to, kind, reason, urgent, created_at) SELECT $1, gen_random_uuid(), $2, $3, 'callMember', 'maybe', false, app_now() - interval '1 day' FROM generate_series(1, 500)`, [at.id, at.referralId, at.coordinator.userId]));
    const cry = await aTask(at, { kind: 'inboundMessage', urgent: true });
    const view = await read.execute(at.coordinator, 'mine');
    expect([...view.late, ...view.today].map((task) => task.taskId)).toContain(cry.id);
  });

  it('says that sending is held, since when, why, and whom to ask', async () => {
    const at = await aCase();
    const admin = await aStaffMember(test.db, at.id, 'administrator', 'Kerstin Ek');
    expect(TodayView.parse(await read.execute(at.coordinator, 'mine')).held).toBeNull();
    await test.db.withoutTenant(`SELECT hold_sending('restored')`);
    try {
      const { held } = TodayView.parse(await read.execute(at.coordinator, 'mine'));
      expect(held).toEqual({ since: expect.stringContaining('2026-11-26T08:00:0'), because: 'restored', ask: [{ name: admin.name, phone: '+46701740612' }] });
    } finally {
      await test.db.withoutTenant('SELECT release_sending()');
    }
  });

  it('says of somebody to be reached that they are not to be called, as the gate has it now', async () => {
    const at = await aCase();
    const [suggested, silent, open] = await at.see(async (tx) => [await aMember(tx, at.referralId, { state: 'suggested' }), await aMember(tx, at.referralId, { noCalls: true }), await aMember(tx, at.referralId)]);
    for (const member of [suggested, silent, open]) await aTask(at, { memberId: member.id, reason: 'optedOut' });
    const rows = (await read.execute(at.coordinator, 'mine')).thisWeek.filter((task) => task.code === 'callMember');
    expect(rows.map((task) => [task.memberId, task.params['call']])).toEqual([[suggested.id, 'notAgreed'], [silent.id, 'noCalls'], [open.id, undefined]]);
  });

  it('tells staff what they have promised themselves, late or within the week, and nobody else', async () => {
    const at = await aCase();
    await at.see(async (tx) => {
      const member = await aMember(tx, at.referralId, { phone: null, channel: 'staffOnly', staffUserId: at.socialWorker.userId, professional: true });
      const conference = await tx.insert(Conference, { referralId: at.referralId, state: 'held', startsLocal: '2026-11-10T16:30', endsLocal: '2026-11-10T20:00', createdAt: tx.now });
      const plan = await tx.insert(FamilyPlan, { referralId: at.referralId, conferenceId: conference.id, state: 'accepted', presentedAt: tx.now, decidedAt: tx.now, createdAt: tx.now });
      const action = { planId: plan.id, questionId: at.questionIds[0]!, ownerId: member.id, state: 'open' as const, what: 'Ringa skolan' };
      await tx.insertMany(PlanAction, [{ ...action, position: 1, dueOn: '2026-11-25' }, { ...action, position: 2, dueOn: '2026-12-03' }, { ...action, position: 3, dueOn: '2026-12-04' }, { ...action, position: 4, dueOn: '2026-11-20', state: 'done' }]);
    });
    expect((await read.execute(at.socialWorker, 'mine')).late).toMatchObject([{ code: 'ownAction', severity: 'late', dueOn: '2026-11-25', params: { count: 2 }, taskId: null, referralId: at.referralId, target: 'followUp' }]);
    expect(JSON.stringify(await read.execute(at.manager, 'unit'))).not.toContain('ownAction');
  });

  it('says no name of a protected person', async () => {
    const at = await aCase();
    const member = await at.see((tx) => aMember(tx, at.referralId, { phone: null, protected: true, channel: 'staffOnly' }));
    await aTask(at, { memberId: member.id });
    expect((await read.execute(at.coordinator, 'mine')).thisWeek.filter((task) => task.taskId !== null)).toMatchObject([{ memberId: member.id, params: { call: 'personProtected' } }]);
    expect((await read.execute(at.coordinator, 'mine')).thisWeek.find((task) => task.memberId === member.id)!.params).not.toHaveProperty('person');
  });

  it('sorts by the day in Sweden', async () => {
    const at = await aCase();
    // 23.30 UTC on Thursday is Friday there.
    await test.moveClockTo(new Date('2026-11-26T23:30:00Z'));
    await aTask(at, { kind: 'today', dueAt: new Date('2026-11-27T13:00:00Z') });
    await aTask(at, { kind: 'yesterday', dueAt: new Date('2026-11-26T13:00:00Z') });
    await aTask(at, { kind: 'sunday', dueAt: new Date('2026-11-29T13:00:00Z') });
    await aTask(at, { kind: 'nextWeek', dueAt: new Date('2026-12-01T13:00:00Z') });
    const view = await read.execute(at.coordinator, 'mine');
    const codes = (group: keyof Pick<TodayView, 'late' | 'today' | 'thisWeek' | 'later'>) => view[group].map((task) => task.code).filter((code) => code !== 'recordConsents');
    expect([codes('late'), codes('today'), codes('thisWeek'), codes('later')]).toEqual([['yesterday'], ['today'], ['sunday'], ['nextWeek']]);
  });

  it('keeps what is done until the list is left, and takes it back', async () => {
    const at = await aCase();
    const task = await aTask(at, {});
    await finish.execute(at.coordinator, task.id);
    await finish.execute(at.coordinator, task.id);
    const done = (await read.execute(at.coordinator, 'mine')).today.find((one) => one.taskId === task.id);
    expect(done).toMatchObject({ doneAt: expect.any(String), severity: 'normal' });
    await reopen.execute(at.coordinator, task.id);
    expect((await read.execute(at.coordinator, 'mine')).thisWeek.find((one) => one.taskId === task.id)).toMatchObject({ doneAt: null });
    await finish.execute(at.coordinator, task.id);
    await test.moveClockTo(new Date('2026-11-27T08:00:00Z'));
    expect(JSON.stringify(await read.execute(at.coordinator, 'mine'))).not.toContain(task.id);
  });

  it('shows where to be today, and nothing of tomorrow', async () => {
    const at = await aCase();
    const conference = await at.see(async (tx) => {
      await tx.insert(Conference, { referralId: at.referralId, state: 'confirmed', startsLocal: '2026-11-27T16:30', endsLocal: '2026-11-27T20:00', createdAt: tx.now });
      return tx.insert(Conference, { referralId: at.referralId, state: 'confirmed', startsLocal: '2026-11-26T16:30', endsLocal: '2026-11-26T20:00', venueName: 'Alnäs fritidsgård', createdAt: tx.now });
    });
    expect((await read.execute(at.coordinator, 'mine')).agenda).toEqual([
      { conferenceId: conference.id, referralId: at.referralId, initials: 'E.A.', reference: expect.any(String), startsLocal: '2026-11-26T16:30', endsLocal: '2026-11-26T20:00', venue: 'Alnäs fritidsgård' },
    ]);
  });

  it('gives managers what waits for a manager, and the whole unit when they ask', async () => {
    const at = await aCase();
    const waiting = await aCase(at.id);
    await at.see((tx) => tx.update(Referral, waiting.referralId, { state: 'accepted', coordinatorId: null }));
    await aTask(waiting, { kind: 'allocateCoordinator', assignedTo: null, reason: 'coordinatorRecused', urgent: true });
    const mine = await read.execute(at.manager, 'mine');
    // The written task says why; the derived one of the same case does not stand beside it.
    expect([...mine.late, ...mine.today, ...mine.thisWeek, ...mine.later]).toMatchObject([{ code: 'allocateCoordinator', params: { reason: 'coordinatorRecused' }, target: 'referral' }]);
    const unit = await read.execute(at.manager, 'unit');
    expect([...unit.late, ...unit.today, ...unit.thisWeek, ...unit.later].map((task) => task.code).sort()).toEqual(['allocateCoordinator', 'recordConsents']);
    expect(await read.execute(at.coordinator, 'unit')).toMatchObject({ cases: [{ id: at.referralId }] });
  });

  it('tells a worry to the case’s coordinator and nobody else', async () => {
    const at = await aCase();
    const task = await aTask(at, { kind: 'worried', urgent: true });
    expect(JSON.stringify(await read.execute(at.coordinator, 'mine'))).toContain(task.id);
    for (const scope of ['mine', 'unit'] as const) expect(JSON.stringify(await read.execute(at.manager, scope))).not.toContain(task.id);
  });

  it('lets nobody settle a task of a case that is not theirs', async () => {
    const at = await aCase();
    const elsewhere = await aCase();
    const task = await aTask(at, {});
    for (const staff of [elsewhere.manager, elsewhere.coordinator, await aStaffMember(test.db, at.id, 'coordinator')]) {
      await expect(finish.execute(staff, task.id)).rejects.toMatchObject({ status: 404 });
    }
    expect(await at.see((tx) => tx.get(Task, task.id))).toMatchObject({ doneAt: null });
  });
});
