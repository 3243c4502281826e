import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './wall';

/** The short code in a letter leads to the same link as the address in a text. */
export class OpenedLinksByLetter1795400000032 implements MigrationInterface {
  name = 'OpenedLinksByLetter1795400000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION invitation_by_letter_code(p_hash bytea) RETURNS TABLE (municipality_id uuid, id uuid, rotation integer, expires_at timestamptz, revoked boolean, now timestamptz)
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       BEGIN
         RETURN QUERY SELECT i.municipality_id, i.id, i.rotation, i.expires_at, i.revoked_at IS NOT NULL, app_now() FROM invitation i WHERE i.letter_code_hash = p_hash;
       END $$`,
    );
    await allow(runner, ['invitation_by_letter_code(bytea)']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
