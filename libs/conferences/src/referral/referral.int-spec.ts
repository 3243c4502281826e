import type { StaffAccess } from '@radslag/access';
import type { CaseView, ReferralContent } from '@radslag/contracts';
import { FocalPerson, NetworkMember, Referral, Task, type Tx } from '@radslag/db';
import { anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { AnswerOffer, LogOffer } from '../offers';
import { AcceptReferral, AllocateCoordinator, CaseAnswer, CloseReferral, DeclareConflict, ListCoordinators, ReturnReferral, SaveReferral, StartReferral, SubmitReferral } from '.';

/** The row is what these rules are about; how a case is shown is reporting's. */
class RowAnswer extends CaseAnswer {
  async view(tx: Tx, _staff: StaffAccess, referralId: string): Promise<CaseView> {
    return (await tx.get(Referral, referralId)) as unknown as CaseView;
  }
}

const whole: ReferralContent = {
  focalPersons: [{ givenName: 'Ella', familyName: 'Alm', birthDate: '2017-05-02', personalNumber: null, protected: false }],
  situation: 'Mamma är ofta trött.',
  worries: '',
  strengths: 'Mormor bor nära.',
  goals: '',
  questions: [{ text: 'Hur kommer Ella till skolan?' }, { text: 'Vem avlastar mamma?' }, { text: 'Vad gör vi om det blir sämre?' }],
  bottomLines: [],
  noBottomLines: true,
  resources: [{ text: 'Familjebehandlare' }],
  languages: ['so', 'sv'],
  holdBy: '2026-12-20',
};

describe('a referral', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
    await test.moveClockTo(new Date('2026-11-26T08:00:00Z'));
  });
  afterAll(() => test.close());

  const setUp = async () => {
    const { id } = await test.aMunicipality();
    const [worker, manager, coordinator, second] = await Promise.all([
      aStaffMember(test.db, id, 'socialWorker'),
      aStaffMember(test.db, id, 'manager'),
      aStaffMember(test.db, id, 'coordinator', 'Sanna Lind'),
      aStaffMember(test.db, id, 'coordinator', 'Ali Berg'),
    ]);
    const answer = new RowAnswer();
    const use = {
      start: new StartReferral(test.db, answer),
      save: new SaveReferral(test.db, answer),
      submit: new SubmitReferral(test.db, answer),
      giveBack: new ReturnReferral(test.db, answer),
      accept: new AcceptReferral(test.db, answer),
      allocate: new AllocateCoordinator(test.db, answer),
      declare: new DeclareConflict(test.db),
      close: new CloseReferral(test.db, answer),
      coordinators: new ListCoordinators(test.db),
    };
    const anAcceptedOffer = async () => {
      const offer = await new LogOffer(test.db).execute(worker, { about: 'E.A.', offeredOn: '2026-11-20' });
      await new AnswerOffer(test.db).execute(worker, offer.id, { answer: 'accepted', answeredOn: '2026-11-21' });
      return offer.id;
    };
    const aDraft = async () => use.start.execute(worker, await anAcceptedOffer());
    const anAllocated = async () => {
      const draft = await aDraft();
      await use.save.execute(worker, draft.id, 1, whole);
      await use.submit.execute(worker, draft.id, 2);
      await use.accept.execute(manager, draft.id, 3);
      return use.allocate.execute(manager, draft.id, { version: 4, coordinatorId: coordinator.userId });
    };
    const see = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(id, { kind: 'system' }, work);
    return { id, worker, manager, coordinator, second, ...use, anAcceptedOffer, aDraft, anAllocated, see };
  };

  it('begins from an accepted offer, once', async () => {
    const { worker, start, anAcceptedOffer } = await setUp();
    const offerId = await anAcceptedOffer();
    expect(await start.execute(worker, offerId)).toMatchObject({ reference: '2026-001', state: 'draft', socialWorkerId: worker.userId });
    await expect(start.execute(worker, offerId)).rejects.toMatchObject({ code: 'offer-already-used' });
    const open = await new LogOffer(test.db).execute(worker, { about: 'L.S.', offeredOn: '2026-11-20' });
    await expect(start.execute(worker, open.id)).rejects.toMatchObject({ code: 'offer-not-accepted' });
  });

  it('gives ten who start at once ten numbers in a row, each municipality its own', async () => {
    const { worker, start, anAcceptedOffer } = await setUp();
    const other = await setUp();
    const offers = [];
    for (let n = 0; n < 10; n++) offers.push(await anAcceptedOffer());
    const started = await Promise.all(offers.map((offerId) => start.execute(worker, offerId)));
    expect(started.map((one) => one.reference).sort()).toEqual(['001', '002', '003', '004', '005', '006', '007', '008', '009', '010'].map((n) => `2026-${n}`));
    expect(await other.aDraft()).toMatchObject({ reference: '2026-001' });
  });

  it('counts the year as it is in Sweden', async () => {
    const { aDraft } = await setUp();
    await test.moveClockTo(new Date('2026-12-31T23:30:00Z'));
    expect(await aDraft()).toMatchObject({ reference: '2027-001' });
    await test.moveClockTo(new Date('2026-11-26T08:00:00Z'));
  });

  it('is saved half-written, and keeps the ids of what is still there', async () => {
    const { worker, save, aDraft, see } = await setUp();
    const draft = await aDraft();
    await save.execute(worker, draft.id, 1, { ...whole, resources: [], holdBy: null });
    const questions = () => see((tx) => tx.query<{ id: string; position: number }>('SELECT id, position FROM family_question WHERE referral_id = $1 ORDER BY position', [draft.id]));
    const [first, second, third] = await questions();
    await save.execute(worker, draft.id, 2, { ...whole, questions: [{ id: third!.id, text: 'Vad gör vi då?' }, { text: 'Var sover Ella?' }, { id: first!.id, text: 'Hur kommer Ella till skolan?' }] });
    const after = await questions();
    expect(after.map((one) => one.id)).toEqual([third!.id, expect.any(String), first!.id]);
    expect(after.map((one) => one.id)).not.toContain(second!.id);
  });

  it('refuses a save on a version that somebody else has changed, and changes nothing', async () => {
    const { worker, save, aDraft, see } = await setUp();
    const draft = await aDraft();
    await save.execute(worker, draft.id, 1, whole);
    await expect(save.execute(worker, draft.id, 1, { ...whole, situation: 'Något annat' })).rejects.toMatchObject({ status: 412, code: 'stale-version' });
    expect(await see((tx) => tx.get(Referral, draft.id))).toMatchObject({ situation: 'Mamma är ofta trött.', version: 2 });
    const both = await Promise.allSettled([1, 2].map(() => save.execute(worker, draft.id, 2, whole)));
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes a personnummer or a samordningsnummer with its check digit, or none', async () => {
    const { worker, save, aDraft, see } = await setUp();
    const draft = await aDraft();
    const withNumber = (personalNumber: string | null) => ({ ...whole, focalPersons: [{ ...whole.focalPersons[0]!, personalNumber }] });
    const stored = () => see(async (tx) => (await tx.findOne(FocalPerson, { referralId: draft.id }))?.personalNumber);
    // From the tax agency's test series.
    await save.execute(worker, draft.id, 1, withNumber('170102-2384'));
    expect(await stored()).toBe('201701022384');
    await save.execute(worker, draft.id, 2, withNumber('20170162-2381'));
    expect(await stored()).toBe('201701622381');
    await expect(save.execute(worker, draft.id, 3, withNumber('170102-2385'))).rejects.toMatchObject({ code: 'invalid-personal-number' });
    await save.execute(worker, draft.id, 3, withNumber(null));
    expect(await stored()).toBeNull();
  });

  it('promises no day that has been', async () => {
    const { worker, save, aDraft } = await setUp();
    const draft = await aDraft();
    await expect(save.execute(worker, draft.id, 1, { ...whole, holdBy: '2026-11-25' })).rejects.toMatchObject({ code: 'date-in-past' });
  });

  it('is handed in whole, and says all that is missing at once', async () => {
    const { worker, submit, save, aDraft } = await setUp();
    const draft = await aDraft();
    const refusal = await submit.execute(worker, draft.id, 1).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, code: 'referral-incomplete', params: { blockers: [{ code: 'noFocalPerson' }, { code: 'noSituation' }, { code: 'tooFewQuestions' }, { code: 'bottomLinesUnsaid' }, { code: 'noResources' }] } });
    await save.execute(worker, draft.id, 1, whole);
    expect(await submit.execute(worker, draft.id, 2)).toMatchObject({ state: 'submitted', version: 3, submittedAt: expect.any(Date) });
    await expect(save.execute(worker, draft.id, 3, whole)).rejects.toMatchObject({ code: 'referral-not-draft' });
  });

  it('comes back with a reason and can be handed in again', async () => {
    const { worker, manager, submit, save, giveBack, aDraft } = await setUp();
    const draft = await aDraft();
    await save.execute(worker, draft.id, 1, whole);
    await submit.execute(worker, draft.id, 2);
    expect(await giveBack.execute(manager, draft.id, { version: 3, reason: 'Skriv om fråga två.' })).toMatchObject({ state: 'draft', returnReason: 'Skriv om fråga två.', submittedAt: null });
    expect(await submit.execute(worker, draft.id, 4)).toMatchObject({ state: 'submitted' });
  });

  it('goes to a coordinator of the municipality only', async () => {
    const { worker, manager, submit, save, accept, allocate, aDraft } = await setUp();
    const elsewhere = await setUp();
    const draft = await aDraft();
    await save.execute(worker, draft.id, 1, whole);
    await submit.execute(worker, draft.id, 2);
    await expect(allocate.execute(manager, draft.id, { version: 3, coordinatorId: worker.userId })).rejects.toMatchObject({ status: 409 });
    await accept.execute(manager, draft.id, 3);
    for (const coordinatorId of [worker.userId, elsewhere.coordinator.userId]) {
      await expect(allocate.execute(manager, draft.id, { version: 4, coordinatorId })).rejects.toMatchObject({ code: 'not-a-coordinator' });
    }
  });

  it('begins when the coordinator has no conflict, with the focal persons in the middle and nothing to send to', async () => {
    const { coordinator, declare, anAllocated, see } = await setUp();
    const { id } = await anAllocated();
    expect(await declare.execute(coordinator, id, { version: 5, conflict: false })).toEqual({ active: true });
    const [focal] = await see((tx) => tx.find(FocalPerson, { referralId: id }));
    expect(await see((tx) => tx.find(NetworkMember, { referralId: id }))).toMatchObject([
      { focalPersonId: focal!.id, givenName: 'Ella', state: 'agreed', ring: 'inner', relation: 'huvudperson', channel: 'staffOnly', phone: null, language: 'so', birthYear: '2017' },
    ]);
  });

  it('goes back to the managers when there is a conflict, and not to the same coordinator again', async () => {
    const { manager, coordinator, second, declare, allocate, anAllocated, see } = await setUp();
    const { id } = await anAllocated();
    expect(await declare.execute(coordinator, id, { version: 5, conflict: true })).toEqual({ active: false });
    expect(await see((tx) => tx.get(Referral, id))).toMatchObject({ state: 'accepted', coordinatorId: null });
    const tasks = () => see((tx) => tx.find(Task, { referralId: id }));
    expect(await tasks()).toMatchObject([{ kind: 'allocateCoordinator', reason: 'coordinatorRecused', doneAt: null }]);
    await expect(declare.execute(coordinator, id, { version: 6, conflict: false })).rejects.toMatchObject({ status: 404 });
    await expect(allocate.execute(manager, id, { version: 6, coordinatorId: coordinator.userId })).rejects.toMatchObject({ code: 'coordinator-recused' });
    await allocate.execute(manager, id, { version: 6, coordinatorId: second.userId });
    expect(await tasks()).toMatchObject([{ doneAt: expect.any(Date), endedBecause: 'allocated' }]);
  });

  it('is declared by its own coordinator and nobody else', async () => {
    const { second, declare, anAllocated } = await setUp();
    const { id } = await anAllocated();
    await expect(declare.execute(second, id, { version: 5, conflict: false })).rejects.toMatchObject({ status: 404 });
  });

  it('shows managers who has least to do first', async () => {
    const { manager, coordinator, second, coordinators, anAllocated } = await setUp();
    await anAllocated();
    expect((await coordinators.execute(manager)).coordinators).toEqual([
      { id: second.userId, name: 'Ali Berg', activeCases: 0 },
      { id: coordinator.userId, name: 'Sanna Lind', activeCases: 1 },
    ]);
  });

  it('is not closed over the heads of people who have been asked for a time', async () => {
    const { id } = await test.aMunicipality();
    const fixture = await anActiveCase(test.db, id);
    const { close } = await setUp();
    await test.db.inMunicipality(id, { kind: 'system' }, (tx) =>
      tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1, $2, $3, 'polling', app_now())`, [id, tx.newId(), fixture.referralId]),
    );
    await expect(close.execute(fixture.manager, fixture.referralId, { version: 1, reason: 'moved' })).rejects.toMatchObject({ status: 409, params: { entity: 'conference' } });
    await test.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.query(`UPDATE conference SET state = 'cancelled' WHERE referral_id = $1`, [fixture.referralId]));
    expect(await close.execute(fixture.manager, fixture.referralId, { version: 1, reason: 'moved' })).toMatchObject({ state: 'closed', closingReason: 'moved' });
  });

  it('does not exist for another municipality, nor for a colleague who did not write it', async () => {
    const here = await setUp();
    const there = await setUp();
    const draft = await here.aDraft();
    const colleague = await aStaffMember(test.db, here.id, 'socialWorker');
    for (const staff of [there.worker, there.manager, colleague]) {
      await expect(here.save.execute(staff, draft.id, 1, whole)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('writes each move into the log of the case', async () => {
    const { coordinator, declare, anAllocated, see } = await setUp();
    const { id } = await anAllocated();
    await declare.execute(coordinator, id, { version: 5, conflict: false });
    const actions = await see((tx) => tx.query<{ action: string }>('SELECT action FROM audit_entry WHERE referral_id = $1 ORDER BY seq', [id]));
    expect(actions.map((one) => one.action)).toEqual(['referral.start', 'referral.save', 'referral.submit', 'referral.accept', 'referral.allocate', 'referral.activate']);
  });
});
