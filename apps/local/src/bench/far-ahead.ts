import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createDataSource, Database } from '@radslag/db';
import { Bells, ringingConnection } from '@radslag/jobs';
import { claimDue, ringDue } from '@radslag/outreach';
import type { Helper } from './main';

/**
 * Databases with nothing in them but messages far ahead, for what only looks at messages: claiming, and ringing anew. Written
 * without triggers, so that a million take seconds; nobody ever asks whom they are for.
 */
type Field = { superuserUrl: string; url: string };
type Filled = { superuser: Client; db: Database; municipalities: string[] };

const fields = new Map<string, Filled>();
const DUE = 500;
const AT_ONCE = 100_000;
const EVERYTHING = { limit: DUE, horizonMs: 3_600_000, leaseMs: 60_000 };

export const farAhead: Record<string, Helper> = {
  open: async ({ name, superuserUrl, url }: Field & { name: string }) => {
    const superuser = new Client({ connectionString: superuserUrl });
    superuser.on('error', () => undefined);
    await superuser.connect();
    await superuser.query(`SET session_replication_role = replica`);
    const source = createDataSource(url, 4, 'radslag-bench');
    await source.initialize();
    const municipalities: string[] = [];
    for (const slug of ['alnas', 'bergsby']) {
      const { rows } = await superuser.query<{ id: string }>(`INSERT INTO municipality (id, slug, name, phone, sms_sender, sms_number) VALUES (uuidv7(), $1, $1 || ' kommun', '+46701740605', 'Svara', NULL) RETURNING id`, [slug]);
      municipalities.push(rows[0]!.id);
    }
    fields.set(name, { superuser, db: new Database(source, randomBytes(32)), municipalities });
  },

  /** So many rows, evenly over the coming year from an hour ahead, half of them each municipality's. */
  plan: async ({ name, from, rows }: { name: string; from: number; rows: number }) => {
    await plan(name, from, Math.min(rows, AT_ONCE), `app_now() + interval '1 hour' + random() * interval '364 days'`);
    return Math.min(rows, AT_ONCE);
  },

  /** As autovacuum would have it before long. */
  settle: async ({ name }: { name: string }) => void (await fields.get(name)!.superuser.query('VACUUM ANALYZE message')),

  /** A full batch on top that is due, claimed as often as asked: median milliseconds of a claim. */
  claim: async ({ name, times }: { name: string; times: number }) => {
    const { superuser, db } = fields.get(name)!;
    const { rows } = await superuser.query<{ n: number }>(`SELECT count(*)::int AS n FROM message WHERE due_at <= app_now()`);
    if (rows[0]!.n === 0) await plan(name, 0, DUE, `app_now() - interval '1 minute'`);
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      await superuser.query(`UPDATE message SET state = 'planned', lease_until = NULL WHERE due_at <= app_now()`);
      const begun = performance.now();
      const claimed = await claimDue(db, { limit: DUE, horizonMs: 0, leaseMs: 60_000 });
      took.push(performance.now() - begun);
      if (claimed.length !== DUE) throw new Error(`${claimed.length} of ${DUE} due messages were claimed`);
    }
    return took.sort((a, b) => a - b)[took.length >> 1];
  },

  /** Rung for once; then Redis is emptied, and all are rung for again, as the planner does it. Milliseconds of the second time. */
  ringAnew: async ({ name, redisUrl, rows }: { name: string; redisUrl: string; rows: number }) => {
    const { superuser, db } = fields.get(name)!;
    const redis = ringingConnection(redisUrl, () => undefined);
    await new Promise((resolve) => redis.once('ready', resolve));
    const bells = new Bells(redis, 'bench-anew');
    try {
      await superuser.query('TRUNCATE message CASCADE');
      await plan(name, 0, rows, `app_now() + interval '30 minutes' + random() * interval '10 minutes'`);
      await superuser.query('VACUUM ANALYZE message');
      const first = await ringDue(db, bells, EVERYTHING);
      await redis.flushall();
      const begun = performance.now();
      const again = await ringDue(db, bells, EVERYTHING);
      const took = performance.now() - begun;
      if (first !== rows || again !== rows) throw new Error(`of ${rows} messages ${first} were rung for, and ${again} again`);
      return took;
    } finally {
      await redis.flushall();
      await bells.close();
    }
  },
};

async function plan(name: string, from: number, rows: number, dueAt: string): Promise<void> {
  const { superuser, municipalities } = fields.get(name)!;
  await superuser.query(
    `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
     SELECT ($1::uuid[])[1 + n % 2], uuidv7(), who, who, who, who, who, 'reminderDay', 1, 'sms', 'planned', 'far:' || n || ':' || who, due, due + interval '1 day', 0, 0, app_now()
     FROM (SELECT n, gen_random_uuid() AS who, ${dueAt} AS due FROM generate_series($2::int + 1, $2::int + $3::int) n) ahead`,
    [municipalities, from, rows],
  );
}
