import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hashToken, linkToken } from '@radslag/access';
import { Conference, Invitation, Message, OperatorAccount } from '@radslag/db';
import { Bells, listenForBells, listeningConnection, ringingConnection } from '@radslag/jobs';
import { inviteMessage, OperatorWays, Pipeline, RecordReceipt } from '@radslag/outreach';
import type { OperatorName } from '@radslag/domain';
import { ElksOperator, httpCaller, signedByTwilio } from '@radslag/sms';
import { aMember, anActiveCase, testDatabase, testRedisUrl, type TestDatabase } from '@radslag/testing';
import { TWILIO_ACCOUNT } from './operators';
import { startOperator } from './start';

/** A word that is in every text of this spec, and nowhere else in the world. */
const CANARY = 'Kanariefågel';
const KEY = Buffer.alloc(32, 5);
const ELKS = { user: 'u', password: 'p' };
const SYSTEM = { kind: 'system' } as const;
const HOUR = 60 * 60_000;

let t: TestDatabase;
let simulator: Awaited<ReturnType<typeof startOperator>>;
let hooks: Server;
const address = (server: { port: number } | Server) => `http://127.0.0.1:${server instanceof Object && 'port' in server ? server.port : (server.address() as AddressInfo).port}`;

beforeAll(async () => {
  Object.assign(process.env, {
    RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: 'postgres://x@127.0.0.1/x', RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_FAMILY_URL: 'https://svara.example',
    RADSLAG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), RADSLAG_LINK_KEY: KEY.toString('base64'), RADSLAG_CALLBACK_KEY: KEY.toString('base64'),
  });
  t = await testDatabase();
  simulator = await startOperator({ ownerDatabaseUrl: t.ownerUrl, port: 0, ...ELKS, smtpPort: undefined, file: undefined, hooks: undefined });
  // Stands where the API does: the operator's own fields, the address's own signature.
  hooks = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const [, , , , operator, , municipalityId, version, messageId, mac] = request.url!.split('/') as string[];
      const form = new URLSearchParams(body);
      const signature = String(request.headers['x-twilio-signature']);
      const signedWith = (tokens: readonly string[]) => signedByTwilio({ url: `${address(hooks)}${request.url}`, form: body, body: Buffer.from(body), signature }, tokens);
      const receipt = { operator: operator as OperatorName, municipalityId: municipalityId!, version: Number(version), signedWith, messageId: messageId!, mac: mac!, id: form.get('MessageSid') ?? form.get('id')!, status: form.get('MessageStatus') ?? form.get('status')! };
      new RecordReceipt(t.db, KEY).execute(receipt).then(() => response.writeHead(204).end(), () => response.writeHead(403).end());
    });
  });
  await new Promise<void>((resolve) => hooks.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await simulator.stop();
  hooks.closeAllConnections();
  await new Promise((resolve) => hooks.close(resolve));
  await t.close();
});

const ask = async (path: string, account: { user: string; password: string }) => {
  const answer = await fetch(`${address(simulator)}${path}`, { headers: { authorization: `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}` } });
  return answer.text();
};
/** Everything that the operators would tell whoever got hold of the accounts. */
const records = async () => `${await ask('/a1/sms?limit=100', ELKS)} ${await ask(`/2010-04-01/Accounts/${TWILIO_ACCOUNT.user}/Messages.json`, TWILIO_ACCOUNT)}`;
const arrivals = async () => (await (await fetch(`${address(simulator)}/control/arrivals`)).json()) as { to: string; message: string }[];
async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 20_000; performance.now() < end && !(await done()); ) await new Promise((resolve) => setTimeout(resolve, 50));
}

