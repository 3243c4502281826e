import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { PRIVATE_TIME, routes, type AnyRoute } from '@radslag/contracts';
import { Conference, FamilyPlan, InboundMessage, Invitation, MemberTie, PlanAction, WorryRow } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { startApi } from './api.fixture';

let t: TestDatabase;
let app: NestFastifyApplication;
let municipalityId: string;

beforeAll(async () => {
  t = await testDatabase();
  await t.moveClockTo(new Date('2026-12-10T15:00:00Z'));
  municipalityId = (await t.aMunicipality()).id;
  app = await startApi(t, 'private');
}, 60_000);
afterAll(async () => {
  await app?.close();
  await t.close();
});

const CONTENT = Object.values(routes as Record<string, AnyRoute>).filter((route) => PRIVATE_TIME[route.name] === 'content');

async function cookieOf(userId: string): Promise<string> {
  const email = `${userId}@example.test`;
  const passwordHash = await hashPassword('rätt häst batteri');
  await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query('UPDATE staff_user SET email = $2, password_hash = $3 WHERE id = $1', [userId, email, passwordHash]));
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { 'x-radslag': '1', 'content-type': 'application/json' }, payload: JSON.stringify({ email, password: 'rätt häst batteri' }) });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

/** A whole case on its evening, with something of everything that can be written about. */
async function anEvening() {
  const fixture = await anActiveCase(t.db, municipalityId);
  const rows = await t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const [member, other] = [await aMember(tx, fixture.referralId), await aMember(tx, fixture.referralId)];
    const conference = await tx.insert(Conference, {
      referralId: fixture.referralId, kind: 'first', state: 'inProgress', phase: 'presentation', scheduleVersion: 1, startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', zone: 'Europe/Stockholm', answerBy: '2026-12-01',
      venueName: null, venueAddress: null, venueDirections: null, venueReleased: false, cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1,
    });
    const invitation = await tx.insert(Invitation, {
      conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'sent', rotation: 0, tokenHash: Buffer.from(newId()), expiresAt: new Date('2026-12-31T00:00:00Z'), revokedAt: null,
      secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: tx.now, answeredAt: null, createdAt: tx.now,
    });
    const tie = await tx.insert(MemberTie, { referralId: fixture.referralId, fromMemberId: member.id, toMemberId: other.id, kind: 'supports', until: null });
    const plan = await tx.insert(FamilyPlan, {
      conferenceId: conference.id, referralId: fixture.referralId, state: 'draft', draftNumber: 1, presentedAt: null, decidedAt: null, decidedBy: null, decisionReason: null, conditions: null, brokenBottomLineId: null, reviewOn: null,
      releasedAt: null, createdAt: tx.now, version: 1,
    });
    const action = await tx.insert(PlanAction, {
      planId: plan.id, questionId: fixture.questionIds[0]!, position: 1, state: 'open', what: 'Hämtar Ella', ownerId: member.id, whenText: null, dueOn: null, checkerId: null, planB: null, needsDecision: false,
      meetsBottomLineIds: [], struckAt: null, version: 1,
    });
    const inbound = await tx.insert(InboundMessage, {
      kind: 'text', referralId: fixture.referralId, conferenceId: conference.id, operator: '46elks', operatorMessageId: newId(), sender: '+46701740617', senderIndex: Buffer.from('x'), text: 'Hej', memberId: member.id, receivedAt: tx.now,
      urgent: false, said: null, unclear: null, sentAt: null, handledAt: null, handledBy: null, handledHow: null, note: null,
    });
    const worry = await tx.insert(WorryRow, { referralId: fixture.referralId, conferenceId: conference.id, memberId: member.id, said: 'callMe', toldAt: tx.now, answeredAt: null, answeredBy: null, measure: null, note: null });
    return { memberId: member.id, worryId: worry.id, otherId: other.id, consentId: member.consentId!, conferenceId: conference.id, invitationId: invitation.id, tieId: tie.id, planId: plan.id, actionId: action.id, inboundId: inbound.id };
  });
  return { ...fixture, ...rows };
}
type Evening = Awaited<ReturnType<typeof anEvening>>;
const setPhase = (evening: Evening, phase: 'privateTime' | 'presentation') => t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.update(Conference, evening.conferenceId, { phase }));

