import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A text of the family pages is in use when a second person has read it. Those that one person put in use before stay, marked
 * `alone`, which nothing written from now on can be but by going back to such a text.
 */
export class ReadTextsByTwo1795800000130 implements MigrationInterface {
  name = 'ReadTextsByTwo1795800000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "family_text" ADD "alone" boolean NOT NULL DEFAULT false`);
    // The owner is behind the wall as everybody else, and what is filled in here is everybody's.
    await runner.query(`ALTER TABLE family_text NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`UPDATE family_text SET alone = true WHERE text IS NOT NULL AND reviewed_by IS NULL`);
    await runner.query(`ALTER TABLE family_text FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE FUNCTION keep_texts_by_two() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
       BEGIN
         IF NEW.alone AND NOT EXISTS (
           SELECT 1 FROM family_text t WHERE t.municipality_id = NEW.municipality_id AND t.language = NEW.language AND t.path = NEW.path AND t.text = NEW.text AND t.alone) THEN
           RAISE EXCEPTION 'a text of the family pages needs a second reader' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_text_by_two';
         END IF;
         RETURN NEW;
       END $$`,
    );
    await runner.query(`CREATE TRIGGER family_texts_by_two BEFORE INSERT OR UPDATE ON family_text FOR EACH ROW EXECUTE FUNCTION keep_texts_by_two()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