it('a day later no text is left in Redis, in the logs or with either operator; the row knows its template and a hash', async () => {
  await t.moveClockTo(new Date('2027-02-02T11:00:00Z'));
  const { id: municipalityId } = await t.aMunicipality();
  const theCase = await anActiveCase(t.db, municipalityId);
  const said: unknown[] = [];
  const caller = httpCaller();
  const ways = new OperatorWays({ db: t.db, fallback: new ElksOperator({ url: address(simulator), ...ELKS }, caller), urls: { '46elks': address(simulator), twilio: address(simulator) }, caller });
  const pipeline = new Pipeline({ db: t.db, ways, settings: { linkKey: KEY, familyUrl: 'https://svara.example', callbackUrl: address(hooks), callbackKey: KEY }, onError: (error) => said.push(error instanceof Error ? error.stack : error) });
  const inTx = <T>(work: Parameters<typeof t.db.inMunicipality<T>>[2]) => t.db.inMunicipality(municipalityId, SYSTEM, work);
  await inTx((tx) => tx.insertMany(OperatorAccount, [
    { operator: '46elks', url: null, ...ELKS, weight: 50, enabled: true, changedAt: new Date(0) },
    { operator: 'twilio', url: null, ...TWILIO_ACCOUNT, weight: 50, enabled: true, changedAt: new Date(0) },
  ]));
  await inTx(async (tx) => {
    const conference = await tx.insert(Conference, { referralId: theCase.referralId, kind: 'first', state: 'polling', scheduleVersion: 1, startsLocal: null, endsLocal: null, zone: 'Europe/Stockholm', answerBy: null, venueName: null, venueAddress: null, venueDirections: null, venueReleased: false, phase: 'notStarted', cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1 });
    for (let i = 0; i < 12; i++) {
      const member = await aMember(tx, theCase.referralId, { agreedWord: CANARY });
      const id = tx.newId();
      const invitation = await tx.insert(Invitation, { id, conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'notSent', rotation: 0, tokenHash: hashToken(linkToken(KEY, id, 0)), expiresAt: new Date(tx.now.getTime() + 90 * 24 * HOUR), revokedAt: null, secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: null, answeredAt: null, createdAt: tx.now });
      await inviteMessage(tx, { conference, invitation, member });
    }
  });
  const invitations = () => inTx((tx) => tx.find(Message, { kind: 'invitation' }));

  // Through Redis, as it is in earnest.
  const prefix = `canary-${process.pid}`;
  const redis = ringingConnection(testRedisUrl(), () => undefined);
  const bells = new Bells(ringingConnection(testRedisUrl(), () => undefined), prefix);
  const listening = listenForBells(listeningConnection(testRedisUrl(), () => undefined), prefix, pipeline.handlers, { concurrency: 2, onError: (error) => said.push(error.stack) });
  await t.moveClockTo(new Date('2027-02-02T11:00:15Z'));
  await until(() => bells.healthy());
  await pipeline.ring(bells);
  await until(async () => {
    await pipeline.sweep();
    return (await invitations()).every(({ state }) => state === 'delivered');
  });
  expect((await arrivals()).filter(({ message }) => message.includes(CANARY))).toHaveLength(12);
  const sent = await invitations();
  expect(new Set(sent.map(({ operator }) => operator))).toEqual(new Set(['46elks', 'twilio']));
  // Twilio keeps what it is given; 46elks was told not to.
  expect(await ask('/a1/sms?limit=100', ELKS)).not.toContain(CANARY);
  expect(await records()).toContain(CANARY);

  await t.moveClockTo(new Date('2027-02-03T11:00:00Z'));
  await pipeline.forget();
  expect(await records()).not.toContain(CANARY);
  expect((await invitations()).every(({ forgottenAt, bodyHash, templateKey, templateVersion }) => forgottenAt !== null && bodyHash!.length === 32 && templateKey === 'invitation.sv' && templateVersion !== null)).toBe(true);
  expect(JSON.stringify(said)).not.toContain(CANARY);
  const keys = await redis.keys(`*${prefix}*`);
  expect(keys.length).toBeGreaterThan(0);
  const everything = await Promise.all(keys.map((key) => redis.dump(key).then((dumped) => `${key} ${dumped}`, () => key)));
  const streams = await Promise.all(keys.map(async (key) => ((await redis.type(key)) === 'stream' ? JSON.stringify(await redis.xrange(key, '-', '+')) : (await redis.type(key)) === 'hash' ? JSON.stringify(await redis.hgetall(key)) : '')));
  for (const text of [...everything, ...streams]) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain('svara.example');
  }
  expect(JSON.stringify(await t.asOwner('SELECT * FROM message'))).not.toContain(CANARY);

  await listening.close();
  await bells.close();
  for (const key of keys) await redis.del(key);
  redis.disconnect();
  ways.close();
});
