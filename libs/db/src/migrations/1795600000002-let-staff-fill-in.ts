import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session on the family pages may be a member of staff's, who fills in what somebody says on the phone. */
export class LetStaffFillIn1795600000002 implements MigrationInterface {
  name = 'LetStaffFillIn1795600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "family_session" ADD "recorded_by" uuid`);
    await runner.query(`ALTER TABLE "family_session" ADD "entered_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
