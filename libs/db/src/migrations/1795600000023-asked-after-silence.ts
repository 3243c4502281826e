import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './wall';

/**
 * A whole machine may be put back from a backup, Redis and all: nobody there remembers that it was once further on. After a
 * silence sending is held by the beat that ends it (`checking`), for all workers at once, until the operators have been asked.
 */
export class AskedAfterSilence1795600000023 implements MigrationInterface {
  name = 'AskedAfterSilence1795600000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await allow(runner, ['hold_sending(text, timestamptz)', 'note_alive()', 'end_checking(boolean)']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

const STATEMENTS = [
  // Whatever else is a reason to hold outlasts a check.
  `CREATE OR REPLACE FUNCTION hold_sending(p_because text, p_lost_since timestamptz DEFAULT NULL) RETURNS void ${definer} AS $$
   BEGIN
     UPDATE sending_hold h SET held_since = coalesce(h.held_since, now()), because = CASE WHEN h.held_since IS NULL OR h.because = 'checking' THEN p_because ELSE h.because END,
       lost_since = coalesce(h.lost_since, p_lost_since);
   END $$`,
  `CREATE FUNCTION end_checking(p_lost boolean) RETURNS void ${definer} AS $$
   BEGIN
     UPDATE sending_hold SET held_since = CASE WHEN p_lost THEN held_since END, because = CASE WHEN p_lost THEN 'restored' END, lost_since = CASE WHEN p_lost THEN lost_since END
     WHERE because = 'checking';
   END $$`,
  `DROP FUNCTION note_alive()`,
  `CREATE FUNCTION note_alive() RETURNS TABLE (previous timestamptz, previous_app timestamptz, alive_at timestamptz, because text) ${definer} AS $$
   DECLARE
     here text;
     before sending_hold%ROWTYPE;
     elsewhere boolean;
     silent boolean;
   BEGIN
     SELECT s.system_identifier::text || '/' || c.timeline_id::text INTO here FROM pg_control_system() s, pg_control_checkpoint() c;
     SELECT * INTO before FROM sending_hold FOR UPDATE;
     elsewhere := before.cluster IS DISTINCT FROM here AND before.cluster IS NOT NULL;
     silent := before.held_since IS NULL AND before.alive_at < now() - interval '2 minutes';
     UPDATE sending_hold h SET cluster = here, alive_at = now(), alive_app_at = app_now(),
       held_since = CASE WHEN elsewhere OR silent THEN coalesce(h.held_since, now()) ELSE h.held_since END,
       because = CASE WHEN elsewhere AND (h.because IS NULL OR h.because = 'checking') THEN 'another-cluster' WHEN silent THEN 'checking' ELSE h.because END,
       lost_since = CASE WHEN elsewhere OR silent THEN coalesce(h.lost_since, before.alive_app_at) ELSE h.lost_since END;
     RETURN QUERY SELECT before.alive_at, before.alive_app_at, h.alive_at, CASE WHEN h.held_since IS NOT NULL THEN h.because END FROM sending_hold h;
   END $$`,
];
