import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { Conference } from '@radslag/db';
import { aMember, anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { startApi } from '../api.fixture';

let t: TestDatabase;
let app: NestFastifyApplication;
let municipalityId: string;

beforeAll(async () => {
  t = await testDatabase();
  await t.moveClockTo(new Date('2026-12-10T15:00:00Z'));
  municipalityId = (await t.aMunicipality()).id;
  app = await startApi(t, 'plans');
// The whole API is loaded and started here, and on a busy machine that takes longer than Jest waits.
}, 60_000);
afterAll(async () => {
  await app?.close();
  await t.close();
});

type Caller = (method: string, path: string, body?: unknown) => ReturnType<NestFastifyApplication['inject']>;

async function signedIn({ userId }: { userId: string }): Promise<Caller> {
  const email = `${userId}@example.test`;
  const passwordHash = await hashPassword('rätt häst batteri');
  await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query('UPDATE staff_user SET email = $2, password_hash = $3 WHERE id = $1', [userId, email, passwordHash]));
  const call = (cookie: string): Caller => (method, path, body) =>
    app.inject({ method: method as 'GET', url: `/api/v1${path}`, headers: { 'x-radslag': '1', cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, payload: body === undefined ? undefined : JSON.stringify(body) });
  const answer = await call('')('POST', '/session', { email, password: 'rätt häst batteri' });
  return call(String(answer.headers['set-cookie']).split(';')[0]!);
}

async function aConfirmedConference(fixture: CaseFixture) {
  return t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const member = await aMember(tx, fixture.referralId, { givenName: 'Gunnel' });
    const conference = await tx.insert(Conference, {
      referralId: fixture.referralId, kind: 'first', state: 'confirmed', phase: 'notStarted', scheduleVersion: 2, startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', zone: 'Europe/Stockholm', answerBy: '2026-12-01',
      venueName: null, venueAddress: null, venueDirections: null, venueReleased: false, cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 3,
    });
    return { conferenceId: conference.id, memberId: member.id };
  });
}

it('the day and the plan over the wire: held, written, refused in private time, presented, accepted, taken home', async () => {
  const fixture = await anActiveCase(t.db, municipalityId);
  const { conferenceId, memberId } = await aConfirmedConference(fixture);
  const coordinator = await signedIn(fixture.coordinator);
  const socialWorker = await signedIn(fixture.socialWorker);
  const phase = async (event: string) => expect((await coordinator('POST', `/conferences/${conferenceId}/phases`, { event })).statusCode).toBe(200);

  await phase('startInformation');
  expect((await coordinator('POST', `/conferences/${conferenceId}/attendance`, { memberId, event: 'arrived' })).statusCode).toBe(200);
  await phase('startPrivateTime');
  const locked = await coordinator('POST', `/conferences/${conferenceId}/plan`);
  expect(locked.statusCode).toBe(423);
  expect(locked.json()).toMatchObject({ code: 'private-family-time', title: 'Familjens egen tid pågår' });
  await phase('endPrivateTime');

  const plan = (await coordinator('POST', `/conferences/${conferenceId}/plan`)).json();
  for (const questionId of fixture.questionIds) {
    const action = { questionId, what: 'Hämtar Ella', ownerId: memberId, dueOn: '2026-12-17', meetsBottomLineIds: fixture.bottomLineIds };
    expect((await coordinator('POST', `/plans/${plan.id}/actions`, action)).statusCode).toBe(201);
  }
  // A row has changed it, so what was read before is another plan.
  expect((await coordinator('POST', `/plans/${plan.id}/present`, { version: plan.version })).statusCode).toBe(412);
  const { version } = (await coordinator('GET', `/conferences/${conferenceId}/plan`)).json();
  const presented = await coordinator('POST', `/plans/${plan.id}/present`, { version });
  expect(presented.json()).toMatchObject({ state: 'presented', blockers: [] });
  expect((await coordinator('POST', `/plans/${plan.id}/decision`, { version: version + 1, decision: 'accept', reviewOn: '2027-03-09' })).statusCode).toBe(403);
  expect((await coordinator('GET', `/plans/${plan.id}/pdf`)).json()).toMatchObject({ code: 'plan-not-accepted' });
  expect((await socialWorker('POST', `/plans/${plan.id}/decision`, { version: version + 1, decision: 'accept', reviewOn: '2027-03-09' })).json()).toMatchObject({ state: 'accepted' });

  const pdf = await coordinator('GET', `/plans/${plan.id}/pdf?memberId=${memberId}`);
  expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="plan.pdf"', 'cache-control': 'no-store' });
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  await phase('endDay');
  expect((await coordinator('GET', `/conferences/${conferenceId}/day`)).json()).toMatchObject({ conference: { state: 'held' }, allowed: [] });
}, 30_000);
