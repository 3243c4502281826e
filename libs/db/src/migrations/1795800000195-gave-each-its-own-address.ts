import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, appRole, wallIn } from './wall';

/**
 * One secret was in the address that every operator of every municipality posted to. Each municipality has its own at each operator
 * from now on; what is set at the operators today (0) is heard for thirty days more.
 */
export class GaveEachItsOwnAddress1795800000195 implements MigrationInterface {
  name = 'GaveEachItsOwnAddress1795800000195';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    // Every municipality's accounts are looked at: the owner steps out from behind the wall for it.
    await runner.query(`ALTER TABLE operator_account NO FORCE ROW LEVEL SECURITY`);
    await runner.query(FROM_BEFORE);
    await runner.query(`ALTER TABLE operator_account FORCE ROW LEVEL SECURITY`);
    await wallIn(runner, ['callback_address']);
    await runner.query(`GRANT SELECT, INSERT, UPDATE (heard_until, heard_at, refused, refused_at) ON callback_address TO ${await appRole(runner)}`);
    await runner.query(ELSEWHERE);
    await allow(runner, ['message_is_elsewhere(uuid)']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Generated from the entities and read. */
const STATEMENTS = [
  `ALTER TABLE "operator_account" ADD "former_password" bytea`,
  `ALTER TABLE "operator_account" ADD "former_until" TIMESTAMP WITH TIME ZONE`,
  `CREATE TABLE "callback_address" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "operator" text NOT NULL, "version" integer NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "heard_until" TIMESTAMP WITH TIME ZONE, "heard_at" TIMESTAMP WITH TIME ZONE, "refused" integer NOT NULL DEFAULT '0', "refused_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "callback_address_operator_known" CHECK (operator IN ('46elks','twilio')), CONSTRAINT "PK_callback_address" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "callback_address_in_use" ON "callback_address"  ("municipality_id", "operator") WHERE heard_until IS NULL`,
  `CREATE UNIQUE INDEX "IDX_4f64420a5a9f1519fb0ad5631a" ON "callback_address"  ("municipality_id", "operator", "version")`,
  `ALTER TABLE "callback_address" ADD CONSTRAINT "FK_9765cf0b43f8dbb7c68f48913eb" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** 46elks is everybody's: the service's own account is there. */
const FROM_BEFORE = `INSERT INTO callback_address (municipality_id, id, operator, version, made_at, heard_until)
  SELECT m.id, gen_random_uuid(), o.operator, v.version, app_now(), CASE v.version WHEN 0 THEN app_now() + interval '30 days' END
  FROM municipality m CROSS JOIN (VALUES ('46elks'), ('twilio')) AS o (operator) CROSS JOIN (VALUES (0), (1)) AS v (version)
  WHERE o.operator = '46elks' OR EXISTS (SELECT 1 FROM operator_account a WHERE a.municipality_id = m.id AND a.operator = o.operator)`;

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

/** Yes or no, and not whose: an address that names a message of another municipality is a forgery, one that names a row lost in a restore is not. */
const ELSEWHERE = `CREATE FUNCTION message_is_elsewhere(p_message uuid) RETURNS boolean ${definer} AS $$
   BEGIN
     RETURN EXISTS (SELECT 1 FROM municipality mu JOIN message m ON m.municipality_id = mu.id AND m.id = p_message WHERE mu.id <> current_setting('app.municipality')::uuid);
   END $$`;
