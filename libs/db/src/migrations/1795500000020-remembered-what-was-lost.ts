import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './wall';

/**
 * A restored database also knows since when it may have forgotten what was sent (`lost_since`, by the clock of `app_now()`,
 * as operators' records are), so that they can be asked before sending is released.
 */
export class RememberedWhatWasLost1795500000020 implements MigrationInterface {
  name = 'RememberedWhatWasLost1795500000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await allow(runner, ['sending_hold()', 'hold_sending(text, timestamptz)', 'release_sending()', 'note_alive()']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

const STATEMENTS = [
  `ALTER TABLE sending_hold ADD alive_app_at timestamptz, ADD lost_since timestamptz`,
  `DROP FUNCTION sending_hold()`,
  `DROP FUNCTION hold_sending(text)`,
  `DROP FUNCTION note_alive()`,
  `CREATE FUNCTION sending_hold() RETURNS TABLE (held_since timestamptz, because text, lost_since timestamptz) ${definer} STABLE AS $$
   BEGIN
     RETURN QUERY SELECT h.held_since, h.because, h.lost_since FROM sending_hold h WHERE h.held_since IS NOT NULL;
   END $$`,
  `CREATE FUNCTION hold_sending(p_because text, p_lost_since timestamptz DEFAULT NULL) RETURNS void ${definer} AS $$
   BEGIN
     UPDATE sending_hold h SET held_since = coalesce(h.held_since, now()), because = CASE WHEN h.held_since IS NULL THEN p_because ELSE h.because END, lost_since = coalesce(h.lost_since, p_lost_since);
   END $$`,
  `CREATE OR REPLACE FUNCTION release_sending() RETURNS void ${definer} AS $$
   BEGIN
     UPDATE sending_hold SET held_since = NULL, because = NULL, lost_since = NULL;
   END $$`,
  // As before; and when it last beat by the clock that messages go by.
  `CREATE FUNCTION note_alive() RETURNS TABLE (previous timestamptz, previous_app timestamptz, alive_at timestamptz, held boolean) ${definer} AS $$
   DECLARE
     here text;
     before sending_hold%ROWTYPE;
     elsewhere boolean;
   BEGIN
     SELECT s.system_identifier::text || '/' || c.timeline_id::text INTO here FROM pg_control_system() s, pg_control_checkpoint() c;
     SELECT * INTO before FROM sending_hold FOR UPDATE;
     elsewhere := before.cluster IS DISTINCT FROM here AND before.cluster IS NOT NULL;
     UPDATE sending_hold h SET cluster = here, alive_at = now(), alive_app_at = app_now(),
       held_since = CASE WHEN elsewhere THEN coalesce(h.held_since, now()) ELSE h.held_since END,
       because = CASE WHEN elsewhere THEN coalesce(h.because, 'another-cluster') ELSE h.because END,
       lost_since = CASE WHEN elsewhere THEN coalesce(h.lost_since, before.alive_app_at) ELSE h.lost_since END;
     RETURN QUERY SELECT before.alive_at, before.alive_app_at, h.alive_at, h.held_since IS NOT NULL FROM sending_hold h;
   END $$`,
];
