import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever takes another's messages has agreed to be written to, or no row for a text can exist. */
export class AskedGoBetweens1795600000022 implements MigrationInterface {
  name = 'AskedGoBetweens1795600000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE OR REPLACE FUNCTION require_open_channel() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         PERFORM 1 FROM network_member m
         LEFT JOIN network_member d ON d.municipality_id = m.municipality_id AND d.id = m.delegate_id AND d.removed_at IS NULL AND NOT d.protected AND NOT d.no_sms
           AND EXISTS (SELECT 1 FROM consent c WHERE c.municipality_id = d.municipality_id AND c.member_id = d.id AND c.purpose = 'contact' AND c.withdrawn_at IS NULL
                       AND (c.valid_until IS NULL OR c.valid_until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date))
         WHERE m.municipality_id = NEW.municipality_id AND m.id = NEW.member_id AND NOT m.protected
           AND CASE NEW.channel WHEN 'sms' THEN NOT m.no_sms AND CASE WHEN m.delegate_id IS NULL THEN m.phone ELSE d.phone END IS NOT NULL WHEN 'email' THEN m.email IS NOT NULL ELSE false END;
         IF NOT FOUND THEN
           RAISE EXCEPTION 'the person has no open channel' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_channel_open';
         END IF;
         RETURN NEW;
       END $$`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
