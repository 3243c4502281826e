import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, appRole, wallIn } from './wall';

/**
 * From here on the hash of an entry of the log is made of every column, each with its length, so that no two entries make the same
 * line. Entries from before keep the hash they have; where the new form begins is kept with the head. What a whole check of a chain
 * found is kept too.
 */
export class HashedWholeEntries1795800000190 implements MigrationInterface {
  name = 'HashedWholeEntries1795800000190';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);
    await runner.query(`ALTER TABLE "audit_entry" ADD "hash_form" integer NOT NULL DEFAULT 1`);
    await runner.query(`ALTER TABLE "audit_entry" ALTER COLUMN "hash_form" DROP DEFAULT`);
    await runner.query(`ALTER TABLE "audit_head" ADD "second_form_from" bigint NOT NULL DEFAULT 1`);
    // What is filled here is of every municipality: the owner steps out from behind the wall for it.
    await runner.query(`ALTER TABLE audit_head NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`UPDATE audit_head SET second_form_from = seq + 1`);
    await runner.query(`ALTER TABLE audit_head FORCE ROW LEVEL SECURITY`);
    for (const statement of FUNCTIONS) await runner.query(statement);
    await allow(runner, ['audit_line_2(uuid, bigint, timestamptz, text, uuid, text, text, uuid, uuid, text)']);
    for (const statement of TABLES) await runner.query(statement);
    await wallIn(runner, ['audit_check', 'audit_break']);
    await runner.query(`GRANT SELECT, INSERT, UPDATE (finished_at, entries, up_to, found, anchor_seq, anchor_hash, anchored_in) ON audit_check TO ${app}`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE (told_at, answered_at, answered_by, reason, note) ON audit_break TO ${app}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const FUNCTIONS = [
  `CREATE FUNCTION audit_line_2(municipality_id uuid, seq bigint, at timestamptz, actor_kind text, actor_id uuid, action text, entity text, entity_id uuid, referral_id uuid, request_id text) RETURNS text
   LANGUAGE sql IMMUTABLE AS $$
     SELECT 'audit-2|' || string_agg(CASE WHEN field IS NULL THEN '-' ELSE octet_length(field) || ':' || field END, '|' ORDER BY place)
     FROM unnest(ARRAY[municipality_id::text, seq::text, extract(epoch FROM at)::numeric(20,6)::text, actor_kind, actor_id::text, action, entity, entity_id::text, referral_id::text, request_id]) WITH ORDINALITY AS f(field, place)
   $$`,
  // As before, with the new line. The head is locked until the commit, so numbers have no gaps.
  `CREATE OR REPLACE FUNCTION append_audit(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   DECLARE
     tenant uuid := current_setting('app.municipality')::uuid;
     head audit_head%ROWTYPE;
     e jsonb;
     next_hash bytea;
   BEGIN
     INSERT INTO audit_head (municipality_id, seq, hash) VALUES (tenant, 0, sha256(convert_to(tenant::text, 'UTF8'))) ON CONFLICT DO NOTHING;
     SELECT * INTO head FROM audit_head WHERE municipality_id = tenant FOR UPDATE;
     FOR e IN SELECT * FROM jsonb_array_elements(entries) LOOP
       head.seq := head.seq + 1;
       next_hash := sha256(head.hash || convert_to(audit_line_2(tenant, head.seq, (e->>'at')::timestamptz, e->>'actorKind', (e->>'actorId')::uuid, e->>'action', e->>'entity', (e->>'entityId')::uuid, (e->>'referralId')::uuid, e->>'requestId'), 'UTF8'));
       INSERT INTO audit_entry (municipality_id, seq, at, actor_kind, actor_id, action, entity, entity_id, referral_id, request_id, hash_form, previous_hash, hash)
       VALUES (tenant, head.seq, (e->>'at')::timestamptz, e->>'actorKind', (e->>'actorId')::uuid, e->>'action', e->>'entity', (e->>'entityId')::uuid, (e->>'referralId')::uuid, e->>'requestId', 2, head.hash, next_hash);
       head.hash := next_hash;
     END LOOP;
     UPDATE audit_head SET seq = head.seq, hash = head.hash WHERE municipality_id = tenant;
   END $$`,
];

const TABLES = [
  `CREATE TABLE "audit_check" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, "entries" integer NOT NULL DEFAULT '0', "up_to" bigint NOT NULL DEFAULT '0', "found" integer NOT NULL DEFAULT '0', "anchor_seq" bigint, "anchor_hash" bytea, "anchored_in" text, CONSTRAINT "audit_check_anchored_in_known" CHECK (anchored_in IN ('file','log')), CONSTRAINT "PK_audit_check" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE TABLE "audit_break" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "from_seq" bigint NOT NULL, "to_seq" bigint NOT NULL, "mark" bytea NOT NULL, "found_at" TIMESTAMP WITH TIME ZONE NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by" uuid, "reason" text, "note" bytea, CONSTRAINT "audit_break_answered_whole" CHECK ((answered_at IS NULL) = (reason IS NULL)), CONSTRAINT "audit_break_reason_known" CHECK (reason IN ('restored','repaired','investigated')), CONSTRAINT "audit_break_kind_known" CHECK (kind IN ('altered','unlinked','missing','oldForm','headBehind','shorter','other','anchorLost')), CONSTRAINT "PK_audit_break" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE INDEX "IDX_6c57e230efe748efaa251517bc" ON "audit_check"  ("municipality_id", "started_at")`,
  `CREATE INDEX "IDX_4cb0dbe2b9e193df6643f33bc2" ON "audit_break"  ("municipality_id", "answered_by")`,
  `CREATE UNIQUE INDEX "IDX_439193251f727f61c52fc100dd" ON "audit_break"  ("municipality_id", "mark")`,
  `ALTER TABLE "audit_check" ADD CONSTRAINT "FK_4ab287ebcf1a0ebe9e622b23eed" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "audit_break" ADD CONSTRAINT "FK_4cb0dbe2b9e193df6643f33bc23" FOREIGN KEY ("municipality_id", "answered_by") REFERENCES "staff_user"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "audit_break" ADD CONSTRAINT "FK_a1204a8691d64dcf3123d1c8d65" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
