import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, appRole, wallIn } from './wall';

/**
 * A text with a word of danger in it is answered with 112 and whom to call, whoever wrote it and whatever they have said before: to the
 * number that wrote, which may be nobody's that we know, so it cannot be a message to a person of a case.
 */
export class AnsweredCriesForHelp1795800000140 implements MigrationInterface {
  name = 'AnsweredCriesForHelp1795800000140';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...FUNCTIONS]) await runner.query(statement);
    await wallIn(runner, ['help_answer']);
    // For the function that looks over all municipalities for what is due, which runs as the owner.
    await runner.query(`CREATE POLICY looked_up ON help_answer TO CURRENT_USER USING (true)`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON help_answer TO ${await appRole(runner)}`);
    await allow(runner, ['claim_help_answers(integer, interval)']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Generated from the entities and read. The key into a walled table stands inside: added afterwards it would be checked against its rows, which nobody may see here. */
const STATEMENTS = [
  `CREATE TABLE "help_answer" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "inbound_id" uuid NOT NULL, "referral_id" uuid, "number_index" bytea NOT NULL, "language" text NOT NULL, "state" text NOT NULL, "attempts" integer NOT NULL, "operator" text, "operator_message_id" text, "detail" text, "lease_until" TIMESTAMP WITH TIME ZONE NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "help_answer_state_known" CHECK (state IN ('due','sending','accepted','failed')), CONSTRAINT "help_answer_language_known" CHECK (language IN ('sv','sv-x-lattlast','en','ar','so','ti','prs','fa','uk','fi','pl','ckb','tr')), CONSTRAINT "PK_5fdcf11ad35cd7e611a7fc4e9be" PRIMARY KEY ("municipality_id", "id"), CONSTRAINT "FK_d7696e6ff408ab2bd9d0a77a40e" FOREIGN KEY ("municipality_id", "inbound_id") REFERENCES "inbound_message"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE UNIQUE INDEX "IDX_d7696e6ff408ab2bd9d0a77a40" ON "help_answer"  ("municipality_id", "inbound_id")`,
  `CREATE INDEX "help_answers_due" ON "help_answer"  ("lease_until") WHERE ended_at IS NULL`,
  `CREATE INDEX "help_answers_to_number" ON "help_answer"  ("municipality_id", "number_index", "created_at")`,
  `ALTER TABLE "help_answer" ADD CONSTRAINT "FK_2821066b8d6a44b8e64942ecbdd" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

const FUNCTIONS = [
  // What goes past consent and past STOP exists only as the answer to a cry, to the number that it came from.
  `CREATE FUNCTION help_answer_to_a_cry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM inbound_message i WHERE i.municipality_id = NEW.municipality_id AND i.id = NEW.inbound_id AND i.urgent AND i.sender_index = NEW.number_index) THEN
       RAISE EXCEPTION 'help_answer_to_a_cry: only a cry for help is answered, and only to the number it came from';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER help_answer_to_a_cry BEFORE INSERT OR UPDATE OF inbound_id, number_index ON help_answer FOR EACH ROW EXECUTE FUNCTION help_answer_to_a_cry()`,
  // One whose sender died in the call is sent again: two of these are better than none.
  `CREATE FUNCTION claim_help_answers(p_limit integer, p_lease interval) RETURNS TABLE (municipality_id uuid, id uuid) ${definer} AS $$
   BEGIN
     RETURN QUERY UPDATE help_answer h SET state = 'sending', attempts = h.attempts + 1, lease_until = app_now() + p_lease
       WHERE (h.municipality_id, h.id) IN (SELECT d.municipality_id, d.id FROM help_answer d WHERE d.ended_at IS NULL AND d.lease_until <= app_now() ORDER BY d.lease_until LIMIT p_limit FOR UPDATE SKIP LOCKED)
       RETURNING h.municipality_id, h.id;
   END $$`,
];
