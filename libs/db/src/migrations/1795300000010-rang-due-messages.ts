import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Claiming, once the pipeline was real: a lease also holds back a planned row (a retry waits for its backoff), an idle
 * municipality's share goes to those that have something due, and bells lost with Redis can be rung again at once.
 */
export class RangDueMessages1795300000010 implements MigrationInterface {
  name = 'RangDueMessages1795300000010';

  async up(runner: QueryRunner): Promise<void> {
    const [{ role }] = (await runner.query(`SELECT current_setting('radslag.app_role') AS role`)) as [{ role: string }];
    const app = `"${role.replaceAll('"', '""')}"`;
    for (const statement of FUNCTIONS) await runner.query(statement);
    await runner.query(`REVOKE ALL ON FUNCTION lapse_bells() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION lapse_bells() TO ${app}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

const FUNCTIONS = [
  `CREATE OR REPLACE FUNCTION claim_due_messages(p_limit integer, p_horizon interval, p_lease interval) RETURNS TABLE (municipality_id uuid, id uuid, epoch integer, due_at timestamptz) ${definer} AS $$
   DECLARE
     moment timestamptz := app_now();
     busy uuid[];
     share integer;
   BEGIN
     SELECT array_agg(mu.id) INTO busy FROM municipality mu WHERE EXISTS (
       SELECT 1 FROM message m WHERE m.municipality_id = mu.id AND m.state IN ('planned', 'queued') AND m.due_at <= moment + p_horizon
         AND (m.lease_until IS NULL OR m.lease_until < moment));
     IF busy IS NULL THEN RETURN; END IF;
     share := GREATEST(1, p_limit / cardinality(busy));
     RETURN QUERY
     WITH due AS (
       SELECT d.municipality_id, d.id FROM unnest(busy) AS mu(id) CROSS JOIN LATERAL (
         SELECT m.municipality_id, m.id FROM message m
         WHERE m.municipality_id = mu.id AND m.state IN ('planned', 'queued') AND m.due_at <= moment + p_horizon
           AND (m.lease_until IS NULL OR m.lease_until < moment)
         ORDER BY m.due_at LIMIT share FOR UPDATE SKIP LOCKED) d
     )
     UPDATE message m SET state = 'queued', epoch = m.epoch + 1, lease_until = GREATEST(m.due_at, moment) + p_lease
     FROM due WHERE m.municipality_id = due.municipality_id AND m.id = due.id
     RETURNING m.municipality_id, m.id, m.epoch, m.due_at;
   END $$`,

  // Redis came back empty: what was rung is rung anew, without waiting for its lease.
  `CREATE FUNCTION lapse_bells() RETURNS integer ${definer} AS $$
   DECLARE
     lapsed integer;
   BEGIN
     UPDATE message SET lease_until = app_now() - interval '1 second' WHERE state = 'queued' AND lease_until >= app_now();
     GET DIAGNOSTICS lapsed = ROW_COUNT;
     RETURN lapsed;
   END $$`,
];
