import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A kind of message that tells somebody that the plan can be read. */
export class ToldOfPlans1795800000160 implements MigrationInterface {
  name = 'ToldOfPlans1795800000160';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['message', 'message_template']) {
      await runner.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_kind_known"`);
      await runner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${table}_kind_known" CHECK (kind IN (${KINDS}))`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const KINDS = `'invitation','answerReminder','timeSet','timeMoved','cancelled','reminderFortnight','reminderWeek','reminderDay','reminderHours','actionDue','newLink','planReady','autoReply'`;
