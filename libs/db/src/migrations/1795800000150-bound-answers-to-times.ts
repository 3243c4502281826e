import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An answer is about the times it was asked about. Until now it was about whatever times stood when somebody looked, so that a
 * no to a day that the conference was moved to was read as a no to every day that had been polled, and a yes to the day it was
 * moved from as a yes to the new one. Here each answer given so far is bound to what it meant when it was given.
 */
export class BoundAnswersToTimes1795800000150 implements MigrationInterface {
  name = 'BoundAnswersToTimes1795800000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "proposed_time" ADD "polled" boolean NOT NULL DEFAULT true`);
    await runner.query(`ALTER TABLE "answer_time" ALTER COLUMN "value" DROP NOT NULL`);
    // The owner is behind the wall as everybody else, and what is filled in here is everybody's.
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(SET_TIMES);
    for (const step of FILL) await runner.query(step);
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = ['conference', 'proposed_time', 'answer', 'answer_time', 'message', 'audit_entry'];

/** The time that a conference has or had, and any that it had before, where no row tells it. Of an earlier one only the start is known: it is taken to have been as long. */
const SET_TIMES = `
  WITH stood AS (
    SELECT municipality_id, id AS conference_id, starts_local, ends_local FROM conference WHERE starts_local IS NOT NULL AND ends_local IS NOT NULL
    UNION
    SELECT c.municipality_id, c.id, before.starts_local, to_char(before.starts_local::timestamp + (c.ends_local::timestamp - c.starts_local::timestamp), 'YYYY-MM-DD"T"HH24:MI')
    FROM conference c
    JOIN LATERAL (
      SELECT c.moved_from_local AS starts_local UNION
      SELECT m.tells_local FROM message m WHERE m.municipality_id = c.municipality_id AND m.conference_id = c.id AND m.kind IN ('timeSet', 'timeMoved')
    ) before ON before.starts_local IS NOT NULL AND before.starts_local <> c.starts_local
    WHERE c.starts_local IS NOT NULL AND c.ends_local IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM proposed_time p WHERE p.municipality_id = c.municipality_id AND p.conference_id = c.id AND p.starts_local = before.starts_local)
  )
  INSERT INTO proposed_time (municipality_id, id, conference_id, starts_local, ends_local, polled, withdrawn_at)
  SELECT s.municipality_id, gen_random_uuid(), s.conference_id, s.starts_local, s.ends_local, false, NULL FROM stood s
  WHERE NOT EXISTS (SELECT 1 FROM proposed_time p WHERE p.municipality_id = s.municipality_id AND p.conference_id = s.conference_id AND p.starts_local = s.starts_local AND p.ends_local = s.ends_local)`;

/** When a time was set or moved, and to which start: the log knows when, and what was written to people at that moment knows where to. */
const MOMENTS = `
  WITH moments AS (
    SELECT e.municipality_id, e.entity_id AS conference_id, e.at, row_number() OVER (PARTITION BY e.municipality_id, e.entity_id ORDER BY e.at DESC, e.seq DESC) AS from_last
    FROM audit_entry e WHERE e.action IN ('conference.confirm', 'conference.move') AND e.entity_id IS NOT NULL
  ), stood AS (
    SELECT mo.municipality_id, mo.conference_id, mo.at, mo.from_last,
           CASE WHEN mo.from_last = 1 THEN c.starts_local
                ELSE coalesce((SELECT m.tells_local FROM message m WHERE m.municipality_id = mo.municipality_id AND m.conference_id = mo.conference_id AND m.kind IN ('timeSet', 'timeMoved') AND date_trunc('milliseconds', m.created_at) = date_trunc('milliseconds', mo.at) AND m.tells_local IS NOT NULL LIMIT 1),
                              CASE WHEN mo.from_last = 2 THEN c.moved_from_local END) END AS starts_local,
           CASE WHEN mo.from_last = 1 THEN c.ends_local END AS ends_local
    FROM moments mo JOIN conference c ON c.municipality_id = mo.municipality_id AND c.id = mo.conference_id
  ), of_answer AS (
    SELECT a.municipality_id, a.id AS answer_id, a.conference_id, a.coming, a.no_time_fits, s.at AS set_at, s.starts_local, s.ends_local
    FROM answer a
    LEFT JOIN LATERAL (SELECT * FROM stood st WHERE st.municipality_id = a.municipality_id AND st.conference_id = a.conference_id AND st.at <= a.at ORDER BY st.at DESC, st.from_last LIMIT 1) s ON true
  )`;

const FILL = [
  // Given to the poll: a no, or no time that fits, was a no to all of its times; of the others nothing was said.
  `${MOMENTS}
   INSERT INTO answer_time (municipality_id, id, answer_id, proposed_time_id, value)
   SELECT o.municipality_id, gen_random_uuid(), o.answer_id, p.id, CASE WHEN o.coming = 'no' OR o.no_time_fits THEN 'no' END
   FROM of_answer o JOIN proposed_time p ON p.municipality_id = o.municipality_id AND p.conference_id = o.conference_id AND p.polled
   WHERE o.set_at IS NULL
   ON CONFLICT (municipality_id, answer_id, proposed_time_id) DO NOTHING`,
  // Given when a time was set: about that time. What it also said of the polled ones was carried over from before, and is the same.
  `${MOMENTS}
   INSERT INTO answer_time (municipality_id, id, answer_id, proposed_time_id, value)
   SELECT DISTINCT ON (o.answer_id) o.municipality_id, gen_random_uuid(), o.answer_id, p.id, CASE o.coming WHEN 'yes' THEN 'yes' WHEN 'maybe' THEN 'ifNeedBe' ELSE 'no' END
   FROM of_answer o JOIN proposed_time p ON p.municipality_id = o.municipality_id AND p.conference_id = o.conference_id AND p.starts_local = o.starts_local AND (o.ends_local IS NULL OR p.ends_local = o.ends_local)
   WHERE o.set_at IS NOT NULL
   ORDER BY o.answer_id, p.withdrawn_at NULLS FIRST, p.id
   ON CONFLICT (municipality_id, answer_id, proposed_time_id) DO UPDATE SET value = EXCLUDED.value`,
];
