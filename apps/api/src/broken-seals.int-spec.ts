import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { Answer, Conference, InboundMessage, Invitation, Message, NetworkMember, Task, unreadableOf } from '@radslag/db';
import { UNREADABLE } from '@radslag/domain';
import { createLogger } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from '@radslag/testing';
import { startApi } from './api.fixture';

let t: TestDatabase;
let app: NestFastifyApplication;
let municipalityId: string;
let theCase: CaseFixture;
const logged: object[] = [];

beforeAll(async () => {
  t = await testDatabase();
  await t.moveClockTo(new Date('2026-12-10T10:00:00Z'));
  municipalityId = (await t.aMunicipality()).id;
  theCase = await anActiveCase(t.db, municipalityId);
  app = await startApi(t, 'seals', { logger: Object.assign(createLogger('api', 'silent'), { error: (line: object) => logged.push(line) }) });
}, 60_000);
afterAll(async () => {
  await app?.close();
  await t.close();
});

const inTx = <T>(work: Parameters<typeof t.db.inMunicipality<T>>[2]) => t.db.inMunicipality(municipalityId, { kind: 'system' }, work);
type Caller = (method: string, path: string, body?: unknown) => ReturnType<NestFastifyApplication['inject']>;
async function signedIn({ userId }: { userId: string }): Promise<Caller> {
  const email = `${userId}@example.test`;
  const passwordHash = await hashPassword('rätt häst batteri');
  await inTx((tx) => tx.query('UPDATE staff_user SET email = $2, password_hash = $3 WHERE id = $1', [userId, email, passwordHash]));
  const call = (cookie: string): Caller => (method, path, body) =>
    app.inject({ method: method as 'GET', url: `/api/v1${path}`, headers: { 'x-radslag': '1', cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, payload: body === undefined ? undefined : JSON.stringify(body) });
  const answer = await call('')('POST', '/session', { email, password: 'rätt häst batteri' });
  return call(String(answer.headers['set-cookie']).split(';')[0]!);
}

/** A case with something of everything that is sealed. */
async function everything() {
  return inTx(async (tx) => {
    const whole = await aMember(tx, theCase.referralId, { givenName: 'Gunnel', familyName: 'Nordin', note: 'Helt hel.' });
    const torn = await aMember(tx, theCase.referralId, {
      givenName: 'Yusuf', familyName: 'Ali', agreedWord: 'Kastanj', alias: 'Y', sharedPhone: true, initialsAllowed: true, note: 'Vill ringas.', needs: '[{"need":"interpreter","detail":"arabiska"}]', canHelpWith: 'Skjutsa', email: 'y@example.test', postalAddress: 'Gatan 1',
    });
    const conference = await tx.insert(Conference, {
      referralId: theCase.referralId, kind: 'first', state: 'confirmed', phase: 'notStarted', scheduleVersion: 1, startsLocal: '2026-12-17T16:30', endsLocal: '2026-12-17T20:00', zone: 'Europe/Stockholm', answerBy: null,
      venueName: 'Träffpunkten', venueAddress: 'Gatan 2', venueDirections: 'Ring på', venueReleased: true, cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1,
    });
    for (const member of [whole, torn]) {
      const invitation = await tx.insert(Invitation, { conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'answered', tokenHash: Buffer.from(member.id), expiresAt: new Date('2027-03-01T00:00:00Z'), sentAt: tx.now, createdAt: tx.now, draft: '{}' });
      await tx.insert(Answer, { invitationId: invitation.id, conferenceId: conference.id, memberId: member.id, scheduleVersion: 1, coming: 'yes', mode: 'inPerson', usualTimes: 'kvällar', spokesperson: 'ingen', worry: 'no', note: 'Kommer.', source: 'web', at: tx.now } as never);
      await tx.insert(Message, {
        referralId: theCase.referralId, conferenceId: conference.id, memberId: member.id, invitationId: invitation.id, consentId: member.consentId!, kind: 'reminderWeek', scheduleVersion: 1, channel: 'sms', state: 'planned',
        idempotencyKey: invitation.id, dueAt: new Date('2026-12-11T09:00:00Z'), notAfter: new Date('2026-12-12T09:00:00Z'), createdAt: tx.now,
      });
    }
    const inbound = await tx.insert(InboundMessage, { kind: 'text', referralId: theCase.referralId, conferenceId: conference.id, memberId: torn.id, operator: '46elks', operatorMessageId: 's1', sender: torn.phone!, senderIndex: tx.keys.blindIndex('phone', torn.phone!), text: 'Kan ni ringa?', receivedAt: tx.now } as never);
    await tx.insert(Task, { referralId: theCase.referralId, conferenceId: conference.id, memberId: torn.id, inboundMessageId: inbound.id, kind: 'inboundMessage', createdAt: tx.now });
    await tx.insert(Task, { referralId: theCase.referralId, conferenceId: conference.id, memberId: torn.id, kind: 'callMember', createdAt: tx.now });
    return { whole, torn, conferenceId: conference.id, inboundId: inbound.id };
  });
}

/** The last byte of every sealed value of these tables, of the rows given. */
async function tear(table: string, where: string) {
  const columns = await t.asOwner<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND data_type = 'bytea' AND column_name NOT LIKE '%index' AND column_name NOT LIKE '%hash'`, [table]);
  // The owner is behind the wall too; the application may not change what is a history.
  await t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [municipalityId]);
  for (const { name } of columns) await t.asOwner(`UPDATE ${table} SET ${name} = set_byte(${name}, length(${name}) - 1, get_byte(${name}, length(${name}) - 1) # 1) WHERE ${name} IS NOT NULL AND length(${name}) > 31 AND ${where}`);
}

it('everything that is sealed can be broken, and no page goes down with it: what is whole stands', async () => {
  const { whole, torn, conferenceId, inboundId } = await everything();
  const of: Record<string, string> = { conferenceId, inboundId, memberId: torn.id, referralId: theCase.referralId, language: 'sv' };
  const callers = [await signedIn(theCase.coordinator), await signedIn(theCase.manager), await signedIn(theCase.socialWorker)];
  const gets = Object.values(routes).filter((route) => route.method === 'GET' && route.path !== '/events' && !/:(taskId|planId)/.test(route.path));
  const statuses = async () => {
    const seen: [string, number[]][] = [];
    for (const route of gets) seen.push([route.path, await Promise.all(callers.map(async (call) => (await call('GET', route.path.replace(/:(\w+)/g, (_, name: string) => of[name] ?? name))).statusCode))]);
    return seen;
  };
  const before = await statuses();
  expect(before.filter(([, codes]) => codes.some((code) => code >= 500))).toEqual([]);
  await tear('network_member', `id = '${torn.id}'`);
  for (const table of ['conference', 'answer', 'answer_need', 'inbound_message', 'invitation', 'referral', 'focal_person', 'family_question', 'bottom_line']) await tear(table, 'true');
  const letter = '/members/:memberId/letter';
  const after = await statuses();
  expect(after.filter(([path]) => path !== letter)).toEqual(before.filter(([path]) => path !== letter));
  expect(after.find(([path]) => path === letter)![1].every((code) => code < 500)).toBe(true);

  const [coordinator] = callers;
  const { members } = (await coordinator!('GET', `/referrals/${theCase.referralId}/network`)).json() as { members: { id: string }[] };
  expect(members.find((one) => one.id === whole.id)).toMatchObject({ givenName: 'Gunnel', note: 'Helt hel.' });
  expect(members.find((one) => one.id === whole.id)).not.toHaveProperty('unreadable');
  expect(members.find((one) => one.id === torn.id)).toMatchObject({ givenName: UNREADABLE, phone: null, needs: [], unreadable: expect.arrayContaining(['givenName', 'phone', 'needs', 'note', 'agreedWord']) });
  const { rows } = (await coordinator!('GET', `/conferences/${conferenceId}/proof`)).json() as { rows: { memberId: string; kind: string | null; text: string | null; stopped: string | null }[] };
  expect(rows.find((row) => row.memberId === torn.id && row.kind === 'reminderWeek')).toMatchObject({ text: null, stopped: 'unreadable' });
  expect(rows.find((row) => row.memberId === whole.id && row.kind === 'reminderWeek')!.stopped).toBeNull();
  expect((await coordinator!('GET', '/inbox')).body).toContain(UNREADABLE);

  const told = logged.filter((line) => 'column' in line) as { table: string; column: string; rowId: string; unreadable: number }[];
  expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ municipalityId, table: 'network_member', column: 'given_name', rowId: torn.id })]));
  expect(told.at(-1)!.unreadable).toBe(told.length);
  expect(new Set(told.map(({ table, column, rowId }) => `${table}.${column}.${rowId}`)).size).toBe(told.length);
  expect(JSON.stringify(logged)).not.toMatch(/Yusuf|Kastanj|Gunnel/);
}, 60_000);

