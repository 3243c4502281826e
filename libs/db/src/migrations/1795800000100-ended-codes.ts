import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code told on the phone says since when it is out, so that it can end; wrong years are counted in all, wrong codes for themselves. */
export class EndedCodes1795800000100 implements MigrationInterface {
  name = 'EndedCodes1795800000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "invitation" ADD "code_issued_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "invitation" ADD "wrong_years" integer NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE "invitation" ADD "wrong_codes" integer NOT NULL DEFAULT '0'`);
    // The owner is behind the wall as everybody else, and what is filled in here is everybody's.
    await runner.query(`ALTER TABLE invitation NO FORCE ROW LEVEL SECURITY`);
    // Nobody knows since when a code from before is out: it has a day from now.
    await runner.query(`UPDATE invitation SET code_issued_at = app_now() WHERE code_hash IS NOT NULL`);
    await runner.query(`UPDATE invitation SET wrong_years = failed_steps WHERE second_step = 'birthYear'`);
    await runner.query(`ALTER TABLE invitation FORCE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "invitation" ADD CONSTRAINT "invitation_code_has_its_time" CHECK (code_hash IS NULL OR code_issued_at IS NOT NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
