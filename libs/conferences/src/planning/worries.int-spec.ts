import { Answer, Conference, Invitation, WorryRow } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { answerBySms, CancelConference, ConfirmTime, MoveConference, ReadMatrix, RecordAnswer, SendInvitations } from '.';
import { AnswerWorry, ReadNetwork, RemoveMember } from '../network';
import { at, NOW, onTimes, PollFixture, refusedWith, type OpenPoll } from './poll-fixture';

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

const held = refusedWith('worry-unanswered');
const worries = (poll: OpenPoll) => f.inTx<WorryRow[]>((tx) => tx.find(WorryRow, { referralId: poll.referralId }, { order: { toldAt: 'ASC', id: 'ASC' } }));
const confirm = (poll: OpenPoll, version = 2) => f.use(ConfirmTime).execute(poll.coordinator, poll.conferenceId, { version, timeId: poll.times.thu });
const worried = (poll: OpenPoll, who = 0) => f.answer(poll.invitationIds[who]!, { worry: 'callMe', times: onTimes(poll, 'yes', 'yes', 'yes') });
const answer = async (poll: OpenPoll) => f.use(AnswerWorry).execute(poll.coordinator, (await worries(poll)).find((one) => one.answeredAt === null)!.id, { measure: 'arranged', note: 'De kommer olika tider och sitter i olika rum.' });