/** What each content endpoint is asked to write: of a form that would be taken at another hour. */
const bodies = (e: Evening): Readonly<Record<string, unknown>> => {
  const member = { givenName: 'Gunnel', familyName: 'Berg', relation: 'mormor', side: 'mother', ring: 'inner' };
  const action = { questionId: e.questionIds[0]!, what: 'Hämtar Ella' };
  const content = { focalPersons: [], situation: 'Hon berättade.', worries: '', strengths: '', goals: '', questions: [], bottomLines: [], noBottomLines: true, resources: [], languages: ['sv'], holdBy: null };
  const range = (day: number) => ({ startsLocal: `2027-01-${day}T16:30`, endsLocal: `2027-01-${day}T20:00` });
  return {
    saveReferral: { version: 1, content }, submitReferral: { version: 1 }, returnReferral: { version: 1, reason: 'Skriv mer.' }, acceptReferral: { version: 1 }, closeReferral: { version: 1, reason: 'withdrew' },
    addMember: member, changeMember: { version: 1, member: { ...member, note: 'hon grät' } }, moveMember: { event: 'prepare' }, removeMember: undefined,
    recordConsent: { purpose: 'shareFacts', form: 'oral', givenOn: '2026-12-10' }, addTie: { fromMemberId: e.memberId, toMemberId: e.otherId, kind: 'strained' }, removeTie: undefined, decidePair: { measure: 'separateRooms', ground: 'De vill det båda.' },
    answerWorry: { measure: 'talked', note: 'Vi har pratats vid.' },
    planConference: undefined, proposeTimes: { version: 1, times: [range(11), range(12), range(13)], answerBy: '2026-12-20' }, setVenue: { version: 1, venue: { name: 'Gula huset', address: '', directions: '', released: true } },
    sendInvitations: { memberIds: [e.otherId] }, recordAnswer: { memberId: e.memberId, source: 'phone', coming: 'yes', times: [] }, fillInTogether: undefined, confirmTime: { version: 1, timeId: e.conferenceId },
    moveConference: { version: 1, ...range(14) }, cancelConference: { version: 1, reason: 'other' },
    startPlan: undefined, addAction: action, changeAction: { version: 1, action }, orderActions: { actionIds: [e.actionId] }, strikeAction: { version: 1 }, presentPlan: { version: 1 },
    decidePlan: { version: 1, decision: 'accept', reviewOn: '2027-03-09' }, revisePlan: { version: 1 }, releasePlan: { memberId: e.otherId, scope: 'own' }, settleAction: { version: 1, event: 'markDone' },
  };
};

