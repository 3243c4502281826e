import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { Answer, Conference, Invitation } from '@radslag/db';
import type { InboxItem, InboxView } from '@radslag/contracts';
import { aMember, anActiveCase, aStaffMember, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { startApi } from '../api.fixture';
import { anAccountAtTwilio, post, repliesTo } from '../hooks/hooks.fixture';

let t: TestDatabase;
let app: NestFastifyApplication;
let municipalityId: string;
const OURS = '+46701740699';

beforeAll(async () => {
  t = await testDatabase();
  await t.moveClockTo(new Date('2026-12-01T11:00:00Z'));
  app = await startApi(t, 'inbox');
}, 60_000);
afterAll(async () => {
  await app?.close();
  await t.close();
});
beforeEach(async () => {
  municipalityId = (await t.aMunicipality()).id;
  await t.asOwner('UPDATE municipality SET sms_number = NULL');
  await t.asOwner('UPDATE municipality SET sms_number = $2 WHERE id = $1', [municipalityId, OURS]);
  await anAccountAtTwilio(t, municipalityId);
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

/** As 46elks posts it. */
const text = async (from: string, message: string, id = `s${Math.random()}`, created = '2026-12-01T10:59:00.000000') => {
  const answer = await app.inject({
    method: 'POST', url: repliesTo('46elks', municipalityId), headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ direction: 'incoming', id, from, to: OURS, created, message }).toString(),
  });
  expect(answer.statusCode).toBe(204);
};

/** As Twilio posts it, with more than we read. */
const byTwilio = (form: Record<string, string>, path = repliesTo('twilio', municipalityId)) => post(app, path, { AccountSid: 'AC1', ApiVersion: '2010-04-01', NumMedia: '0', NumSegments: '1', FromCountry: 'SE', To: OURS, ...form });

async function invited(fixture: CaseFixture, facts: Parameters<typeof aMember>[2] = {}) {
  return t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const member = await aMember(tx, fixture.referralId, { givenName: 'Yusuf', familyName: 'Ali', ...facts });
    const [known] = await tx.find(Conference, { referralId: fixture.referralId });
    const conference = known ?? await tx.insert(Conference, { referralId: fixture.referralId, state: 'polling', createdAt: tx.now });
    const id = tx.newId();
    await tx.insert(Invitation, { id, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'sent', tokenHash: Buffer.from(id), expiresAt: new Date('2027-03-01T00:00:00Z'), sentAt: tx.now, createdAt: tx.now });
    return { member, conference };
  });
}
const inboxOf = async (call: Caller, scope = 'mine'): Promise<InboxView> => (await call('GET', `/inbox?scope=${scope}`)).json();

