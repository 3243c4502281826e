import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reply was taken to say, why it was not taken for an answer, and what a person did about it. */
export class ReadReplies1795400000033 implements MigrationInterface {
  name = 'ReadReplies1795400000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Generated from the entities and read; the two indexes are partial, so that what needs nobody costs nothing. */
const STATEMENTS = [
  `ALTER TABLE "inbound_message" ADD "said" text`,
  `ALTER TABLE "inbound_message" ADD "unclear" text`,
  `ALTER TABLE "inbound_message" ADD "sent_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "inbound_message" ADD "handled_how" text`,
  `ALTER TABLE "inbound_message" ADD "note" bytea`,
  `ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_said_known" CHECK (said IN ('yes','no','maybe','stop','text'))`,
  `ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_handled_how_known" CHECK (handled_how IN ('read','called'))`,
  `CREATE INDEX "inbound_of_case" ON "inbound_message"  ("municipality_id", "referral_id", "received_at") WHERE referral_id IS NOT NULL`,
  `CREATE INDEX "task_of_message" ON "task"  ("municipality_id", "message_id") WHERE message_id IS NOT NULL`,
];
