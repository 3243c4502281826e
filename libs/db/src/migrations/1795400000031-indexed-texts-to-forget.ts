import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The texts that operators still hold, found without reading the ledger through. */
export class IndexedTextsToForget1795400000031 implements MigrationInterface {
  name = 'IndexedTextsToForget1795400000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "message" ADD "forget_after" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`CREATE INDEX "message_to_forget" ON "message"  ("municipality_id", "due_at") WHERE forgotten_at IS NULL AND body_hash IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
