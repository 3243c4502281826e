import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { hashToken, linkToken } from '@radslag/access';
import { Conference, Consent, createDataSource, Database, FamilyPlan, FamilyQuestion, FocalPerson, Invitation, NetworkMember, PlanAction, PlanRelease, ProposedTime, Referral, OutreachPolicyVersion, StaffUser, wrapDataKey, type Tx } from '@radslag/db';
import { DEFAULT_OUTREACH_POLICY } from '@radslag/domain';
import { newId } from '@radslag/platform';
import type { Helper } from './main';

/** People to measure with: two municipalities, conferences with twenty invited each, and what may be sent to them. */
type Ground = { databaseUrl: string; ownerDatabaseUrl: string; masterKey: string; linkKey: string };
export type Planted = { municipalityId: string; conferenceId: string; referralId: string; memberId: string; invitationId: string; token: string; timeIds: string[] };

let ground: Ground;
let owner: Client;
let db: Database;
const PEOPLE = 20;
/** For the other helpers of this process. */
export const planted = () => ({ db, owner, municipalities });
const DAY_MS = 86_400_000;
const municipalities: string[] = [];
/** From the range that the regulator keeps for fiction. */
const fictionPhone = (n: number) => `+467017406${String(5 + (n % 95)).padStart(2, '0')}`;
let reference = 0;

