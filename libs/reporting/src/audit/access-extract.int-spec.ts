import { asStaff, openCase, openMember } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { Task } from '@radslag/db';
import { aMember, anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { ListAccessRequests, ReadAccessExtract } from '.';

describe('who has opened somebody’s data', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  const setUp = async () => {
    const { id } = await test.aMunicipality();
    const at = await anActiveCase(test.db, id);
    const reviewer = await aStaffMember(test.db, id, 'logReviewer', 'Lotta Gran');
    const person = async () => test.db.inMunicipality(id, { kind: 'system' }, (tx) => aMember(tx, at.referralId));
    const [asks, other] = [await person(), await person()];
    const ask = (memberId = asks.id, doneAt: Date | null = null) =>
      test.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
        const { id: taskId } = await tx.insert(Task, { referralId: at.referralId, conferenceId: null, memberId, messageId: null, kind: 'whoHasOpened', reason: null, urgent: false, assignedTo: at.coordinator.userId, createdAt: tx.now, dueAt: tx.now, doneAt, doneBy: null });
        return taskId;
      });
    const requests = async () => routes.listAccessRequests.response.parse(await new ListAccessRequests(test.db).execute(reviewer));
    const extract = async (taskId: string) => routes.readAccessExtract.response.parse(await new ReadAccessExtract(test.db).execute(reviewer, taskId));
    const opens = (action: 'network.read' | 'times.propose') => asStaff(test.db, at.coordinator, (tx) => openCase(tx, at.coordinator, at.referralId, { action }));
    const opensPerson = (memberId: string, action: 'call.read' | 'member.change') => asStaff(test.db, at.coordinator, (tx) => openMember(tx, at.coordinator, memberId, { action }));
    return { id, ...at, reviewer, asks, other, ask, requests, extract, opens, opensPerson };
  };

  it('is asked for by case: the reviewer never hears who', async () => {
    const { ask, requests, asks } = await setUp();
    const taskId = await ask();
    const waiting = await requests();
    expect(waiting).toEqual([{ taskId, reference: expect.stringMatching(/^\d{4}-\d{3}$/), askedAt: expect.any(String), handledBy: 'Sanna Lind' }]);
    expect(JSON.stringify(waiting)).not.toContain(asks.id);
  });

  it('waits no longer when it has been passed on, and can still be opened', async () => {
    const { ask, requests, extract, opens } = await setUp();
    await opens('network.read');
    const taskId = await ask(undefined, await test.db.now());
    expect(await requests()).toEqual([]);
    expect((await extract(taskId)).lines).toHaveLength(1);
  });

  it('has what opened the network and what was done with this person, a line a day, and nothing of the others', async () => {
    const { ask, extract, opens, opensPerson, asks, other } = await setUp();
    await opens('network.read');
    await opens('network.read');
    await opens('times.propose');
    await opensPerson(asks.id, 'call.read');
    await opensPerson(other.id, 'member.change');
    const { lines, cut } = await extract(await ask());
    expect(lines).toEqual([
      { on: expect.any(String), by: 'Sanna Lind', role: 'coordinator', kind: 'staff', action: 'call.read', times: 1 },
      { on: lines[0]!.on, by: 'Sanna Lind', role: 'coordinator', kind: 'staff', action: 'network.read', times: 2 },
    ]);
    expect(cut).toBe(false);
  });

  it('is itself in the log, as something done with the person', async () => {
    const { ask, extract } = await setUp();
    const taskId = await ask();
    await extract(taskId);
    expect((await extract(taskId)).lines).toMatchObject([{ by: 'Lotta Gran', role: 'logReviewer', action: 'audit.extract', times: 1 }]);
  });

  it('is not opened by any other task, nor from another municipality', async () => {
    const here = await setUp();
    const there = await setUp();
    const theirs = await there.ask();
    await expect(here.extract(theirs)).rejects.toMatchObject({ code: 'not-found' });
    const call = await test.db.inMunicipality(here.id, { kind: 'system' }, (tx) => tx.insert(Task, { referralId: here.referralId, conferenceId: null, memberId: here.asks.id, messageId: null, kind: 'callMember', reason: null, urgent: false, assignedTo: null, createdAt: tx.now, dueAt: null, doneAt: null, doneBy: null }));
    await expect(here.extract(call.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
