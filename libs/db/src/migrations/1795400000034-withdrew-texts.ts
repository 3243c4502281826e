import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text that was replaced may come back into use; one that somebody withdrew may not. */
export class WithdrewTexts1795400000034 implements MigrationInterface {
  name = 'WithdrewTexts1795400000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "message_template" ADD "withdrawn_by" uuid`);
    await runner.query(`ALTER TABLE "message_template" ADD "withdrawn_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
