import { Answer, Conference } from '@radslag/db';
import type { Coming } from '@radslag/domain';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { answerBySms, ReadMatrix } from '.';
import { NOW, onTimes, PollFixture, refusedWith, type OpenPoll } from './poll-fixture';

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

const MINUTE = 60_000;
const says = (poll: OpenPoll, coming: Coming, sentAt?: Date) => f.inTx((tx) => answerBySms(tx, { invitationId: poll.invitationIds[0]!, coming, sentAt: sentAt ?? tx.now }));
const answers = (poll: OpenPoll) => f.inTx((tx) => tx.find(Answer, { conferenceId: poll.conferenceId }, { order: { at: 'ASC', id: 'ASC' } }));
const calls = async (poll: OpenPoll) => (await f.openTasks(poll.conferenceId)).filter((task) => task.kind === 'callMember').map((task) => task.reason);

describe('an answer by SMS', () => {
  it('says whether they come and guesses no time: somebody asks which', async () => {
    const poll = await f.anOpenPoll({});
    expect(await says(poll, 'yes')).toBe('given');
    const { people } = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    expect(people.find((person) => person.memberId === poll.memberIds[0])?.answer).toMatchObject({ source: 'sms', coming: 'yes', times: [], mode: null });
    expect(await calls(poll)).toEqual(['timesNotSaid']);
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'no', 'no') });
    expect(await calls(poll)).toEqual([]);
  });

  it('leaves what they have said of times and needs as it is', async () => {
    const poll = await f.anOpenPoll({});
    await f.answer(poll.invitationIds[0]!, { coming: 'maybe', times: onTimes(poll, 'yes', 'no', 'ifNeedBe'), needs: [{ need: 'interpreter', detail: 'somaliska' }], note: 'Ring efter fem' });
    await t.moveClockTo(new Date(NOW.getTime() + MINUTE));
    await says(poll, 'yes');
    const { people } = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
    expect(people.find((person) => person.memberId === poll.memberIds[0])?.answer).toMatchObject({ source: 'sms', coming: 'yes', needs: [{ need: 'interpreter', detail: 'somaliska' }], note: 'Ring efter fem' });
    expect((await answers(poll)).map((answer) => [answer.source, answer.coming])).toEqual([['web', 'maybe'], ['sms', 'yes']]);
    expect(await calls(poll)).toEqual([]);
  });

  it('said again adds nothing', async () => {
    const poll = await f.anOpenPoll({});
    await says(poll, 'no');
    await says(poll, 'no');
    expect(await answers(poll)).toHaveLength(1);
  });

  it('that was sent before a later answer, and came after it, changes nothing', async () => {
    const poll = await f.anOpenPoll({});
    const sentAt = NOW;
    await t.moveClockTo(new Date(NOW.getTime() + 5 * MINUTE));
    await says(poll, 'no');
    await t.moveClockTo(new Date(NOW.getTime() + 10 * MINUTE));
    expect(await says(poll, 'yes', sentAt)).toBe('overtaken');
    expect((await answers(poll)).map((answer) => answer.coming)).toEqual(['no']);
  });

  it('KANSKE asks somebody to call', async () => {
    const poll = await f.anOpenPoll({});
    await says(poll, 'maybe');
    expect(await calls(poll)).toEqual(['maybe']);
  });

  it('is refused when the last day has been, or it is cancelled, like on the page', async () => {
    const poll = await f.anOpenPoll({});
    await t.moveClockTo(new Date('2026-12-02T09:00:00Z'));
    await expect(says(poll, 'yes')).rejects.toEqual(refusedWith('poll-closed'));
    await f.inTx((tx) => tx.update(Conference, poll.conferenceId, { state: 'cancelled' }));
    await expect(says(poll, 'yes')).rejects.toEqual(refusedWith('conference-cancelled', 409));
  });
});