export const plant: Record<string, Helper> = {
  open: async (given: Ground) => {
    ground = given;
    owner = new Client({ connectionString: ground.ownerDatabaseUrl });
    owner.on('error', () => undefined);
    await owner.connect();
    const source = createDataSource(ground.databaseUrl, 4, 'radslag-bench');
    await source.initialize();
    const master = Buffer.from(ground.masterKey, 'base64');
    db = new Database(source, master);
    await makeItNoon();
    for (const slug of ['alnas', 'bergsby']) {
      const id = newId();
      municipalities.push(id);
      await owner.query('INSERT INTO municipality (id, slug, name, phone, sms_sender, sms_number) VALUES ($1,$2,$3,$4,$5,NULL)', [id, slug, `${slug} kommun`, '+46701740605', 'Svara']);
      await owner.query('INSERT INTO municipality_key (municipality_id, key_number, wrapped) VALUES ($1, 1, $2)', [id, wrapDataKey(master, id, 1, randomBytes(32))]);
    }
  },

  conferences: async ({ count, state }: { count: number; state: 'polling' | 'confirmed' }) => {
    const planted: Planted[] = [];
    for (const municipalityId of municipalities) {
      await db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
        planted.push(...(await conferencesOf(tx, count / municipalities.length, state)));
      });
    }
    return planted;
  },

  /** A meeting that was held, its plan accepted and released, read by one person behind the second step. */
  plan: async ({ municipalityId, conferenceId, referralId, memberId, invitationId }: Planted) => {
    await db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
      await tx.update(Conference, conferenceId, { state: 'held' });
      await tx.update(Invitation, invitationId, { secondStep: 'birthYear' });
      const question = await tx.insert(FamilyQuestion, { referralId, position: 1, text: 'Hur kommer Ella till skolan varje dag?' });
      const decided = { presentedAt: tx.now, decidedAt: tx.now, decidedBy: null, decisionReason: null, conditions: null, brokenBottomLineId: null };
      const plan = await tx.insert(FamilyPlan, { ...decided, conferenceId, referralId, state: 'accepted', draftNumber: 1, reviewOn: dayAhead(tx, 90), releasedAt: tx.now, createdAt: tx.now, version: 1 });
      const action = { planId: plan.id, questionId: question.id, state: 'open' as const, checkerId: null, needsDecision: false, meetsBottomLineIds: [], struckAt: null, version: 1 };
      const words = { what: 'Hämtar Ella efter skolan och äter middag med henne', whenText: 'tisdagar och torsdagar kl. 15.30', planB: 'Grannen hämtar, mormor ringer skolan.' };
      await tx.insertMany(PlanAction, [1, 2, 3, 4, 5, 6].map((position) => ({ ...action, ...words, position, ownerId: memberId, dueOn: position === 1 ? dayAhead(tx, 30) : null })));
      await tx.insert(PlanRelease, { planId: plan.id, memberId, scope: 'all', how: 'attended', releasedAt: tx.now, releasedBy: null, withdrawnAt: null, withdrawnBy: null });
    });
  },

  /** Sessions that people have opened: id and the digest of its secret, as hex. */
  sessions: async () => {
    const found: { invitationId: string; sessionId: string; tokenHash: string }[] = [];
    for (const municipalityId of municipalities) {
      const rows = await db.inMunicipality(municipalityId, { kind: 'system' }, (tx) =>
        tx.query<(typeof found)[number]>(`SELECT invitation_id AS "invitationId", id AS "sessionId", encode(token_hash, 'hex') AS "tokenHash" FROM family_session WHERE municipality_id = $1`, [municipalityId]),
      );
      found.push(...rows);
    }
    return found;
  },

  /** A reminder for everyone in these conferences, due tomorrow: nobody looks at it yet. */
  messages: async ({ round, conferenceIds }: { round: number; conferenceIds: string[] }) => {
    let planned = 0;
    for (const municipalityId of municipalities) {
      await db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
        await tx.query(
          `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
           SELECT $1, uuidv7(), c.referral_id, c.id, i.member_id, i.id, i.consent_id, 'reminderDay', c.schedule_version, 'sms', 'planned', 'bench:' || $2::text || ':' || i.id, $3::timestamptz + interval '1 day', $3::timestamptz + interval '2 days', 0, 0, $3
           FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id WHERE i.municipality_id = $1 AND c.id = ANY($4)`,
          [municipalityId, round, tx.now, conferenceIds],
        );
        const [counted] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM message WHERE municipality_id = $1 AND state = 'planned'`, [municipalityId]);
        planned += counted!.n;
      });
    }
    // as autovacuum would have it before long
    await owner.query('ANALYZE');
    return planned;
  },

  /** They fall due, all at once, and the worker is told as if somebody had moved the clock; or only some of one municipality, and it finds out by itself. */
  due: async ({ only, limit = null }: { only?: string; limit?: number | null } = {}) => {
    await owner.query('BEGIN');
    for (const municipalityId of only === undefined ? municipalities : [only]) {
      await owner.query(`SELECT set_config('app.municipality', $1, true)`, [municipalityId]);
      await owner.query(`UPDATE message SET due_at = app_now() - interval '1 second' WHERE municipality_id = $1 AND id IN (SELECT id FROM message WHERE municipality_id = $1 AND state = 'planned' AND due_at > app_now() LIMIT $2)`, [municipalityId, limit]);
    }
    if (only === undefined) await owner.query(`SELECT pg_notify('radslag_clock', '')`);
    await owner.query('COMMIT');
  },

  /** Resolves when every message of this round has come to an end, and says which. */
  settled: async () => {
    for (;;) {
      const states: Record<string, number> = {};
      for (const municipalityId of municipalities) {
        await db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
          const open = await tx.query(`SELECT 1 FROM message WHERE municipality_id = $1 AND state IN ('planned', 'queued', 'sending') LIMIT 1`, [municipalityId]);
          if (open.length > 0) states['open'] = 1;
        });
      }
      if (states['open'] === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const at = performance.timeOrigin + performance.now();
    const ended: Record<string, number> = {};
    for (const municipalityId of municipalities) {
      const rows = await db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.query<{ state: string; n: number }>(`SELECT state, count(*)::int AS n FROM message WHERE municipality_id = $1 GROUP BY state`, [municipalityId]));
      for (const { state, n } of rows) ended[state] = (ended[state] ?? 0) + n;
    }
    return { at, ended };
  },

  now: async () => (await db.now()).getTime(),
};

/** Nothing is sent at night, and a bench may well be run then. A constant: no table is read, as in production. */
async function makeItNoon(): Promise<void> {
  const { rows } = await owner.query<{ shift: number }>(`SELECT extract(epoch FROM date_trunc('day', now() AT TIME ZONE 'Europe/Stockholm') + interval '11 hours' - now() AT TIME ZONE 'Europe/Stockholm')::int AS shift`);
  await owner.query(`CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT now() + interval '${Number(rows[0]!.shift)} seconds' $$`);
}

const dayAhead = (tx: Tx, days: number): string => new Date(tx.now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

export async function conferencesOf(tx: Tx, count: number, state: 'polling' | 'confirmed', people = PEOPLE): Promise<Planted[]> {
  const coordinatorId = await aCoordinator(tx);
  const planted: Planted[] = [];
  for (let n = 0; n < count; n += 1) planted.push(...(await aConference(tx, coordinatorId, state, people)));
  return planted;
}

async function aCoordinator(tx: Tx): Promise<string> {
  const id = tx.newId();
  await tx.insert(StaffUser, { id, email: `${id}@example.test`, name: 'Sanna Lind', role: 'coordinator', passwordHash: 'none', phone: '+46701740612', language: 'sv', disabledAt: null });
  // Every round texts the same people: the cap would hold the fourth.
  const [before] = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM outreach_policy WHERE municipality_id = $1', [tx.municipalityId]);
  await tx.insert(OutreachPolicyVersion, { version: before!.n + 1, policy: { ...DEFAULT_OUTREACH_POLICY, mostPerWeek: 1_000 }, changedBy: id, changedAt: tx.now });
  return id;
}

async function aConference(tx: Tx, coordinatorId: string, state: 'polling' | 'confirmed', count: number): Promise<Planted[]> {
  const day = (days: number) => dayAhead(tx, days);
  const nothing = { worries: null, strengths: null, goals: null, noBottomLines: false, returnReason: null, closedAt: null, closingReason: null, holdBy: null, offerId: null };
  const moments = { submittedAt: tx.now, acceptedAt: tx.now, allocatedAt: tx.now, conflictDeclaredAt: tx.now, createdAt: tx.now, updatedAt: tx.now };
  const referral = await tx.insert(Referral, { ...nothing, ...moments, reference: `${day(0).slice(0, 4)}-${String(++reference).padStart(3, '0')}`, state: 'active', socialWorkerId: coordinatorId, coordinatorId, situation: 'Mamma är ofta trött.', languages: ['sv'], version: 1 });
  await tx.insert(FocalPerson, { referralId: referral.id, position: 1, givenName: 'Ella', familyName: 'Alm', birthDate: '2017-05-02', personalNumber: null, protected: false });
  const time = state === 'confirmed' ? { startsLocal: `${day(2)}T17:30`, endsLocal: `${day(2)}T20:30` } : { startsLocal: null, endsLocal: null };
  const venue = { venueName: 'Hembygdsgården', venueAddress: 'Kyrkvägen 4, Alnäs', venueDirections: 'Ingång från gården.', venueReleased: state === 'confirmed' };
  const conference = await tx.insert(Conference, { referralId: referral.id, kind: 'first', state, scheduleVersion: 1, ...time, zone: 'Europe/Stockholm', answerBy: day(7), ...venue, phase: 'notStarted', cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 1 });
  const times = await tx.insertMany(ProposedTime, [9, 10, 13, 14, 16].map((days) => ({ conferenceId: conference.id, startsLocal: `${day(days)}T17:30`, endsLocal: `${day(days)}T20:30`, withdrawnAt: null })));

  const given = ['Anna', 'Bo', 'Carin', 'David', 'Eva', 'Fatima', 'Gun', 'Hassan', 'Inga', 'Johan'];
  const traits = { focalPersonId: null, staffUserId: null, professional: false, guardian: false, supportPerson: false, mustAttend: false, sharedPhone: false, noSms: false, protected: false };
  const blank = { needs: null, canHelpWith: null, note: null, agreedAt: tx.now, contactedAt: tx.now, preparedAt: null, removedAt: null, createdAt: tx.now, version: 1 };
  const members = await tx.insertMany(
    NetworkMember,
    Array.from({ length: count }, (_, n) => {
      const phone = fictionPhone(n);
      const person = { givenName: given[n % 10]!, familyName: n < 10 ? 'Alm' : 'Berg', relation: n < 10 ? 'moster' : 'farbror', birthYear: '1980', phone, phoneIndex: tx.keys.blindIndex('phone', phone) };
      return { ...traits, ...blank, ...person, id: tx.newId(), referralId: referral.id, state: 'contacted' as const, side: n < 10 ? ('mother' as const) : ('father' as const), ring: 'middle' as const, language: 'sv', channel: 'sms' as const };
    }),
  );
  const consents = await tx.insertMany(Consent, members.map((member) => ({ referralId: referral.id, memberId: member.id, purpose: 'contact' as const, form: 'oral' as const, givenOn: day(-30), validUntil: null, withdrawnAt: null, recordedBy: coordinatorId, recordedAt: tx.now, note: null })));
  const people = members.map((member, n) => {
    const invitationId = tx.newId();
    const token = linkToken(Buffer.from(ground.linkKey, 'base64'), invitationId, 0);
    return { memberId: member.id, consentId: consents[n]!.id, invitationId, token };
  });
  await tx.insertMany(
    Invitation,
    people.map(({ memberId, consentId, invitationId, token }) => ({
      id: invitationId, conferenceId: conference.id, memberId, consentId, state: 'sent' as const, rotation: 0, tokenHash: hashToken(token), expiresAt: new Date(tx.now.getTime() + 60 * DAY_MS), revokedAt: null,
      secondStep: 'none', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: tx.now, answeredAt: null, createdAt: tx.now,
    })),
  );
  const at = { municipalityId: tx.municipalityId, conferenceId: conference.id, referralId: referral.id, timeIds: times.map((one) => one.id) };
  return people.map(({ memberId, invitationId, token }) => ({ ...at, memberId, invitationId, token }));
}
