import { Conference, FocalPerson, Invitation, PhaseEvent, Task } from '@radslag/db';
import type { ConferenceState, DayEvent, DayPhase } from '@radslag/domain';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { IsNull } from 'typeorm';
import { CheckIn, ReadDay, RecordPhase } from '.';

let t: TestDatabase;
let municipalityId: string;

beforeAll(async () => {
  t = await testDatabase();
  const key = Buffer.alloc(32, 7).toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
  await t.moveClockTo(new Date('2026-12-10T15:00:00Z'));
  municipalityId = (await t.aMunicipality()).id;
});
afterAll(() => t.close());

const use = <T>(UseCase: new (db: TestDatabase['db']) => T): T => new UseCase(t.db);
const refusedWith = (code: string, status: number) => expect.objectContaining({ code, status });

async function aDay(state: ConferenceState = 'confirmed', phase: DayPhase = 'notStarted') {
  const fixture = await anActiveCase(t.db, municipalityId);
  return t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const member = await aMember(tx, fixture.referralId);
    const conference = await tx.insert(Conference, {
      referralId: fixture.referralId, kind: 'first', state, phase, scheduleVersion: 2, startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', zone: 'Europe/Stockholm', answerBy: '2026-12-01',
      venueName: null, venueAddress: null, venueDirections: null, venueReleased: false, cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 3,
    });
    return { ...fixture, conferenceId: conference.id, memberId: member.id };
  });
}
type Day = Awaited<ReturnType<typeof aDay>>;
const record = (day: Day, event: DayEvent) => use(RecordPhase).execute(day.coordinator, day.conferenceId, event);
const checkIn = (day: Day, event: 'arrived' | 'left' | 'undo') => use(CheckIn).execute(day.coordinator, day.conferenceId, { memberId: day.memberId, event });

