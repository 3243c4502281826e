import { Offer } from '@radslag/contracts';
import { aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { AnswerOffer, ListOffers, LogOffer } from '.';

describe('the offer log', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
    await test.moveClockTo(new Date('2026-11-26T08:00:00Z'));
  });
  afterAll(() => test.close());

  const setUp = async () => {
    const municipality = await test.aMunicipality();
    const [worker, other, manager] = await Promise.all([
      aStaffMember(test.db, municipality.id, 'socialWorker', 'Jonas Holm'),
      aStaffMember(test.db, municipality.id, 'socialWorker'),
      aStaffMember(test.db, municipality.id, 'manager'),
    ]);
    const use = { log: new LogOffer(test.db), answer: new AnswerOffer(test.db), list: new ListOffers(test.db) };
    return { municipality, worker, other, manager, ...use };
  };

  it('keeps an accepted offer as it was made', async () => {
    const { worker, log, answer } = await setUp();
    const offer = await log.execute(worker, { about: 'E.A. och pappa', offeredOn: '2026-11-20' });
    expect(Offer.parse(offer)).toMatchObject({ state: 'offered', about: 'E.A. och pappa', offeredBy: { id: worker.userId, name: 'Jonas Holm' } });
    expect(await answer.execute(worker, offer.id, { answer: 'accepted', answeredOn: '2026-11-25' })).toMatchObject({ state: 'accepted', about: 'E.A. och pappa', answeredOn: '2026-11-25' });
  });

  it('keeps the reason of a no and nothing about whom it was', async () => {
    const { worker, log, answer, list } = await setUp();
    const offer = await log.execute(worker, { about: 'W.N. och mormor', offeredOn: '2026-11-20' });
    await answer.execute(worker, offer.id, { answer: 'declined', answeredOn: '2026-11-25', reason: 'keepRelativesOut' });
    expect((await list.execute(worker)).offers).toMatchObject([{ state: 'declined', about: null, declineReason: 'keepRelativesOut', answeredOn: '2026-11-25' }]);
    expect(await test.db.inMunicipality(worker.municipalityId, { kind: 'system' }, (tx) => tx.query('SELECT about FROM offer WHERE id = $1', [offer.id]))).toEqual([{ about: null }]);
  });

  it('takes one answer only', async () => {
    const { worker, log, answer } = await setUp();
    const offer = await log.execute(worker, { about: 'M.K.', offeredOn: '2026-11-20' });
    await answer.execute(worker, offer.id, { answer: 'declined', answeredOn: '2026-11-25', reason: 'notSaid' });
    await expect(answer.execute(worker, offer.id, { answer: 'accepted', answeredOn: '2026-11-26' })).rejects.toMatchObject({ status: 409, code: 'transition-not-allowed' });
  });

  it('knows no offer of tomorrow: today is the day in Sweden', async () => {
    const { worker, log } = await setUp();
    await expect(log.execute(worker, { about: 'L.S.', offeredOn: '2026-11-27' })).rejects.toMatchObject({ code: 'date-in-future' });
    // 23.30 UTC on the 26th is half past midnight on the 27th in Sweden.
    await test.moveClockTo(new Date('2026-11-26T23:30:00Z'));
    await log.execute(worker, { about: 'L.S.', offeredOn: '2026-11-27' });
    await test.moveClockTo(new Date('2026-11-26T08:00:00Z'));
  });

  it('is a social worker’s own, and the manager’s for the whole municipality', async () => {
    const { worker, other, manager, log, list, answer } = await setUp();
    const offer = await log.execute(worker, { about: 'A.Ö.', offeredOn: '2026-11-20' });
    expect((await list.execute(other)).offers).toEqual([]);
    expect((await list.execute(manager)).offers.map((one) => one.id)).toEqual([offer.id]);
    await expect(answer.execute(other, offer.id, { answer: 'accepted', answeredOn: '2026-11-25' })).rejects.toMatchObject({ status: 404 });
  });

  it('stays inside the municipality', async () => {
    const here = await setUp();
    const there = await setUp();
    const offer = await here.log.execute(here.worker, { about: 'T.J.', offeredOn: '2026-11-20' });
    await expect(there.answer.execute(there.worker, offer.id, { answer: 'accepted', answeredOn: '2026-11-25' })).rejects.toMatchObject({ status: 404 });
    expect((await there.list.execute(there.manager)).offers).toEqual([]);
  });
});
