import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, wallIn } from './wall';

/** A ban is a rule: whom it binds, what a manager has decided about it, and no invitation that it forbids. */
export class KeptPairsApart1795800000161 implements MigrationInterface {
  name = 'KeptPairsApart1795800000161';

  async up(runner: QueryRunner): Promise<void> {
    // A new key looks through what is there already, and the owner is behind the wall as everybody else.
    for (const table of WALLED) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    for (const statement of TABLES) await runner.query(statement);
    for (const table of WALLED) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON pair_decision TO ${await appRole(runner)}`);
    await wallIn(runner, ['pair_decision']);
    for (const statement of FUNCTIONS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const WALLED = ['member_tie', 'network_member', 'referral', 'staff_user'];

const TABLES = [
  `ALTER TABLE "member_tie" ADD "bound_member_id" uuid`,
  `ALTER TABLE "member_tie" ADD "removed_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "member_tie" ADD "removed_by" uuid`,
  `CREATE INDEX "IDX_21d7ce01d75a4d34f0468c1155" ON "member_tie"  ("municipality_id", "bound_member_id")`,
  `ALTER TABLE "member_tie" ADD CONSTRAINT "member_tie_binds_an_end" CHECK (bound_member_id IS NULL OR (kind = 'contactBan' AND (bound_member_id = to_member_id OR bound_member_id = from_member_id)))`,
  `ALTER TABLE "member_tie" ADD CONSTRAINT "FK_21d7ce01d75a4d34f0468c11559" FOREIGN KEY ("municipality_id", "bound_member_id") REFERENCES "network_member"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TABLE "pair_decision" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "referral_id" uuid NOT NULL, "tie_id" uuid NOT NULL, "measure" text NOT NULL, "ground" bytea NOT NULL, "decided_by" uuid NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, "revoked_by" uuid, CONSTRAINT "pair_decision_revoked_by_someone" CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)), CONSTRAINT "pair_decision_measure_known" CHECK (measure IN ('differentTimes','byPhoneOrVideo','separateRooms','staffPresent','other')), CONSTRAINT "PK_15a1854fd1f1cf070680336da68" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "one_pair_decision" ON "pair_decision"  ("municipality_id", "tie_id") WHERE revoked_at IS NULL`,
  `CREATE INDEX "IDX_967a64bb2851658ec7ed10a2cb" ON "pair_decision"  ("municipality_id", "decided_by")`,
  `CREATE INDEX "IDX_0186950c1a123e4b635d500707" ON "pair_decision"  ("municipality_id", "tie_id")`,
  `CREATE INDEX "IDX_2dd0e6374d571883f70dd10e24" ON "pair_decision"  ("municipality_id", "referral_id")`,
  `ALTER TABLE "pair_decision" ADD CONSTRAINT "FK_967a64bb2851658ec7ed10a2cb3" FOREIGN KEY ("municipality_id", "decided_by") REFERENCES "staff_user"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "pair_decision" ADD CONSTRAINT "FK_0186950c1a123e4b635d5007078" FOREIGN KEY ("municipality_id", "tie_id") REFERENCES "member_tie"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "pair_decision" ADD CONSTRAINT "FK_2dd0e6374d571883f70dd10e24f" FOREIGN KEY ("municipality_id", "referral_id") REFERENCES "referral"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "pair_decision" ADD CONSTRAINT "FK_47c8cc8dfa8f5bfbe77ce289365" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const FUNCTIONS = [
  // The same rule as `pairRefusal` of the domain; a spec walks both over every case.
  `CREATE FUNCTION undecided_ban(p_municipality uuid, p_member uuid, p_conference uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
     SELECT EXISTS (
       SELECT 1 FROM member_tie t
       LEFT JOIN network_member o ON o.municipality_id = t.municipality_id AND o.id = CASE WHEN t.to_member_id = p_member THEN t.from_member_id ELSE t.to_member_id END
       WHERE t.municipality_id = p_municipality AND (t.to_member_id = p_member OR t.from_member_id = p_member) AND t.kind = 'contactBan' AND t.removed_at IS NULL
         AND (t.until IS NULL OR t.until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date)
         AND (t.from_member_id IS NULL OR o.removed_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM pair_decision d WHERE d.municipality_id = t.municipality_id AND d.tie_id = t.id AND d.revoked_at IS NULL)
         AND (t.from_member_id IS NULL OR t.bound_member_id IS NULL OR t.bound_member_id = p_member OR EXISTS (
           SELECT 1 FROM invitation i WHERE i.municipality_id = t.municipality_id AND i.conference_id = p_conference AND i.member_id = o.id AND i.state <> 'revoked')))
   $$`,
  // The place is for nobody who may not be there, nor for a bound one who is to take part from elsewhere.
  `CREATE FUNCTION place_withheld(p_municipality uuid, p_member uuid, p_conference uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
     SELECT undecided_ban(p_municipality, p_member, p_conference) OR EXISTS (
       SELECT 1 FROM member_tie t JOIN pair_decision d ON d.municipality_id = t.municipality_id AND d.tie_id = t.id AND d.revoked_at IS NULL AND d.measure = 'byPhoneOrVideo'
       WHERE t.municipality_id = p_municipality AND (t.bound_member_id = p_member OR (t.from_member_id IS NULL AND t.to_member_id = p_member)) AND t.kind = 'contactBan' AND t.removed_at IS NULL
         AND (t.until IS NULL OR t.until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date))
   $$`,
  `CREATE FUNCTION refuse_undecided_ban() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF undecided_ban(NEW.municipality_id, NEW.member_id, NEW.conference_id) THEN
       RAISE EXCEPTION 'a contact ban stands, and nobody has decided about it' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_keeps_bans';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER keeps_bans BEFORE INSERT ON invitation FOR EACH ROW EXECUTE FUNCTION refuse_undecided_ban()`,
  `CREATE TRIGGER keeps_bans_anew BEFORE UPDATE OF state ON invitation FOR EACH ROW
     WHEN (NEW.state <> OLD.state AND (OLD.state = 'revoked' OR NEW.state = 'sent')) EXECUTE FUNCTION refuse_undecided_ban()`,
  // Safety decisions are a manager's.
  `CREATE FUNCTION require_manager() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM 1 FROM staff_user u WHERE u.municipality_id = NEW.municipality_id AND u.id = NEW.decided_by AND u.role = 'manager';
     IF NOT FOUND THEN
       RAISE EXCEPTION 'only a manager decides about a pair' USING ERRCODE = 'check_violation', CONSTRAINT = 'pair_decided_by_manager';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER by_manager BEFORE INSERT ON pair_decision FOR EACH ROW EXECUTE FUNCTION require_manager()`,
];
