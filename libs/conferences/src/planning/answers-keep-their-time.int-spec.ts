import { Answer, Message } from '@radslag/db';
import type { Coming } from '@radslag/domain';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { answerBySms, ConfirmTime, MoveConference, ProposeTimes, ReadMatrix, RecordAnswer, SendInvitations } from '.';
import { ReadProof } from '@radslag/outreach';
import { ReadDay } from '../day';
import { at, NOW, onTimes, PollFixture, SAT, THU, TUE, type OpenPoll } from './poll-fixture';

let t: TestDatabase;
let f: PollFixture;
let clock = NOW.getTime();
beforeAll(async () => {
  t = await testDatabase();
  const key = Buffer.alloc(32, 7).toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
  const { id } = await t.aMunicipality();
  f = new PollFixture(t.db, id, { aCase: () => anActiveCase(t.db, id), aMember });
});
beforeEach(async () => t.moveClockTo(new Date((clock = NOW.getTime()))));
afterAll(() => t.close());

const FRI = at('2026-12-18T17:00');
const MON = at('2026-12-14T09:00');
const later = () => t.moveClockTo(new Date((clock += 60_000)));
const matrixOf = (poll: OpenPoll) => f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
async function columnOf(poll: OpenPoll, startsLocal: string) {
  const { conference, ranking, people } = await matrixOf(poll);
  const time = conference.times.find((one) => one.startsLocal === startsLocal)!;
  return { sums: ranking.find((one) => one.timeId === time.id), said: poll.memberIds.map((id) => people.find((person) => person.memberId === id)!.said.find((one) => one.timeId === time.id)?.value ?? null) };
}
const dayOf = async (poll: OpenPoll) => {
  const { people } = await f.use(ReadDay).execute(poll.coordinator, poll.conferenceId);
  return poll.memberIds.map((id) => people.find((person) => person.memberId === id)!);
};

async function confirmed(...people: Parameters<PollFixture['aPoll']>): Promise<OpenPoll> {
  const poll = await f.anOpenPoll(...people);
  await later();
  for (const id of poll.invitationIds) await f.answer(id, { times: onTimes(poll, 'yes', 'yes', 'ifNeedBe') });
  await later();
  await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
  await later();
  return poll;
}
const move = async (poll: OpenPoll, version: number, to: typeof FRI) => {
  await later();
  await f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version, ...to });
  await later();
};
const remindersOf = async (poll: OpenPoll, version: number) => (await f.messages(poll.conferenceId)).filter((one) => one.schedule_version === version && one.kind.startsWith('reminder') && one.state === 'planned');

