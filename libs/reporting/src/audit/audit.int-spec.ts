import { routes } from '@radslag/contracts';
import { anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { ReadCase } from '../cases';
import { ReadAuditLog } from '.';

describe('the access log', () => {
  let test: TestDatabase;
  let log: ReadAuditLog;
  beforeAll(async () => {
    test = await testDatabase();
    log = new ReadAuditLog(test.db);
  });
  afterAll(() => test.close());

  const setUp = async () => {
    const { id } = await test.aMunicipality();
    const at = await anActiveCase(test.db, id);
    const reviewer = await aStaffMember(test.db, id, 'logReviewer', 'Lotta Gran');
    const reads = async (times: number) => {
      for (let n = 0; n < times; n++) await new ReadCase(test.db).execute(at.coordinator, at.referralId);
    };
    const see = async (query: { before?: number; limit?: number; reference?: string } = {}) =>
      routes.readAuditLog.response.parse(await log.execute(reviewer, { limit: 100, ...query }));
    const reference = (await test.asOwner<{ reference: string }>('SELECT set_config($1, $2, false)', ['app.municipality', id]), await test.asOwner<{ reference: string }>('SELECT reference FROM referral WHERE id = $1', [at.referralId]))[0]!.reference;
    return { id, ...at, reviewer, reads, see, reference };
  };

  it('says who read which case, by number, without anything of what was in it', async () => {
    const { see, reads, reference } = await setUp();
    await reads(1);
    const { entries, chain } = await see();
    expect(entries).toEqual([{ seq: 1, at: expect.any(String), actorKind: 'staff', actor: 'Sanna Lind', action: 'case.read', entity: 'referral', reference }]);
    // Of a chain that has never been walked through nothing is said, whatever the page looks like.
    expect(chain).toEqual({ standing: 'never', last: null, breaks: [] });
    // Reading the log is in the log.
    expect((await see()).entries[0]).toMatchObject({ action: 'audit.read', actor: 'Lotta Gran' });
  });

  it('pages backwards, and finds one case', async () => {
    const { see, reads, reference } = await setUp();
    await reads(5);
    const first = await see({ limit: 3 });
    expect(first).toMatchObject({ entries: [{ seq: 5 }, { seq: 4 }, { seq: 3 }], next: 3 });
    expect(await see({ limit: 3, before: 3 })).toMatchObject({ entries: [{ seq: 2 }, { seq: 1 }], next: null });
    expect((await see({ reference })).entries).toHaveLength(5);
    expect((await see({ reference: '2019-999' })).entries).toEqual([]);
  });

  it('is each municipality’s own', async () => {
    const here = await setUp();
    const there = await setUp();
    await here.reads(2);
    expect(await there.see()).toEqual({ entries: [], next: null, chain: { standing: 'never', last: null, breaks: [] } });
  });
});