it('another row’s ciphertext is as unreadable as none, and what is saved beside it does not write over it', async () => {
  const [mine, theirs] = await inTx(async (tx) => [await aMember(tx, theCase.referralId, { note: 'Min.' }), await aMember(tx, theCase.referralId, { note: 'Deras.' })] as const);
  await inTx((tx) => tx.query('UPDATE network_member SET note = (SELECT note FROM network_member WHERE id = $2), phone = (SELECT phone FROM network_member WHERE id = $2) WHERE id = $1', [mine.id, theirs.id]));
  const sealed = () => inTx((tx) => tx.query<{ note: Buffer; phone: Buffer }>('SELECT note, phone FROM network_member WHERE id = $1', [mine.id]));
  const [before] = await sealed();
  await inTx(async (tx) => {
    const found = await tx.get(NetworkMember, mine.id);
    expect(found).toMatchObject({ note: UNREADABLE, phone: null });
    expect([...unreadableOf(found)].sort()).toEqual(['note', 'phone']);
    await tx.update(NetworkMember, mine.id, { relation: 'farbror', note: found.note, phone: found.phone });
  });
  expect(await sealed()).toEqual([before]);
  await inTx(async (tx) => {
    await tx.get(NetworkMember, mine.id);
    await tx.update(NetworkMember, mine.id, { note: 'Skriven igen.' });
    expect(await tx.get(NetworkMember, mine.id)).toMatchObject({ relation: 'farbror', note: 'Skriven igen.' });
  });
});
