import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message keeps the time it tells: who is told that a time no longer holds is told of the one they had heard. */
export class KeptToldTimes1795500000021 implements MigrationInterface {
  name = 'KeptToldTimes1795500000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "message" ADD "tells_local" text`);
    // The owner is behind the wall as everybody else, and what is filled in here is everybody's.
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `UPDATE message m SET tells_local = c.starts_local FROM conference c
       WHERE c.municipality_id = m.municipality_id AND c.id = m.conference_id AND c.schedule_version = m.schedule_version AND c.state <> 'cancelled'
         AND m.kind IN ('timeSet', 'timeMoved', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours')`,
    );
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = ['message', 'conference'];
