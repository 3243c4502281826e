import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, wallIn } from './wall';

/**
 * A worry about meeting someone is a row of its own, and holds what brings people together until the coordinator has written what
 * was done. Not asked, skipped and no are kept apart from now on. Before, passing the question by was stored as a no, and so was
 * never being asked: none of those is claimed to be one any more.
 */
export class HeldByWorries1795800000171 implements MigrationInterface {
  name = 'HeldByWorries1795800000171';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);
    // What is filled and checked here is of every municipality: the owner steps out from behind the wall for it.
    const behind = ['answer', 'task', 'referral', 'conference', 'network_member', 'staff_user'];
    for (const table of behind) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    for (const statement of STATEMENTS) await runner.query(statement);
    await wallIn(runner, ['worry']);
    for (const table of behind) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE (answered_at, answered_by, measure, note) ON worry TO ${app}`);
    await runner.query(`CREATE TRIGGER private_time BEFORE UPDATE OR DELETE ON worry FOR EACH ROW EXECUTE FUNCTION refuse_in_private_time('referral')`);
    for (const statement of HOLD) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const STATEMENTS = [
  `ALTER TABLE "answer" DROP CONSTRAINT "answer_worry_known"`,
  `UPDATE "answer" SET "worry" = 'notKnown' WHERE "worry" = 'no'`,
  `ALTER TABLE "answer" ALTER COLUMN "worry" SET DEFAULT 'notAsked'`,
  `ALTER TABLE "answer" ADD CONSTRAINT "answer_worry_known" CHECK (worry IN ('notAsked','skipped','no','callMe','doNotCall','notKnown'))`,
  `CREATE TABLE "worry" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "referral_id" uuid NOT NULL, "conference_id" uuid, "member_id" uuid NOT NULL, "said" text NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by" uuid, "measure" text, "note" bytea, CONSTRAINT "worry_answered_whole" CHECK ((answered_at IS NULL) = (measure IS NULL)), CONSTRAINT "worry_measure_known" CHECK (measure IN ('talked','arranged','apart','noRisk','beforeRecord')), CONSTRAINT "worry_said_known" CHECK (said IN ('callMe','doNotCall')), CONSTRAINT "PK_worry" PRIMARY KEY ("municipality_id", "id"))`,
  // A task that is still open is a worry that nobody has answered; one that was ticked off was answered before this was written down.
  `INSERT INTO "worry" (municipality_id, id, referral_id, conference_id, member_id, said, told_at, answered_at, answered_by, measure)
   SELECT t.municipality_id, t.id, t.referral_id, c.id, t.member_id, CASE WHEN t.reason = 'doNotCall' THEN 'doNotCall' ELSE 'callMe' END, t.created_at, t.done_at, u.id, CASE WHEN t.done_at IS NOT NULL THEN 'beforeRecord' END
   FROM task t
   JOIN network_member m ON m.municipality_id = t.municipality_id AND m.id = t.member_id
   JOIN referral r ON r.municipality_id = t.municipality_id AND r.id = t.referral_id
   LEFT JOIN conference c ON c.municipality_id = t.municipality_id AND c.id = t.conference_id
   LEFT JOIN staff_user u ON u.municipality_id = t.municipality_id AND u.id = t.done_by
   WHERE t.kind = 'worried'`,
  `CREATE INDEX "worry_open" ON "worry"  ("municipality_id", "referral_id") WHERE answered_at IS NULL`,
  `CREATE INDEX "IDX_d8d5509d6ac4511ceefda47337" ON "worry"  ("municipality_id", "member_id")`,
  `CREATE INDEX "IDX_8e6c52dd9c16c5e27b0055a06e" ON "worry"  ("municipality_id", "conference_id")`,
  `CREATE INDEX "IDX_6b094506206c100da3ac5a4efc" ON "worry"  ("municipality_id", "referral_id")`,
  `ALTER TABLE "worry" ADD CONSTRAINT "FK_57ad57e5fcadfd1eda8c3f30d77" FOREIGN KEY ("municipality_id", "answered_by") REFERENCES "staff_user"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "worry" ADD CONSTRAINT "FK_d8d5509d6ac4511ceefda47337f" FOREIGN KEY ("municipality_id", "member_id") REFERENCES "network_member"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "worry" ADD CONSTRAINT "FK_8e6c52dd9c16c5e27b0055a06e3" FOREIGN KEY ("municipality_id", "conference_id") REFERENCES "conference"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "worry" ADD CONSTRAINT "FK_6b094506206c100da3ac5a4efc1" FOREIGN KEY ("municipality_id", "referral_id") REFERENCES "referral"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "worry" ADD CONSTRAINT "FK_4fdad88a349af19a2c0e80fed8c" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const HOLD = [
  // The person's own row is looked at too: with whoever has left the network nobody is brought together.
  `CREATE FUNCTION require_no_worry() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     of_case uuid;
   BEGIN
     IF TG_TABLE_NAME = 'conference' THEN
       of_case := NEW.referral_id;
     ELSE
       SELECT c.referral_id INTO of_case FROM conference c WHERE c.municipality_id = NEW.municipality_id AND c.id = NEW.conference_id;
     END IF;
     PERFORM 1 FROM worry w JOIN network_member m ON m.municipality_id = w.municipality_id AND m.id = w.member_id AND m.removed_at IS NULL
     WHERE w.municipality_id = NEW.municipality_id AND w.referral_id = of_case AND w.answered_at IS NULL;
     IF FOUND THEN
       RAISE EXCEPTION 'somebody is worried about meeting someone' USING ERRCODE = 'check_violation', CONSTRAINT = 'worry_unanswered';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER worry_holds BEFORE UPDATE ON conference FOR EACH ROW
   WHEN (NEW.state = 'confirmed' AND (OLD.state IS DISTINCT FROM NEW.state OR OLD.starts_local IS DISTINCT FROM NEW.starts_local OR OLD.ends_local IS DISTINCT FROM NEW.ends_local))
   EXECUTE FUNCTION require_no_worry()`,
  `CREATE TRIGGER worry_holds BEFORE INSERT ON invitation FOR EACH ROW EXECUTE FUNCTION require_no_worry()`,
];
