import 'reflect-metadata';
import { AnsweredBefore, asStaff, Housekeeping, withIdempotency } from '@radslag/access';
import { IdempotentAnswer, Task } from '@radslag/db';
import { aStaffMember, testDatabase, type TestDatabase } from './index';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const aTask = (kind: string) => ({ kind, createdAt: new Date('2026-11-02T08:00:00Z') });

describe('a call with a key', () => {
  it('leaves nothing behind when the work fails, so that it can be tried again with the same key', async () => {
    const m = await t.aMunicipality();
    const staff = await aStaffMember(t.db, m.id, 'coordinator');
    const call = () => ({ key: 'nyckel-ett', userId: staff.userId, requestHash: Buffer.from('a') });
    await expect(
      withIdempotency(call(), () =>
        asStaff(t.db, staff, async (tx) => {
          await tx.insert(Task, aTask('a'));
          throw new Error('the worker died');
        }),
      ),
    ).rejects.toThrow('the worker died');
    await expect(withIdempotency(call(), () => asStaff(t.db, staff, async (tx) => (await tx.insert(Task, aTask('b'))).kind))).resolves.toBe('b');
    expect((await asStaff(t.db, staff, (tx) => tx.find(Task))).map((x) => x.kind)).toEqual(['b']);
  });

  it('keeps the first answer sealed, gives it again, and forgets it after a day', async () => {
    const m = await t.aMunicipality();
    const staff = await aStaffMember(t.db, m.id, 'coordinator');
    const again = () => withIdempotency({ key: 'nyckel-tva', userId: staff.userId, requestHash: Buffer.from('a') }, () => asStaff(t.db, staff, async () => ({ name: 'Fadumo' })));
    await again();
    await expect(again()).rejects.toMatchObject(new AnsweredBefore({ name: 'Fadumo' }));
    const [row] = await asStaff(t.db, staff, (tx) => tx.find(IdempotentAnswer));
    expect(row!.answer!.includes('Fadumo')).toBe(false);
    await t.moveClockTo(new Date((await t.db.now()).getTime() + 25 * 3_600_000));
    await new Housekeeping(t.db).execute();
    expect(await asStaff(t.db, staff, (tx) => tx.find(IdempotentAnswer))).toEqual([]);
  });
});