describe('a worry about meeting someone', () => {
  it('holds booking, moving and inviting until the coordinator has written what was done: who, when and what', async () => {
    const poll = await f.anOpenPoll({}, {});
    const late = await f.aMember(poll.referralId);
    await worried(poll);
    await expect(confirm(poll)).rejects.toEqual(held);
    await expect(f.use(SendInvitations).execute(poll.coordinator, poll.conferenceId, [late.id])).rejects.toEqual(held);
    expect(await f.use(ReadMatrix).execute(poll.coordinator, poll.conferenceId)).toMatchObject({ heldBy: [{ memberId: poll.memberIds[0] }] });
    expect(await f.use(ReadMatrix).execute(poll.socialWorker, poll.conferenceId)).toMatchObject({ heldBy: [] });

    const view = await answer(poll);
    expect(view.worries).toEqual([expect.objectContaining({ said: 'callMe', answeredAt: expect.any(String), answeredBy: poll.coordinator.name, measure: 'arranged', note: 'De kommer olika tider och sitter i olika rum.' })]);
    expect(await f.openTasks(poll.conferenceId)).toEqual([]);
    const [logged] = await f.inTx((tx) => tx.query(`SELECT actor_id FROM audit_entry WHERE action = 'worry.answer' AND referral_id = $1`, [poll.referralId]));
    expect(logged).toEqual({ actor_id: poll.coordinator.userId });
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });

    await f.answer(poll.invitationIds[1]!, { worry: 'doNotCall', times: onTimes(poll, 'yes', 'yes', 'yes') }).catch(() => undefined);
    await f.inTx((tx) => tx.insert(WorryRow, { referralId: poll.referralId, conferenceId: poll.conferenceId, memberId: poll.memberIds[1]!, said: 'doNotCall', toldAt: tx.now, answeredAt: null, answeredBy: null, measure: null, note: null }));
    await expect(f.use(MoveConference).execute(poll.coordinator, poll.conferenceId, { version: 3, ...at('2026-12-15T17:00') })).rejects.toEqual(held);
    // What corrects a belief is never held.
    expect(await f.use(CancelConference).execute(poll.coordinator, poll.conferenceId, { version: 3, reason: 'safety' })).toMatchObject({ state: 'cancelled' });
  });

  it('is one however often it is said or carried along, and a new one when it is said anew', async () => {
    const poll = await f.anOpenPoll({});
    await worried(poll);
    await worried(poll);
    expect(await worries(poll)).toHaveLength(1);
    await answer(poll);
    await f.answer(poll.invitationIds[0]!, { worry: 'callMe', mode: 'phone', times: onTimes(poll, 'no', 'yes', 'yes') });
    expect(await worries(poll)).toHaveLength(1);
    await f.answer(poll.invitationIds[0]!, { worry: 'doNotCall', mode: 'phone', times: onTimes(poll, 'no', 'yes', 'yes') });
    expect((await worries(poll)).map((one) => [one.said, one.answeredAt !== null])).toEqual([['callMe', true], ['doNotCall', false]]);
  });

  it('is held by the database too, whoever forgets to ask', async () => {
    const poll = await f.anOpenPoll({}, {});
    await worried(poll);
    const refused = expect.objectContaining({ driverError: expect.objectContaining({ constraint: 'worry_unanswered' }) });
    await expect(f.inTx((tx) => tx.update(Conference, poll.conferenceId, { state: 'confirmed', startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T19:30' }))).rejects.toEqual(refused);
    const late = await f.aMember(poll.referralId);
    const [consent] = await f.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM consent WHERE member_id = $1', [late.id]));
    await expect(f.inTx((tx) => tx.insert(Invitation, {
      conferenceId: poll.conferenceId, memberId: late.id, consentId: consent!.id, state: 'notSent', rotation: 0, tokenHash: Buffer.from(newId()), expiresAt: tx.now, revokedAt: null, secondStep: 'none', codeHash: null,
      codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: null, answeredAt: null, createdAt: tx.now,
    }))).rejects.toEqual(refused);
    // A row that was answered is kept as it is told: the application cannot rewrite who said what.
    await expect(f.inTx((tx) => tx.query(`UPDATE worry SET said = 'doNotCall'`))).rejects.toThrow(/permission denied/);
    await expect(f.inTx((tx) => tx.query('DELETE FROM worry'))).rejects.toThrow(/permission denied/);
  });

  it('is seen and answered by the case’s coordinator and by nobody else, and holds no more when the person has left the network', async () => {
    const poll = await f.anOpenPoll({}, {});
    await worried(poll);
    const [worry] = await worries(poll);
    const seen = async (reader: typeof poll.coordinator) => (await f.use(ReadNetwork).execute(reader, poll.referralId)).members.flatMap((member) => member.worries);
    expect(await seen(poll.coordinator)).toHaveLength(1);
    expect([...(await seen(poll.socialWorker)), ...(await seen(poll.manager))]).toEqual([]);
    const stranger = (await f.aCase()).coordinator;
    await expect(f.use(AnswerWorry).execute(stranger, worry!.id, { measure: 'talked', note: 'Vi har talats vid.' })).rejects.toEqual(refusedWith('not-found', 404));
    await f.use(RemoveMember).execute(poll.coordinator, poll.memberIds[0]!);
    expect(await confirm(poll)).toMatchObject({ state: 'confirmed' });
  });

  it('is no no that nobody has given: by SMS and by phone it is not asked, and what was said before stands', async () => {
    const poll = await f.anOpenPoll({}, {}, {});
    const last = async (who: number) => (await f.inTx<Answer[]>((tx) => tx.find(Answer, { invitationId: poll.invitationIds[who]! }, { order: { at: 'ASC', id: 'ASC' } }))).at(-1)!.worry;
    await f.inTx((tx) => answerBySms(tx, { invitationId: poll.invitationIds[0]!, coming: 'yes', sentAt: tx.now }));
    const byPhone = (who: number) => f.use(RecordAnswer).execute(poll.coordinator, poll.conferenceId, { memberId: poll.memberIds[who]!, source: 'phone', coming: 'yes', mode: null, times: [], needs: [], spokesperson: '', note: '' });
    await byPhone(1);
    await worried(poll, 2);
    await byPhone(2);
    expect([await last(0), await last(1), await last(2)]).toEqual(['notAsked', 'notAsked', 'callMe']);
    expect(await worries(poll)).toHaveLength(1);
  });
});
