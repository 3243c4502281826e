import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A task says what it stands in for (`about`, a kind of message), so that it can end when that has happened or matters no more, and
 * says why it ended by itself. A person can ask not to be called. What stands open from before is gone through by the sweeper.
 */
export class EndedTasks1795800000120 implements MigrationInterface {
  name = 'EndedTasks1795800000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "task" ADD "about" text`);
    await runner.query(`ALTER TABLE "task" ADD "ended_because" text`);
    await runner.query(`CREATE INDEX "task_open" ON "task" ("municipality_id", "member_id") WHERE done_at IS NULL`);
    await runner.query(`ALTER TABLE "network_member" ADD "no_calls" boolean NOT NULL DEFAULT false`);
    // The owner is behind the wall as everybody else, and what is filled in here is everybody's.
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `UPDATE task t SET about = m.kind FROM message m
       WHERE m.municipality_id = t.municipality_id AND m.id = t.message_id AND t.kind IN ('callMember', 'sendLetter', 'findOtherWay', 'checkUnknown')`,
    );
    await runner.query(`UPDATE task SET about = reason WHERE kind = 'sendLetter' AND about IS NULL`);
    // What somebody has said last of being called, in a worry that they have told us.
    await runner.query(
      `UPDATE network_member nm SET no_calls = true
       WHERE (SELECT t.reason FROM task t WHERE t.municipality_id = nm.municipality_id AND t.member_id = nm.id AND t.kind = 'worried' ORDER BY t.created_at DESC, t.id DESC LIMIT 1) = 'doNotCall'`,
    );
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = ['task', 'message', 'network_member'];