describe('the inbox', () => {
  it('holds the replies to one’s own cases, the urgent first, and nobody else’s', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const theirs = await anActiveCase(t.db, municipalityId);
    const [one, other] = [await invited(mine), await invited(theirs)];
    await text(one.member.phone!, 'Vi blir fem');
    await text(one.member.phone!, 'Han hotar mig');
    await text(other.member.phone!, 'Hej');
    const coordinator = await signedIn(mine.coordinator);
    const view = await inboxOf(coordinator);
    expect(view.items.map((item) => [item.text, item.urgent, item.person, item.cases.map((one) => one.initials)])).toEqual([['Han hotar mig', true, 'Yusuf A.', ['E.A.']], ['Vi blir fem', false, 'Yusuf A.', ['E.A.']]]);
    expect(view.waiting).toEqual({ mine: 2, unclaimed: 0, urgent: 1 });
    const [otherItem] = (await inboxOf(await signedIn(theirs.coordinator))).items;
    expect((await coordinator('GET', `/inbox/${otherItem!.id}`)).statusCode).toBe(404);
    expect((await coordinator('POST', `/inbox/${otherItem!.id}/handled`, { how: 'read' })).statusCode).toBe(404);
    expect((await inboxOf(await signedIn(mine.manager))).items).toHaveLength(3);
    expect((await (await signedIn(mine.socialWorker))('GET', '/inbox')).statusCode).toBe(403);
  });

  it('shows hostile words as words, without the signs that turn a text around', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const { member } = await invited(mine);
    await text(member.phone!, '\u202Efdp.exe\u202C <b onclick=x>Hej</b>');
    expect((await inboxOf(await signedIn(mine.coordinator))).items).toMatchObject([{ text: 'fdp.exe <b onclick=x>Hej</b>' }]);
  });

  it('shows what a JA did, and asks nobody for anything', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const { member, conference } = await invited(mine);
    await text(member.phone!, 'Ja!', 'the-same');
    await text(member.phone!, 'Ja!', 'the-same');
    const answers = await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.find(Answer, { conferenceId: conference.id }));
    expect(answers.map((answer) => [answer.source, answer.coming])).toEqual([['sms', 'yes']]);
    const view = await inboxOf(await signedIn(mine.coordinator));
    expect(view.items).toMatchObject([{ kind: 'answer', said: 'yes', handledAt: expect.any(String), handledBy: null, allowed: [] }]);
    expect(view.waiting.mine).toBe(0);
  });

  it('is handled by a call with a note, and taken back; the task in the list goes with it', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const { member } = await invited(mine);
    await text(member.phone!, 'Kan någon ringa?');
    const call = await signedIn(mine.coordinator);
    const [item] = (await inboxOf(call)).items;
    const tasks = async () => { const view = (await call('GET', '/today')).json(); return [...view.late, ...view.today, ...view.thisWeek].filter((task: { code: string }) => task.code === 'inboundMessage'); };
    expect(await tasks()).toMatchObject([{ messageId: item!.id, target: 'inbox', params: { person: 'Yusuf A.' }, doneAt: null }]);
    const handled = (await call('POST', `/inbox/${item!.id}/handled`, { how: 'called', note: 'Kommer med sin fru.' })).json() as InboxItem;
    expect(handled).toMatchObject({ handledHow: 'called', note: 'Kommer med sin fru.', handledBy: 'Sanna Lind', allowed: ['reopen'] });
    expect(await tasks()).toMatchObject([{ doneAt: expect.any(String) }]);
    expect((await call('POST', `/inbox/${item!.id}/undo`)).json()).toMatchObject({ handledAt: null, note: 'Kommer med sin fru.', allowed: ['handle', 'note'] });
    const [task] = await tasks();
    expect(task).toMatchObject({ doneAt: null });
    // And from the other side.
    await call('POST', `/tasks/${task.taskId}/done`);
    expect((await inboxOf(call)).items).toMatchObject([{ handledAt: expect.any(String), handledHow: 'read' }]);
  });

  it('keeps what says danger from being ticked off unread: it is dealt with where it is read', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const { member, conference } = await invited(mine);
    await text(member.phone!, 'Jag vågar inte träffa Bo');
    const call = await signedIn(mine.coordinator);
    const [item] = (await inboxOf(call)).items;
    const matrix = async (reader: Caller) => (await reader('GET', `/conferences/${conference.id}/matrix`)).json();
    expect((await matrix(call)).heldBy).toEqual([{ told: 'text', id: item!.id, memberId: member.id, unclaimed: false }]);
    expect((await matrix(await signedIn(mine.socialWorker))).heldBy).toEqual([]);
    const today = (await call('GET', '/today')).json();
    const task = [...today.late, ...today.today].find((one: { code: string }) => one.code === 'inboundMessage');
    const ticked = await call('POST', `/tasks/${task.taskId}/done`);
    expect(ticked.json()).toMatchObject({ status: 422, code: 'danger-unread', title: 'Ett SMS om fara är oläst', detail: expect.stringContaining('inkorgen') });
    expect(ticked.body).not.toContain('Bo');
    expect((await (await signedIn(mine.socialWorker))('POST', `/tasks/${task.taskId}/done`)).statusCode).toBe(404);
    await call('POST', `/inbox/${item!.id}/handled`, { how: 'called' });
    expect((await matrix(call)).heldBy).toEqual([]);
    expect((await call('GET', '/today')).json().today).toMatchObject([{ taskId: task.taskId, doneAt: expect.any(String) }]);
  });

  it('lets the first who knows an unknown number take it to a person of their own case', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const theirs = await anActiveCase(t.db, municipalityId);
    const { member } = await invited(mine);
    const { member: strangerToMe } = await invited(theirs);
    await text('+46701740698', 'Det är mormor, jag har nytt nummer');
    const [first, second] = [await signedIn(mine.coordinator), await signedIn(theirs.coordinator)];
    const [item] = (await inboxOf(first, 'unclaimed')).items;
    expect(item).toMatchObject({ kind: 'unknownNumber', sender: '070-174 06 98', cases: [], person: null, allowed: ['claim', 'handle', 'note'] });
    expect((await first('GET', '/today')).json().today).toMatchObject([{ code: 'unclaimedReplies', params: { count: 1 } }]);
    expect((await first('POST', `/inbox/${item!.id}/claim`, { memberId: strangerToMe.id })).statusCode).toBe(404);
    expect((await first('POST', `/inbox/${item!.id}/claim`, { memberId: member.id })).json()).toMatchObject({ kind: 'text', person: 'Yusuf A.', cases: [{ referralId: mine.referralId }] });
    expect((await second('POST', `/inbox/${item!.id}/claim`, { memberId: strangerToMe.id })).statusCode).toBe(404);
    expect((await inboxOf(second, 'unclaimed')).items).toEqual([]);
    const audit = await t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query<{ action: string }>('SELECT action FROM audit_entry WHERE municipality_id = $1', [municipalityId]));
    expect(audit.map((entry) => entry.action)).toEqual(expect.arrayContaining(['reply.claim', 'inbox.read']));
  });

  it('waits for each of two coordinators when a number stands for people in both cases, and names nobody', async () => {
    const mine = await anActiveCase(t.db, municipalityId);
    const theirs = await anActiveCase(t.db, municipalityId);
    const { member } = await invited(mine);
    await invited(theirs, { phone: member.phone });
    await text(member.phone!, 'ja');
    const [first, second] = [await signedIn(mine.coordinator), await signedIn(theirs.coordinator)];
    const [item] = (await inboxOf(first)).items;
    expect(item).toMatchObject({ kind: 'unclear', unclear: 'severalPeople', person: null, memberId: null, cases: [{ referralId: mine.referralId }], allowed: ['handle'] });
    await first('POST', `/inbox/${item!.id}/handled`, { how: 'read' });
    expect((await inboxOf(first)).waiting.mine).toBe(0);
    expect((await inboxOf(first)).items[0]).toMatchObject({ handledAt: expect.any(String) });
    expect((await inboxOf(second)).waiting.mine).toBe(1);
  });

  it('is closed to other municipalities', async () => {
    await text('+46701740697', 'Hej');
    const home = municipalityId;
    municipalityId = (await t.aMunicipality('Berga kommun')).id;
    const elsewhere = await signedIn(await aStaffMember(t.db, municipalityId, 'coordinator'));
    expect((await inboxOf(elsewhere, 'unclaimed')).items).toEqual([]);
    municipalityId = home;
  });
});