describe('the day', () => {
  it('goes from information through private time and presentation to held, and keeps when, never what', async () => {
    const day = await aDay();
    expect(await record(day, 'startInformation')).toMatchObject({ conference: { state: 'inProgress', phase: 'information' }, allowed: ['startPrivateTime'] });
    expect(await record(day, 'startPrivateTime')).toMatchObject({ contentLocked: true, allowed: ['askForHelp', 'endPrivateTime'] });
    expect(await record(day, 'askForHelp')).toMatchObject({ contentLocked: true });
    expect(await record(day, 'endPrivateTime')).toMatchObject({ contentLocked: false, conference: { phase: 'presentation' } });
    const ended = await record(day, 'endDay');
    expect(ended).toMatchObject({ conference: { state: 'held', phase: 'ended' }, allowed: [] });
    expect(ended.events.map((event) => [event.kind, event.by])).toEqual(['startInformation', 'startPrivateTime', 'askForHelp', 'endPrivateTime', 'endDay'].map((kind) => [kind, 'Sanna Lind']));
    expect(t.db.source.getMetadata(PhaseEvent).columns.map((column) => column.propertyName).sort()).toEqual(['at', 'conferenceId', 'id', 'kind', 'municipalityId', 'recordedBy']);
  });

  it('refuses what the phase does not allow, and a day that has no time', async () => {
    await expect(record(await aDay(), 'endDay')).rejects.toEqual(refusedWith('transition-not-allowed', 409));
    await expect(record(await aDay('held', 'ended'), 'startInformation')).rejects.toEqual(refusedWith('day-not-open', 422));
    await expect(record(await aDay('polling'), 'startInformation')).rejects.toEqual(refusedWith('day-not-open', 422));
  });

  it('takes down who comes and goes; leaving presumes having come, and undo takes back the last', async () => {
    const day = await aDay();
    await expect(checkIn(day, 'left')).rejects.toEqual(refusedWith('transition-not-allowed', 409));
    const person = async (event: 'arrived' | 'left' | 'undo') => (await checkIn(day, event)).people.find((one) => one.memberId === day.memberId)!;
    expect(await person('arrived')).toMatchObject({ arrivedAt: expect.stringMatching(/^2026-12-10T15:0/), leftAt: null });
    expect((await person('left')).leftAt).not.toBeNull();
    expect(await person('undo')).toMatchObject({ arrivedAt: expect.any(String), leftAt: null });
    expect(await person('undo')).toMatchObject({ arrivedAt: null, leftAt: null });
  });

  it('ends what was asked about those who come, and the rest when it is over', async () => {
    const day = await aDay();
    const other = await t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
      const { id } = await aMember(tx, day.referralId);
      const urgent = { referralId: day.referralId, conferenceId: day.conferenceId, kind: 'callMember', urgent: true, createdAt: tx.now };
      await tx.insertMany(Task, [{ ...urgent, memberId: day.memberId, reason: 'late' }, { ...urgent, memberId: day.memberId, reason: 'tooLate', about: 'reminderHours' }, { ...urgent, memberId: id, reason: 'late' }, { ...urgent, memberId: id, kind: 'worried', reason: 'callMe' }]);
      return id;
    });
    const open = () => t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.find(Task, { conferenceId: day.conferenceId, doneAt: IsNull() })).then((tasks) => tasks.map(({ memberId, kind }) => [memberId, kind]));
    await checkIn(day, 'arrived');
    expect(await open()).toEqual([[other, 'callMember'], [other, 'worried']]);
    for (const event of ['startInformation', 'startPrivateTime', 'endPrivateTime'] as const) await record(day, event);
    expect(await open()).toHaveLength(2);
    await record(day, 'endDay');
    expect(await open()).toEqual([[other, 'worried']]);
  });

  it('awaits the child and those who were invited; others in the network can still turn up', async () => {
    const day = await aDay();
    const { child, invited, withdrawn } = await t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
      const focal = await tx.findOne(FocalPerson, { referralId: day.referralId });
      const people = { child: await aMember(tx, day.referralId, { focalPersonId: focal!.id }), invited: await aMember(tx, day.referralId), withdrawn: await aMember(tx, day.referralId) };
      for (const [member, revokedAt] of [[people.invited, null], [people.withdrawn, tx.now]] as const) {
        await tx.insert(Invitation, {
          conferenceId: day.conferenceId, memberId: member.id, consentId: member.consentId!, state: revokedAt === null ? 'sent' : 'revoked', rotation: 0, tokenHash: Buffer.from(newId()), expiresAt: new Date('2026-12-31T00:00:00Z'), revokedAt,
          secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: tx.now, answeredAt: null, createdAt: tx.now,
        });
      }
      return people;
    });
    const where = Object.fromEntries((await use(ReadDay).execute(day.coordinator, day.conferenceId)).people.map((one) => [one.memberId, one.whereabouts]));
    expect(where).toEqual({ [child.id]: 'expected', [invited.id]: 'expected', [withdrawn.id]: 'notInvited', [day.memberId]: 'notInvited' });
    expect((await checkIn(day, 'arrived')).people.find((one) => one.memberId === day.memberId)).toMatchObject({ whereabouts: 'inRoom' });
  });

  it('takes down who comes and goes in the family’s own time too: that is no content', async () => {
    const day = await aDay('inProgress', 'privateTime');
    expect((await checkIn(day, 'arrived')).people.find((one) => one.memberId === day.memberId)).toMatchObject({ whereabouts: 'inRoom' });
    expect((await checkIn(day, 'left')).people.find((one) => one.memberId === day.memberId)).toMatchObject({ whereabouts: 'hasLeft' });
  });

  it('asks about every professional who is checked in and not out before the family’s own time begins', async () => {
    const day = await aDay();
    const { worker, interpreter } = await t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => ({ worker: await aMember(tx, day.referralId, { professional: true }), interpreter: await aMember(tx, day.referralId, { professional: true }) }));
    await record(day, 'startInformation');
    for (const memberId of [worker.id, interpreter.id, day.memberId]) await use(CheckIn).execute(day.coordinator, day.conferenceId, { memberId, event: 'arrived' });
    const begin = (professionals: { memberId: string; is: 'left' | 'stays' }[]) => use(RecordPhase).execute(day.coordinator, day.conferenceId, 'startPrivateTime', professionals);

    const unasked = await begin([]).catch((error: unknown) => error);
    expect(unasked).toMatchObject({ code: 'professional-in-room', status: 422 });
    expect((unasked as { params: { memberIds: string[] } }).params.memberIds.sort()).toEqual([worker.id, interpreter.id].sort());
    await expect(begin([{ memberId: worker.id, is: 'left' }])).rejects.toMatchObject({ code: 'professional-in-room', params: { memberIds: [interpreter.id] } });

    const view = await begin([{ memberId: worker.id, is: 'left' }, { memberId: interpreter.id, is: 'stays' }]);
    expect(view).toMatchObject({ contentLocked: true });
    expect(Object.fromEntries(view.people.map((one) => [one.memberId, one.whereabouts]))).toMatchObject({ [worker.id]: 'hasLeft', [interpreter.id]: 'inRoom', [day.memberId]: 'inRoom' });
    const [stays] = await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query(`SELECT entity_id, actor_id FROM audit_entry WHERE action = 'attendance.stays' AND referral_id = $1`, [day.referralId]));
    expect(stays).toEqual({ entity_id: interpreter.id, actor_id: day.coordinator.userId });
  });

  it('is read by the referrer and the manager, moved by the coordinator, and unknown to others', async () => {
    const day = await aDay();
    expect(await use(ReadDay).execute(day.socialWorker, day.conferenceId)).toMatchObject({ allowed: [], questions: [{ text: 'Hur kommer Ella till skolan?' }, {}, {}], onCallPhone: '+46701740612' });
    const stranger = (await anActiveCase(t.db, (await t.aMunicipality('Bernäs kommun')).id)).coordinator;
    await expect(use(ReadDay).execute(stranger, day.conferenceId)).rejects.toEqual(refusedWith('not-found', 404));
  });
});