describe('a case while its family has its own time', () => {
  let evening: Evening;
  let cookies: Record<string, string>;
  beforeAll(async () => {
    evening = await anEvening();
    cookies = { coordinator: await cookieOf(evening.coordinator.userId), socialWorker: await cookieOf(evening.socialWorker.userId), manager: await cookieOf(evening.manager.userId) };
  }, 60_000);

  const call = (route: AnyRoute, body: unknown, ids: Record<string, string> = evening as never, as?: string) => {
    const role = as ?? (route.access as readonly string[]).find((one) => one in cookies)!;
    const url = `/api/v1${route.path.replace(/:(\w+)/g, (_, name: string) => ids[name]!)}`;
    return app.inject({ method: route.method, url, headers: { 'x-radslag': '1', cookie: cookies[role]!, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, payload: body === undefined ? undefined : JSON.stringify(body) });
  };

  it('answers 423 to every endpoint that writes content, in plain words, and writes nothing', async () => {
    await setPhase(evening, 'privateTime');
    const asked = bodies(evening);
    expect(Object.keys(asked).sort()).toEqual(CONTENT.map((route) => route.name).sort());
    const before = await rowsOf(evening);
    const answers = [];
    for (const route of CONTENT) {
      const answer = await call(route, asked[route.name]);
      answers.push([route.name, answer.statusCode, answer.json().code]);
    }
    expect(answers).toEqual(CONTENT.map((route) => [route.name, 423, 'private-family-time']));
    expect(await rowsOf(evening)).toEqual(before);
    const { title, detail, params } = (await call(routes.addMember, asked['addMember'])).json();
    expect({ title, detail, params }).toEqual({
      title: 'Familjens egen tid pågår', detail: 'Det du skrev har inte sparats. Innehåll i ärendet kan skrivas när familjen är klar med sin egen tid.', params: expect.objectContaining({ untilLocal: '2026-12-10T20:00' }),
    });
  }, 60_000);

  it('tells nobody else that there is such a case', async () => {
    await setPhase(evening, 'privateTime');
    const stranger = await anActiveCase(t.db, municipalityId);
    cookies['stranger'] = await cookieOf(stranger.coordinator.userId);
    for (const name of ['addMember', 'setVenue', 'addAction', 'changeMember', 'fillInTogether'] as const) {
      expect([name, (await call(routes[name], bodies(evening)[name], evening as never, 'stranger')).statusCode]).toEqual([name, 404]);
    }
  }, 30_000);

  it('lets through what is no content: who came, calls for help, a reply that is read, a call that was made, a no, a way in', async () => {
    await setPhase(evening, 'privateTime');
    const passes: readonly [AnyRoute, unknown, number][] = [
      [routes.checkIn, { memberId: evening.memberId, event: 'arrived' }, 200],
      [routes.checkIn, { memberId: evening.memberId, event: 'left' }, 200],
      [routes.recordPhase, { event: 'askForHelp' }, 200],
      [routes.recordCall, { outcome: 'spoke' }, 201],
      [routes.handleInboxItem, { how: 'read' }, 200],
      [routes.reopenInboxItem, undefined, 200],
      [routes.issueCode, undefined, 201],
      [routes.withdrawConsent, undefined, 200],
      [routes.revokeInvitation, undefined, 200],
    ];
    for (const [route, body, status] of passes) expect([route.name, (await call(route, body)).statusCode]).toEqual([route.name, status]);
    const noted = await call(routes.handleInboxItem, { how: 'called', note: 'Hon lät rädd.' });
    expect([noted.statusCode, noted.json().code]).toEqual([423, 'private-family-time']);
    const item = (await call(routes.readInboxItem, undefined)).json();
    expect(item).toMatchObject({ note: '', handledAt: null, privateTime: { untilLocal: '2026-12-10T20:00' } });
    expect(item.allowed).not.toContain('note');
  }, 30_000);

  it('says in the case, the network, the day and the plan that it is so, and lets go when it is over', async () => {
    await setPhase(evening, 'privateTime');
    expect((await call(routes.readCase, undefined)).json()).toMatchObject({ privateTime: { conferenceId: evening.conferenceId, untilLocal: '2026-12-10T20:00' } });
    expect((await call(routes.readNetwork, undefined)).json()).toMatchObject({ editable: false });
    expect((await call(routes.readDay, undefined)).json()).toMatchObject({ contentLocked: true });
    expect((await call(routes.readPlan, undefined)).json()).toMatchObject({ contentLocked: true });
    await setPhase(evening, 'presentation');
    expect((await call(routes.readCase, undefined)).json()).toMatchObject({ privateTime: null });
    expect((await call(routes.addAction, bodies(evening)['addAction'])).statusCode).toBe(201);
    expect((await call(routes.addMember, bodies(evening)['addMember'])).statusCode).toBe(201);
  }, 30_000);

  it('signs nobody out who waits for the family for five hours, and everybody whom no family waits for', async () => {
    const idle = (hours: number) => t.asOwner(`UPDATE staff_session SET last_seen_at = now() - $1 * interval '1 hour' WHERE user_id = ANY($2)`, [hours, [evening.coordinator.userId, evening.socialWorker.userId]]);
    await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [municipalityId]);
    await setPhase(evening, 'privateTime');
    await idle(5);
    expect((await call(routes.readDay, undefined, evening as never, 'coordinator')).statusCode).toBe(200);
    expect((await call(routes.readDay, undefined, evening as never, 'socialWorker')).statusCode).toBe(401);
    // what the screen asks before it warns anybody
    expect((await call(routes.whoAmI, undefined, evening as never, 'coordinator')).json()).toMatchObject({ waitsForFamily: true });
    await setPhase(evening, 'presentation');
    expect((await call(routes.whoAmI, undefined, evening as never, 'coordinator')).json()).toMatchObject({ waitsForFamily: false });
    await idle(5);
    expect((await call(routes.readDay, undefined, evening as never, 'coordinator')).statusCode).toBe(401);
  }, 30_000);
});

const rowsOf = (evening: Evening) =>
  t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const count = async (table: string) => (await tx.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`))[0]!.n;
    const tables = ['network_member', 'member_tie', 'consent', 'conference', 'proposed_time', 'invitation', 'family_session', 'answer', 'family_plan', 'plan_action', 'plan_revision', 'message', 'focal_person', 'family_question'];
    return Promise.all([...tables.map(count), tx.query('SELECT version, state FROM referral WHERE id = $1', [evening.referralId]), tx.query('SELECT version, state, venue_name FROM conference WHERE id = $1', [evening.conferenceId])]);
  });
