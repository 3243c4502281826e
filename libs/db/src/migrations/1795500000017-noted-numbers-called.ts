import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An attempt keeps which number it called: the person may have another one, or another go-between, when the operator is asked about it. */
export class NotedNumbersCalled1795500000017 implements MigrationInterface {
  name = 'NotedNumbersCalled1795500000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "message_attempt" ADD "to_index" bytea`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
