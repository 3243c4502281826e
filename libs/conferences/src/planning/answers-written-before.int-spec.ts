import { runMigrations } from '@radslag/db';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { ConfirmTime, MoveConference, ReadMatrix } from '.';
import { ReadDay } from '../day';
import { at, NOW, onTimes, PollFixture, THU, type OpenPoll } from './poll-fixture';

/** A database as the version before left it: answers that are bound to nothing, and no row for a time that was moved to. */
let t: TestDatabase;
let f: PollFixture;
beforeAll(async () => {
  t = await testDatabase();
  const key = Buffer.alloc(32, 7).toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
  const { id } = await t.aMunicipality();
  f = new PollFixture(t.db, id, { aCase: () => anActiveCase(t.db, id), aMember });
});
afterAll(() => t.close());

const FRI = at('2026-12-18T17:00');
let clock = NOW.getTime();
const later = () => t.moveClockTo(new Date((clock += 60_000)));

async function asBefore(): Promise<void> {
  for (const table of ['answer', 'answer_time', 'proposed_time', 'conference']) await t.asOwner(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  // Then an answer had a row for each time that it said something of, and for no other; the days that were moved to had none.
  await t.asOwner(`DELETE FROM answer_time x USING proposed_time p WHERE p.id = x.proposed_time_id AND (x.value IS NULL OR NOT p.polled)`);
  await t.asOwner(`DELETE FROM answer_time x USING answer an WHERE an.id = x.answer_id AND (an.coming = 'no' OR an.no_time_fits)`);
  await t.asOwner(`DELETE FROM proposed_time WHERE NOT polled`);
  await t.asOwner(`ALTER TABLE proposed_time DROP COLUMN polled`);
  await t.asOwner(`ALTER TABLE answer_time ALTER COLUMN value SET NOT NULL`);
  for (const table of ['answer', 'answer_time', 'proposed_time', 'conference']) await t.asOwner(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await t.asOwner(`DELETE FROM migration WHERE name = 'BoundAnswersToTimes1795800000150'`);
}
const migrate = () => runMigrations({ ownerUrl: t.ownerUrl, appRole: decodeURIComponent(new URL(t.appUrl).username), mode: 'test' });

async function looks(poll: OpenPoll) {
  const { conference, people, answered } = await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId);
  const day = await f.use(ReadDay).execute(poll.coordinator, poll.conferenceId);
  return {
    answered,
    said: poll.memberIds.map((id) => Object.fromEntries(people.find((person) => person.memberId === id)!.said.map((one) => [conference.times.find((time) => time.id === one.timeId)!.startsLocal.slice(5, 10), one.value]))),
    coming: poll.memberIds.map((id) => day.people.find((person) => person.memberId === id)!.coming),
  };
}

it('answers written before are about what they were about when they were given', async () => {
  await later();
  const [moved, polled, set] = [await f.anOpenPoll({}, {}, {}), await f.anOpenPoll({}, {}, {}), await f.anOpenPoll({}, {})];
  const move = async (poll: OpenPoll, version: number, to: typeof FRI) => {
    await later();
    await f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version, ...to });
    await later();
  };
  await later();
  for (const poll of [moved, polled, set]) await f.answer(poll.invitationIds[0]!, { times: onTimes(poll, 'yes', 'yes', 'no') });
  for (const poll of [moved, polled, set]) await f.answer(poll.invitationIds[1]!, { coming: 'no', mode: null });
  await f.answer(polled.invitationIds[2]!, { coming: 'yes', noTimeFits: true });
  await later();
  for (const poll of [moved, set]) await f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version: 2, timeId: poll.times.thu });
  await later();
  // Said of Thursday, then of the Friday it was moved to, by two; the third says nothing after the move.
  await f.answer(moved.invitationIds[2]!, { coming: 'yes' });
  await move(moved, 3, FRI);
  await f.answer(moved.invitationIds[0]!, { coming: 'no', mode: null });
  await f.answer(moved.invitationIds[1]!, { coming: 'maybe' });
  // Moved to a day that was polled, and nothing said since.
  await move(set, 3, at('2026-12-08T17:00'));

  const now = { moved: await looks(moved), polled: await looks(polled), set: await looks(set) };
  await asBefore();
  expect(await migrate()).toEqual(['BoundAnswersToTimes1795800000150']);
  expect({ moved: await looks(moved), polled: await looks(polled), set: await looks(set) }).toEqual(now);
  expect(now.moved).toEqual({
    answered: 2, coming: ['no', 'maybe', null],
    said: [{ '12-08': 'yes', '12-10': 'yes', '12-12': 'no', '12-18': 'no' }, { '12-08': 'no', '12-10': 'no', '12-12': 'no', '12-18': 'ifNeedBe' }, { [THU.startsLocal.slice(5, 10)]: 'yes' }],
  });
  expect(now.polled).toMatchObject({ answered: 3 });
  expect(now.set).toMatchObject({ answered: 2, coming: ['yes', 'no'] });
});
