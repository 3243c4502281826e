import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong passwords at an account since its owner was last in, for them to be told: they are the one who knows whether it was them. */
export class CountedWrongTries1795800000141 implements MigrationInterface {
  name = 'CountedWrongTries1795800000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "staff_user" ADD "wrong_tries" integer NOT NULL DEFAULT '0'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
