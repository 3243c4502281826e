import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, wallIn } from './wall';

/**
 * A plan is released to people, one by one. Plans that were released before keep the readers that they had, but for those who may
 * never have one (removed, only suggested, without consent), and for those who said no and never came: these keep their own part.
 */
export class ReleasedPlansByPerson1795800000162 implements MigrationInterface {
  name = 'ReleasedPlansByPerson1795800000162';

  async up(runner: QueryRunner): Promise<void> {
    // The owner is behind the wall as everybody else, and what is filled in here is everybody's.
    for (const table of READ) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(KEPT);
    for (const table of READ) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON plan_release TO ${await appRole(runner)}`);
    await wallIn(runner, ['plan_release']);
    for (const statement of FUNCTIONS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const READ = ['family_plan', 'plan_action', 'invitation', 'network_member', 'consent', 'answer', 'attendance'];

const TABLES = [
  `ALTER TABLE "family_plan" ADD "cleared_names" uuid array NOT NULL DEFAULT '{}'`,
  `ALTER TABLE "plan_action" ADD "cleared_names" uuid array NOT NULL DEFAULT '{}'`,
  `CREATE TABLE "plan_release" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "plan_id" uuid NOT NULL, "member_id" uuid NOT NULL, "scope" text NOT NULL, "how" text NOT NULL, "released_at" TIMESTAMP WITH TIME ZONE NOT NULL, "released_by" uuid, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "withdrawn_by" uuid, CONSTRAINT "plan_release_how_known" CHECK (how IN ('attended','part','chosen','kept')), CONSTRAINT "plan_release_scope_known" CHECK (scope IN ('all','own')), CONSTRAINT "PK_9f9b201051fff7d877bdc039556" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "one_plan_release" ON "plan_release"  ("municipality_id", "plan_id", "member_id") WHERE withdrawn_at IS NULL`,
  `CREATE INDEX "IDX_ff5d515801951a37ba6b451ca1" ON "plan_release"  ("municipality_id", "member_id")`,
  `CREATE INDEX "IDX_749f1141660086284a6fe223bb" ON "plan_release"  ("municipality_id", "plan_id")`,
  `ALTER TABLE "plan_release" ADD CONSTRAINT "FK_ff5d515801951a37ba6b451ca11" FOREIGN KEY ("municipality_id", "member_id") REFERENCES "network_member"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_release" ADD CONSTRAINT "FK_749f1141660086284a6fe223bbf" FOREIGN KEY ("municipality_id", "plan_id") REFERENCES "family_plan"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_release" ADD CONSTRAINT "FK_2e44fea47793e29c76bf86352ab" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const CONSENTS = (m: string) => `EXISTS (SELECT 1 FROM consent c WHERE c.municipality_id = ${m}.municipality_id AND c.member_id = ${m}.id AND c.purpose IN ('contact', 'participate')
  AND c.withdrawn_at IS NULL AND (c.valid_until IS NULL OR c.valid_until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date))`;

const KEPT = `
  WITH reader AS (
    SELECT p.municipality_id, p.id AS plan_id, m.id AS member_id, p.released_at,
      EXISTS (SELECT 1 FROM attendance t WHERE t.municipality_id = p.municipality_id AND t.conference_id = p.conference_id AND t.member_id = m.id AND t.arrived_at IS NOT NULL) AS came,
      (SELECT a.coming FROM answer a WHERE a.municipality_id = i.municipality_id AND a.invitation_id = i.id ORDER BY a.at DESC, a.id DESC LIMIT 1) = 'no' AS declined,
      EXISTS (SELECT 1 FROM plan_action x WHERE x.municipality_id = p.municipality_id AND x.plan_id = p.id AND x.struck_at IS NULL AND m.id IN (x.owner_id, x.checker_id)) AS has_part
    FROM family_plan p
    JOIN invitation i ON i.municipality_id = p.municipality_id AND i.conference_id = p.conference_id AND i.revoked_at IS NULL
    JOIN network_member m ON m.municipality_id = i.municipality_id AND m.id = i.member_id AND m.removed_at IS NULL AND m.state <> 'suggested'
    WHERE p.released_at IS NOT NULL AND p.state IN ('accepted', 'acceptedWithConditions') AND ${CONSENTS('m')})
  INSERT INTO plan_release (municipality_id, id, plan_id, member_id, scope, how, released_at)
  SELECT municipality_id, gen_random_uuid(), plan_id, member_id, CASE WHEN came OR declined IS NOT TRUE THEN 'all' ELSE 'own' END, 'kept', released_at
  FROM reader WHERE came OR declined IS NOT TRUE OR has_part`;

const FUNCTIONS = [
  `CREATE FUNCTION refuse_plan_reader() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM 1 FROM network_member m JOIN family_plan p ON p.municipality_id = m.municipality_id AND p.id = NEW.plan_id AND p.referral_id = m.referral_id
     WHERE m.municipality_id = NEW.municipality_id AND m.id = NEW.member_id AND m.removed_at IS NULL AND m.state <> 'suggested' AND ${CONSENTS('m')};
     IF NOT FOUND THEN
       RAISE EXCEPTION 'the plan is not for this person' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_reader_consents';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER plan_reader BEFORE INSERT ON plan_release FOR EACH ROW EXECUTE FUNCTION refuse_plan_reader()`,
];
