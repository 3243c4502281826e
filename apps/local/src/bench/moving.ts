import type { Tx } from '@radslag/db';
import { planConferenceMessages } from '@radslag/outreach';
import type { Helper } from './main';
import { conferencesOf, planted } from './plant';

const SYSTEM = { kind: 'system' } as const;
const DAY_MS = 86_400_000;
const REMINDERS = ['reminderWeek', 'reminderDay', 'reminderHours'];
/** Far enough ahead for a week's reminder, too near for a fortnight's: three for each person. */
const DAYS_AHEAD = [9, 10, 11, 12];
/** Messages for each person of the backlog. */
const EACH = 40;
let moved = 0;

/** A confirmed conference gets another time, with all that is sent about it: what a coordinator's one click costs. */
export const moving: Record<string, Helper> = {
  meetings: async ({ count, people }: { count: number; people: number }) => {
    const { db, municipalities } = planted();
    const municipalityId = municipalities[0]!;
    const ids = await db.inMunicipality(municipalityId, SYSTEM, (tx) => conferencesOf(tx, count, 'confirmed', people));
    const conferenceIds = [...new Set(ids.map((one) => one.conferenceId))];
    for (const id of conferenceIds) await db.inMunicipality(municipalityId, SYSTEM, (tx) => move(tx, id));
    return { municipalityId, conferenceIds };
  },

  /** One after the other: reminders in a second. */
  move: async ({ municipalityId, conferenceIds }: { municipalityId: string; conferenceIds: string[] }) => {
    const { db } = planted();
    const begun = performance.now();
    for (const id of conferenceIds) await db.inMunicipality(municipalityId, SYSTEM, (tx) => move(tx, id));
    const seconds = (performance.now() - begun) / 1000;
    const [row] = await db.inMunicipality(municipalityId, SYSTEM, (tx) =>
      tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM message WHERE municipality_id = $1 AND conference_id = ANY($2) AND state = 'planned' AND kind = ANY($3)`, [municipalityId, conferenceIds, REMINDERS]),
    );
    return { reminders: row!.n, perSecond: row!.n / seconds };
  },

  /** A great many messages to one municipality's people, and one that the other's may get: not due yet. */
  backlog: async ({ messages }: { messages: number }) => {
    const { db, owner, municipalities } = planted();
    const [large, small] = municipalities as [string, string];
    await owner.query('TRUNCATE message CASCADE');
    const people = Math.ceil(messages / EACH);
    await db.inMunicipality(large, SYSTEM, (tx) => conferencesOf(tx, Math.ceil(people / 20), 'confirmed'));
    await db.inMunicipality(small, SYSTEM, (tx) => conferencesOf(tx, 1, 'confirmed'));
    for (let written = 0; written < EACH; written += 2) await db.inMunicipality(large, SYSTEM, (tx) => write(tx, written, 2, people));
    await db.inMunicipality(small, SYSTEM, (tx) => write(tx, 0, 1, 20));
    await owner.query('ANALYZE');
    return { large, small };
  },
};

/** Reminders to those who were invited last. */
async function write(tx: Tx, from: number, copies: number, people: number): Promise<void> {
  await tx.query(
    `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
     SELECT $1, uuidv7(), c.referral_id, c.id, i.member_id, i.id, i.consent_id, 'reminderDay', c.schedule_version, 'sms', 'planned', 'backlog:' || $3::int + n || ':' || i.id,
            $2::timestamptz + interval '1 day', $2::timestamptz + interval '2 days', 0, 0, $2
     FROM (SELECT * FROM invitation WHERE municipality_id = $1 ORDER BY id DESC LIMIT $5) i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id, generate_series(1, $4::int) n`,
    [tx.municipalityId, tx.now, from, copies, people],
  );
}

async function move(tx: Tx, conferenceId: string): Promise<void> {
  const day = new Date(tx.now.getTime() + DAYS_AHEAD[(moved += 1) % DAYS_AHEAD.length]! * DAY_MS).toISOString().slice(0, 10);
  await tx.query(`UPDATE conference SET schedule_version = schedule_version + 1, starts_local = $3, ends_local = $4, version = version + 1 WHERE municipality_id = $1 AND id = $2`, [
    tx.municipalityId, conferenceId, `${day}T17:30`, `${day}T20:30`,
  ]);
  await planConferenceMessages(tx, conferenceId, 'timeMoved');
}
