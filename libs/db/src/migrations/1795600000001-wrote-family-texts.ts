import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, appRole, wallIn } from './wall';

/**
 * A municipality's own words on the family pages, who has read them, its logo there, and what people write about how the
 * pages work.
 */
export class WroteFamilyTexts1795600000001 implements MigrationInterface {
  name = 'WroteFamilyTexts1795600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...FUNCTIONS]) await runner.query(statement);
    await wallIn(runner, ['family_text']);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON family_text TO ${await appRole(runner)}`);
    await allow(runner, ['set_municipality_logo(text)']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Generated from the entities and read. */
const STATEMENTS = [
  `CREATE TABLE "family_text" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "language" text NOT NULL, "path" text NOT NULL, "version" integer NOT NULL, "text" text, "basis" text NOT NULL, "changed_by" uuid NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reviewed_by" uuid, "reviewed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "family_text_reviewed_by_another" CHECK (reviewed_by IS NULL OR (reviewed_at IS NOT NULL AND (text IS NULL OR reviewed_by <> changed_by))), CONSTRAINT "family_text_language_known" CHECK (language IN ('sv','sv-x-lattlast','en','ar','so','ti','prs','fa','uk','fi','pl','ckb','tr')), CONSTRAINT "PK_2b86be8c77bd5ed6830ea7d8a8e" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "IDX_4616fce32bb3d2d9e28859485c" ON "family_text"  ("municipality_id", "language", "path", "version")`,
  `ALTER TABLE "municipality" ADD "texts_version" integer NOT NULL DEFAULT '0'`,
  `ALTER TABLE "family_text" ADD CONSTRAINT "FK_0c95eecf10bbcd8a9046f31f0e5" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "municipality" ADD "logo" text`,
  `ALTER TABLE "municipality" ADD CONSTRAINT "municipality_logo_small" CHECK (logo IS NULL OR (length(logo) <= 5600 AND logo ~ '^data:image/(png|webp);base64,[A-Za-z0-9+/]+=*$'))`,
  `ALTER TABLE "inbound_message" DROP CONSTRAINT "inbound_message_kind_known"`,
  `ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_kind_known" CHECK (kind IN ('answer','stop','text','unclear','unknownNumber','siteFeedback'))`,
];

/** The application may not write a municipality's row: these two things of it change through what stands here, and in its own only. */
const FUNCTIONS = [
  `CREATE FUNCTION count_family_texts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     UPDATE municipality SET texts_version = texts_version + 1 WHERE id = NEW.municipality_id;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER family_texts_counted AFTER INSERT OR UPDATE ON family_text FOR EACH ROW EXECUTE FUNCTION count_family_texts()`,
  `CREATE FUNCTION set_municipality_logo(p_logo text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     UPDATE municipality SET logo = p_logo, texts_version = texts_version + 1 WHERE id = current_setting('app.municipality')::uuid;
   END $$`,
];