describe('an answer belongs to the time it was asked about', () => {
  it('a no to the moved day stands under that day, and what was said of the polled ones stays', async () => {
    const poll = await confirmed({});
    await move(poll, 3, FRI);
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    const { conference } = await matrixOf(poll);
    expect(conference.times.map((time) => [time.startsLocal, time.polled])).toEqual([[TUE.startsLocal, true], [THU.startsLocal, true], [SAT.startsLocal, true], [FRI.startsLocal, false]]);
    expect(await columnOf(poll, TUE.startsLocal)).toMatchObject({ said: ['yes'], sums: { can: 1, cannot: 0 } });
    expect(await columnOf(poll, THU.startsLocal)).toMatchObject({ said: ['yes'] });
    expect(await columnOf(poll, SAT.startsLocal)).toMatchObject({ said: ['ifNeedBe'], sums: { maybe: 1 } });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: ['no'], sums: { can: 0, cannot: 1 } });
  });

  it('a yes to the old time is no yes to the new one: nobody has answered until they have', async () => {
    const poll = await confirmed({}, {});
    expect(await matrixOf(poll)).toMatchObject({ answered: 2, invited: 2 });
    await move(poll, 3, FRI);
    expect(await matrixOf(poll)).toMatchObject({ answered: 0, invited: 2 });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: [null, null], sums: { can: 0, unanswered: 2 } });
    await f.answer(poll.invitationIds[0]!, { coming: 'yes' });
    expect(await matrixOf(poll)).toMatchObject({ answered: 1, invited: 2 });
    expect((await dayOf(poll)).map((person) => person.coming)).toEqual(['yes', null]);
  });

  it('a no to the old time does not silence the new one, and the day awaits whoever said it', async () => {
    const poll = await confirmed({});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    expect(await remindersOf(poll, 2)).toEqual([]);
    expect((await dayOf(poll))[0]).toMatchObject({ coming: 'no', whereabouts: 'notComing' });
    await move(poll, 3, FRI);
    expect((await dayOf(poll))[0]).toMatchObject({ coming: null, whereabouts: 'expected' });
    expect((await remindersOf(poll, 3)).length).toBeGreaterThan(0);
  });

  it('the way of taking part goes with the answer it was said in', async () => {
    const poll = await confirmed({});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: 'letter' });
    expect((await dayOf(poll))[0]).toMatchObject({ whereabouts: 'letter' });
    await move(poll, 3, FRI);
    expect((await dayOf(poll))[0]).toMatchObject({ mode: null, whereabouts: 'expected' });
  });

  it('a day that was moved away from keeps the answers it had, and one that nobody answered leaves no column', async () => {
    const poll = await confirmed({});
    await move(poll, 3, FRI);
    await move(poll, 4, MON);
    expect((await matrixOf(poll)).conference.times.map((time) => time.startsLocal)).not.toContain(FRI.startsLocal);
    await f.answer(poll.invitationIds[0]!, { coming: 'maybe' });
    await move(poll, 5, FRI);
    expect(await columnOf(poll, MON.startsLocal)).toMatchObject({ said: ['ifNeedBe'] });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: [null] });
  });

  it('moved to a day that was polled, what was said of that day counts', async () => {
    const poll = await f.anOpenPoll({}, {});
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'no', 'yes', 'yes') });
    await f.answer(poll.invitationIds[1]!, { times: onTimes(poll, 'yes', 'yes', 'no') });
    await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
    await move(poll, 3, SAT);
    expect((await dayOf(poll)).map((person) => person.coming)).toEqual(['yes', 'no']);
    expect((await matrixOf(poll)).conference.times).toHaveLength(3);
  });

  it('who could not on the day that was booked is not awaited on it', async () => {
    const poll = await f.anOpenPoll({});
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'no', 'yes') });
    await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
    expect((await dayOf(poll))[0]).toMatchObject({ coming: 'no', whereabouts: 'notComing' });
  });

  it('the gate leaves whoever cannot then in peace, and reminds them again of the day it is moved to', async () => {
    const poll = await f.anOpenPoll({}, {});
    await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'no', 'yes') });
    await f.answer(poll.invitationIds[1]!, { times: onTimes(poll, 'yes', 'yes', 'yes') });
    await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
    const stopped = async () => {
      const { rows } = await f.use(ReadProof).execute(poll.coordinator, poll.conferenceId);
      const reminders = rows.filter((row) => row.kind?.startsWith('reminder'));
      return poll.memberIds.map((id) => [...new Set(reminders.filter((row) => row.memberId === id).map((row) => row.stopped))]);
    };
    expect(await stopped()).toEqual([['personDeclined'], [null]]);
    await move(poll, 3, FRI);
    expect(await stopped()).toEqual([[null], [null]]);
  });

  it('a no to the dates that were proposed is none to those that came later', async () => {
    const poll = await f.anOpenPoll({}, {}, {});
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    await f.answer(poll.invitationIds[1]!, { coming: 'yes', noTimeFits: true });
    await f.answer(poll.invitationIds[2]!, { times: onTimes(poll, 'yes', 'yes', 'yes') });
    await later();
    await f.use(ProposeTimes).execute(poll.coordinator, poll.conferenceId, { version: 2, times: [TUE, THU, FRI], answerBy: '2026-12-01' });
    expect(await columnOf(poll, TUE.startsLocal)).toMatchObject({ said: ['no', 'no', 'yes'], sums: { can: 1, cannot: 2, unanswered: 0 } });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: [null, null, null], sums: { can: 0, cannot: 0, unanswered: 3 } });
    expect(await matrixOf(poll)).toMatchObject({ answered: 0, invited: 3 });
    // Back again, and so are the answers.
    await f.use(ProposeTimes).execute(poll.coordinator, poll.conferenceId, { version: 3, times: [TUE, THU, SAT], answerBy: '2026-12-01' });
    expect(await columnOf(poll, SAT.startsLocal)).toMatchObject({ said: ['no', 'no', 'yes'] });
    expect(await matrixOf(poll)).toMatchObject({ answered: 3 });
  });

  it('the history is added to and never written over', async () => {
    const poll = await confirmed({});
    const rows = () => f.inTx((tx) => tx.query<{ at: Date; id: string }>('SELECT an.at, x.* FROM answer_time x JOIN answer an ON an.municipality_id = x.municipality_id AND an.id = x.answer_id WHERE x.municipality_id = $1 AND an.conference_id = $2 ORDER BY an.at, x.id', [tx.municipalityId, poll.conferenceId]));
    const before = await rows();
    await move(poll, 3, FRI);
    await f.answer(poll.invitationIds[0]!, { coming: 'no', mode: null });
    const after = await rows();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
    expect((await f.inTx((tx) => tx.find(Answer, { conferenceId: poll.conferenceId }, { order: { at: 'ASC' } }))).map((one) => one.coming)).toEqual(['yes', 'no']);
  });

  it('what the coordinator writes down after a move is about the new day', async () => {
    const poll = await confirmed({});
    await move(poll, 3, FRI);
    await f.use(RecordAnswer).execute(poll.coordinator, poll.conferenceId, { memberId: poll.memberIds[0]!, source: 'phone', coming: 'maybe', mode: null, times: [], needs: [], spokesperson: '', note: '' });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: ['ifNeedBe'] });
    expect(await columnOf(poll, THU.startsLocal)).toMatchObject({ said: ['yes'] });
  });

  it('a tap on a page that was drawn for another time says nothing about this one', async () => {
    const poll = await confirmed({});
    await move(poll, 3, FRI);
    await expect(f.answer(poll.invitationIds[0]!, { coming: 'yes' }, { startsLocal: THU.startsLocal, endsLocal: THU.endsLocal })).rejects.toMatchObject({ code: 'other-time', status: 409 });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: [null] });
  });

  it('whoever is invited after a move gets a link that outlives the new day', async () => {
    const poll = await confirmed({});
    await move(poll, 3, at('2027-03-20T10:00'));
    const late = (await f.aMember(poll.referralId)).id;
    const { invited } = await f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [late]);
    expect(new Date(invited[0]!.expiresAt).getTime()).toBeGreaterThan(new Date('2027-03-21T00:00:00Z').getTime());
  });
});