it('a reply by way of Twilio is read as any other, once however often it is told, and answered with nothing to say', async () => {
  const fixture = await anActiveCase(t.db, municipalityId);
  const { member } = await invited(fixture);
  const call = await signedIn(fixture.coordinator);
  for (let i = 0; i < 2; i++) {
    const answer = await byTwilio({ MessageSid: 'SM0001', SmsSid: 'SM0001', From: member.phone!, Body: 'Vi är fem som kommer' });
    expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'text/xml; charset=utf-8', '<?xml version="1.0" encoding="UTF-8"?><Response/>']);
  }
  expect((await inboxOf(call)).items).toMatchObject([{ kind: 'text' }]);
});

it('a reply by way of Twilio is signed in its address, and sixteen kilobytes at most', async () => {
  expect((await byTwilio({ MessageSid: 'SM1', From: '+46701740671', Body: 'Hej' }, `${repliesTo('twilio', municipalityId)}x`)).json()).toMatchObject({ status: 403, code: 'bad-signature' });
  expect((await byTwilio({ MessageSid: 'SM1', From: '+46701740671', Body: 'ሰ'.repeat(670) }, `${repliesTo('twilio', municipalityId)}x`)).json()).toMatchObject({ status: 403, code: 'bad-signature' });
  expect((await byTwilio({ MessageSid: 'SM1', From: '+46701740671', Body: 'ሰ'.repeat(2000) })).json()).toMatchObject({ status: 413, code: 'too-large' });
});
