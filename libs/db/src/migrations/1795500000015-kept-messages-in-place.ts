import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No index of `message` looks at its state or lease any longer, so that two of the three updates of a send (claim, mark)
 * rewrite the row where it lies (HOT) and touch no index. Unsent is what has neither a text nor an end, which the gate
 * changes and the database checks; pages keep room for the next version of their rows.
 */
export class KeptMessagesInPlace1795500000015 implements MigrationInterface {
  name = 'KeptMessagesInPlace1795500000015';

  async up(runner: QueryRunner): Promise<void> {
    // Refused for now and to be tried again: no text of theirs has left.
    await runner.query(`UPDATE "message" SET body_hash = NULL, ended_at = NULL WHERE state IN ('planned', 'held', 'queued') AND (body_hash IS NOT NULL OR ended_at IS NOT NULL)`);
    await runner.query(`ALTER TABLE "message" ADD CONSTRAINT "message_unsent_has_no_text" CHECK (state NOT IN ('planned','held','queued') OR (body_hash IS NULL AND ended_at IS NULL))`);
    await runner.query(`DROP INDEX "message_due"`);
    await runner.query(`CREATE INDEX "message_due" ON "message"  ("municipality_id", "due_at") WHERE body_hash IS NULL AND ended_at IS NULL`);
    await runner.query(`DROP INDEX "message_open"`);
    await runner.query(`CREATE INDEX "message_in_doubt" ON "message"  ("municipality_id", "due_at") WHERE reason = 'outcomeUnknown' AND ended_at IS NULL`);
    await runner.query(`ALTER TABLE "message" SET (fillfactor = 70)`);
    await runner.query(`ALTER TABLE "message_attempt" SET (fillfactor = 60)`);
    for (const statement of FUNCTIONS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;
/** What `message_due` holds: planned, held and queued. */
const UNSENT = `m.body_hash IS NULL AND m.ended_at IS NULL`;

const FUNCTIONS = [
  `CREATE OR REPLACE FUNCTION claim_due_messages(p_limit integer, p_horizon interval, p_lease interval) RETURNS TABLE (municipality_id uuid, id uuid, epoch integer, due_at timestamptz) ${definer} AS $$
   DECLARE
     moment timestamptz := app_now();
     busy uuid[];
     share integer;
   BEGIN
     IF EXISTS (SELECT 1 FROM sending_hold h WHERE h.held_since IS NOT NULL) THEN RETURN; END IF;
     SELECT array_agg(mu.id) INTO busy FROM municipality mu WHERE EXISTS (
       SELECT 1 FROM message m WHERE m.municipality_id = mu.id AND ${UNSENT} AND m.state IN ('planned', 'queued') AND m.due_at <= moment + p_horizon
         AND (m.lease_until IS NULL OR m.lease_until < moment));
     IF busy IS NULL THEN RETURN; END IF;
     share := GREATEST(1, p_limit / cardinality(busy));
     RETURN QUERY
     WITH due AS (
       SELECT d.municipality_id, d.id FROM unnest(busy) AS mu(id) CROSS JOIN LATERAL (
         SELECT m.municipality_id, m.id FROM message m
         WHERE m.municipality_id = mu.id AND ${UNSENT} AND m.state IN ('planned', 'queued') AND m.due_at <= moment + p_horizon
           AND (m.lease_until IS NULL OR m.lease_until < moment)
         ORDER BY m.due_at LIMIT share FOR UPDATE SKIP LOCKED) d
     )
     UPDATE message m SET state = 'queued', epoch = m.epoch + 1, lease_until = GREATEST(m.due_at, moment) + p_lease
     FROM due WHERE m.municipality_id = due.municipality_id AND m.id = due.id
     RETURNING m.municipality_id, m.id, m.epoch, m.due_at;
   END $$`,

  `CREATE OR REPLACE FUNCTION lapse_bells() RETURNS integer ${definer} AS $$
   DECLARE
     lapsed integer;
   BEGIN
     UPDATE message m SET lease_until = app_now() - interval '1 second' WHERE ${UNSENT} AND m.state = 'queued' AND m.lease_until >= app_now();
     GET DIAGNOSTICS lapsed = ROW_COUNT;
     RETURN lapsed;
   END $$`,

  // A call without an end is one that nobody has made its operator forget: those are never older than a day, or in doubt.
  `CREATE OR REPLACE FUNCTION messages_in_doubt(p_after interval, p_limit integer) RETURNS TABLE (municipality_id uuid, id uuid, state text) ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT d.municipality_id, d.id, d.state FROM (
       SELECT m.municipality_id, m.id, m.state, m.lease_until FROM message m
       WHERE m.forgotten_at IS NULL AND m.body_hash IS NOT NULL AND m.state = 'sending' AND m.lease_until < app_now() - p_after
       UNION ALL
       SELECT m.municipality_id, m.id, m.state, m.lease_until FROM message m
       WHERE m.reason = 'outcomeUnknown' AND m.ended_at IS NULL AND m.state = 'unknown' AND m.lease_until < app_now() - p_after) d
     ORDER BY d.lease_until LIMIT p_limit;
   END $$`,

  `CREATE OR REPLACE FUNCTION next_message_due() RETURNS timestamptz ${definer} AS $$
   BEGIN
     RETURN (SELECT min(m.due_at) FROM message m WHERE ${UNSENT} AND m.state IN ('planned', 'queued') AND m.due_at > app_now());
   END $$`,
];