describe('by SMS', () => {
  const says = (poll: OpenPoll, coming: Coming, sentAt?: Date) => f.inTx((tx) => answerBySms(tx, { invitationId: poll.invitationIds[0]!, coming, sentAt: sentAt ?? tx.now }));
  /** The texts of a version have reached the phones. */
  const reach = (poll: OpenPoll, version: number) =>
    f.inTx((tx) => tx.query(`UPDATE message SET state = 'delivered', accepted_at = app_now(), delivered_at = app_now() WHERE municipality_id = $1 AND conference_id = $2 AND schedule_version = $3 AND kind IN ('timeSet', 'timeMoved')`, [tx.municipalityId, poll.conferenceId, version]));

  it('a no that was sent before the new time had reached them is about the old one, and goes to a person', async () => {
    const poll = await confirmed({});
    await reach(poll, 2);
    await move(poll, 3, FRI);
    expect(await says(poll, 'no')).toBe('otherTime');
    expect(await columnOf(poll, THU.startsLocal)).toMatchObject({ said: ['no'] });
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: [null] });
    expect((await remindersOf(poll, 3)).length).toBeGreaterThan(0);
  });

  it('is about the time that they have heard of', async () => {
    const poll = await confirmed({});
    await reach(poll, 2);
    await move(poll, 3, FRI);
    await reach(poll, 3);
    await later();
    expect(await says(poll, 'yes')).toBe('given');
    expect(await columnOf(poll, FRI.startsLocal)).toMatchObject({ said: ['yes'] });
    expect(await f.inTx((tx) => tx.find(Message, { conferenceId: poll.conferenceId, kind: 'timeMoved' }))).toHaveLength(1);
  });

  it('JA again after a move is a new answer, not the old one said twice', async () => {
    const poll = await confirmed({});
    await says(poll, 'yes');
    await reach(poll, 2);
    await move(poll, 3, FRI);
    await reach(poll, 3);
    await later();
    await says(poll, 'yes');
    expect(await matrixOf(poll)).toMatchObject({ answered: 1 });
  });

  it('JA after NEJ takes back the no, and says no more of each time than was said before it', async () => {
    const poll = await f.anOpenPoll({});
    await says(poll, 'no');
    expect(await columnOf(poll, TUE.startsLocal)).toMatchObject({ said: ['no'] });
    await later();
    await says(poll, 'yes');
    expect(await columnOf(poll, TUE.startsLocal)).toMatchObject({ said: [null], sums: { cannot: 0, unanswered: 1 } });
    expect((await f.openTasks(poll.conferenceId)).map((task) => task.reason)).toContain('timesNotSaid');
  });
});
