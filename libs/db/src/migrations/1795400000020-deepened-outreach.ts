import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, appRole, wallIn } from './wall';

/**
 * Outreach in full: policy, texts and operators of each municipality, several channels and safe contact of each person,
 * what replies turned out to be, and a hold after a restore.
 */
export class DeepenedOutreach1795400000020 implements MigrationInterface {
  name = 'DeepenedOutreach1795400000020';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);
    // A new foreign key is checked with a query of the owner's, who is behind the wall as everybody else.
    await runner.query('ALTER TABLE network_member NO FORCE ROW LEVEL SECURITY');
    for (const statement of [...STATEMENTS, ...CHANGED_CHECKS]) await runner.query(statement);
    await runner.query('ALTER TABLE network_member FORCE ROW LEVEL SECURITY');
    await wallIn(runner, TABLES);
    for (const table of TABLES) await runner.query(`GRANT SELECT, INSERT${table === 'outreach_policy' ? '' : ', UPDATE'} ON ${table} TO ${app}`);
    for (const statement of FUNCTIONS) await runner.query(statement);
    await allow(runner, CALLABLE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = ['outreach_policy', 'message_template', 'operator_account', 'staff_digest'];
const CALLABLE = ['sending_hold()', 'hold_sending(text)', 'release_sending()', 'note_alive()', 'municipality_card(text)'];

/** Generated from the entities and read. The index on a message's case had no reader, and every send paid for it. */
const STATEMENTS = [
  `DROP INDEX "public"."IDX_b9e67e716fb360a455001a5430"`,
  `CREATE TABLE "outreach_policy" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "policy" jsonb NOT NULL, "changed_by" uuid NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e7215546a81ecec1e6ab7fe53cb" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "IDX_f089ba65745c19cbf8bcc16857" ON "outreach_policy"  ("municipality_id", "version")`,
  `CREATE TABLE "message_template" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "language" text NOT NULL, "version" integer NOT NULL, "body" text NOT NULL, "state" text NOT NULL, "override_reason" text, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "approved_by" uuid, "approved_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "message_template_approved_by_someone" CHECK (state <> 'approved' OR (approved_by IS NOT NULL AND approved_at IS NOT NULL)), CONSTRAINT "message_template_state_known" CHECK (state IN ('draft','approved','retired')), CONSTRAINT "message_template_language_known" CHECK (language IN ('sv','sv-x-lattlast','en','ar','so','ti','prs','fa','uk','fi','pl','ckb','tr')), CONSTRAINT "message_template_kind_known" CHECK (kind IN ('invitation','answerReminder','timeSet','timeMoved','cancelled','reminderFortnight','reminderWeek','reminderDay','reminderHours','actionDue','newLink','autoReply')), CONSTRAINT "PK_7d2287ee83d26fc22aa88c4e7df" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "template_in_use" ON "message_template"  ("municipality_id", "kind", "language") WHERE state = 'approved'`,
  `CREATE UNIQUE INDEX "IDX_fc3b1985af23cbe3bde5eb0563" ON "message_template"  ("municipality_id", "kind", "language", "version")`,
  `CREATE TABLE "operator_account" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "operator" text NOT NULL, "url" text, "user" bytea NOT NULL, "password" bytea NOT NULL, "weight" integer NOT NULL DEFAULT '50', "enabled" boolean NOT NULL DEFAULT true, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "operator_account_weight" CHECK (weight BETWEEN 0 AND 100), CONSTRAINT "operator_account_operator_known" CHECK (operator IN ('46elks','twilio')), CONSTRAINT "PK_a874b627cc3957094ba74b4e45b" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "IDX_7ecebdbda6ca304e825a4d214f" ON "operator_account"  ("municipality_id", "operator")`,
  `CREATE TABLE "staff_digest" ("municipality_id" uuid NOT NULL, "id" uuid NOT NULL, "user_id" uuid NOT NULL, "day" date NOT NULL, "waiting" integer NOT NULL, "urgent" integer NOT NULL, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_f998d5e4a245703a74165836011" PRIMARY KEY ("municipality_id", "id"))`,
  `CREATE UNIQUE INDEX "IDX_ccd829e5e4914ae5651c682ee5" ON "staff_digest"  ("municipality_id", "user_id", "day")`,
  `CREATE INDEX "IDX_598f01da987d934f6a5ff7c810" ON "staff_digest"  ("municipality_id", "user_id")`,
  `ALTER TABLE "municipality" ADD "out_of_hours_phone" text`,
  `ALTER TABLE "municipality" ADD "email_from" text`,
  `ALTER TABLE "network_member" ADD "other_channels" text array NOT NULL DEFAULT '{}'`,
  `ALTER TABLE "network_member" ADD "last_reached_by" text`,
  `ALTER TABLE "network_member" ADD "email" bytea`,
  `ALTER TABLE "network_member" ADD "postal_address" bytea`,
  `ALTER TABLE "network_member" ADD "hours_from" text`,
  `ALTER TABLE "network_member" ADD "hours_to" text`,
  `ALTER TABLE "network_member" ADD "not_before" date`,
  `ALTER TABLE "network_member" ADD "initials_allowed" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "network_member" ADD "alias" bytea`,
  `ALTER TABLE "network_member" ADD "delegate_id" uuid`,
  `ALTER TABLE "network_member" ADD "voicemail_allowed" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "network_member" ADD "agreed_word" bytea`,
  `ALTER TABLE "conference" ADD "moved_from_local" text`,
  `ALTER TABLE "invitation" ADD "letter_code_hash" bytea`,
  `ALTER TABLE "invitation" ADD CONSTRAINT "UQ_d5b7dcb5211022b785a7335cc90" UNIQUE ("letter_code_hash")`,
  `ALTER TABLE "message" ADD "forgotten_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "inbound_message" ADD "kind" text NOT NULL DEFAULT 'text'`,
  `ALTER TABLE "inbound_message" ADD "urgent" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "inbound_message" ADD "referral_id" uuid`,
  `ALTER TABLE "inbound_message" ADD "conference_id" uuid`,
  `ALTER TABLE "inbound_message" ADD "handled_by" uuid`,
  `CREATE INDEX "IDX_e8da8c2ba110e387308ba801f9" ON "network_member"  ("municipality_id", "delegate_id")`,
  `CREATE INDEX "inbound_to_handle" ON "inbound_message"  ("municipality_id", "received_at") WHERE handled_at IS NULL`,
  `ALTER TABLE "network_member" ADD CONSTRAINT "network_member_hours_both" CHECK ((hours_from IS NULL) = (hours_to IS NULL))`,
  `ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_kind_known" CHECK (kind IN ('answer','stop','text','unclear','unknownNumber'))`,
  `ALTER TABLE "network_member" ADD CONSTRAINT "FK_e8da8c2ba110e387308ba801f9f" FOREIGN KEY ("municipality_id", "delegate_id") REFERENCES "network_member"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "outreach_policy" ADD CONSTRAINT "FK_e2378d29c131c2bf7e65debca80" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message_template" ADD CONSTRAINT "FK_829099d13e4b56d6299ebcba787" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "operator_account" ADD CONSTRAINT "FK_a469028f01533e8343310232fa5" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "staff_digest" ADD CONSTRAINT "FK_598f01da987d934f6a5ff7c810d" FOREIGN KEY ("municipality_id", "user_id") REFERENCES "staff_user"("municipality_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "staff_digest" ADD CONSTRAINT "FK_5ae0d66d34aa7cf37c1d17fc509" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** Closed lists that grew, and protected people, who have neither e-mail nor a postal address here. */
const CHANGED_CHECKS = [
  `ALTER TABLE "message" DROP CONSTRAINT "message_kind_known"`,
  `ALTER TABLE "message" ADD CONSTRAINT "message_kind_known" CHECK (kind IN ('invitation','answerReminder','timeSet','timeMoved','cancelled','reminderFortnight','reminderWeek','reminderDay','reminderHours','actionDue','newLink','autoReply'))`,
  `ALTER TABLE "message" DROP CONSTRAINT "message_channel_known"`,
  `ALTER TABLE "message" ADD CONSTRAINT "message_channel_known" CHECK (channel IN ('sms','email','letter','phone','staffOnly'))`,
  `ALTER TABLE "network_member" DROP CONSTRAINT "network_member_channel_known"`,
  `ALTER TABLE "network_member" ADD CONSTRAINT "network_member_channel_known" CHECK (channel IN ('sms','email','letter','phone','staffOnly'))`,
  `ALTER TABLE "network_member" DROP CONSTRAINT "network_member_protected_has_no_number"`,
  `ALTER TABLE "network_member" ADD CONSTRAINT "network_member_protected_has_no_number" CHECK (NOT protected OR (phone IS NULL AND phone_index IS NULL AND email IS NULL AND postal_address IS NULL AND channel = 'staffOnly'))`,
];

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

const FUNCTIONS = [
  // One row for the whole service. `cluster`: which Postgres this was when it last ran; another one means a restore.
  `CREATE TABLE sending_hold (one boolean PRIMARY KEY DEFAULT true CHECK (one), cluster text, alive_at timestamptz, held_since timestamptz, because text)`,
  `INSERT INTO sending_hold DEFAULT VALUES`,

  `CREATE FUNCTION sending_hold() RETURNS TABLE (held_since timestamptz, because text) ${definer} STABLE AS $$
   BEGIN
     RETURN QUERY SELECT h.held_since, h.because FROM sending_hold h WHERE h.held_since IS NOT NULL;
   END $$`,
  `CREATE FUNCTION hold_sending(p_because text) RETURNS void ${definer} AS $$
   BEGIN
     UPDATE sending_hold h SET held_since = now(), because = p_because WHERE h.held_since IS NULL;
   END $$`,
  `CREATE FUNCTION release_sending() RETURNS void ${definer} AS $$
   BEGIN
     UPDATE sending_hold SET held_since = NULL, because = NULL;
   END $$`,

  // The heartbeat of sending, by the real clock. A backup that is started elsewhere, or rolled forward on a new timeline, is held at once;
  // one put back in place is recognised by whoever remembers a later beat (Redis).
  `CREATE FUNCTION note_alive() RETURNS TABLE (previous timestamptz, alive_at timestamptz, held boolean) ${definer} AS $$
   DECLARE
     here text;
     before sending_hold%ROWTYPE;
   BEGIN
     SELECT s.system_identifier::text || '/' || c.timeline_id::text INTO here FROM pg_control_system() s, pg_control_checkpoint() c;
     SELECT * INTO before FROM sending_hold FOR UPDATE;
     UPDATE sending_hold h SET cluster = here, alive_at = now(),
       held_since = CASE WHEN before.cluster IS DISTINCT FROM here AND before.cluster IS NOT NULL THEN coalesce(h.held_since, now()) ELSE h.held_since END,
       because = CASE WHEN before.cluster IS DISTINCT FROM here AND before.cluster IS NOT NULL THEN coalesce(h.because, 'another-cluster') ELSE h.because END;
     RETURN QUERY SELECT before.alive_at, h.alive_at, h.held_since IS NOT NULL FROM sending_hold h;
   END $$`,

  // What a municipality says of its own texts, to anybody: never whether somebody has been sent one.
  `CREATE FUNCTION municipality_card(p_slug text) RETURNS TABLE (name text, phone text, sms_sender text, out_of_hours_phone text, email_from text) ${definer} STABLE AS $$
   BEGIN
     RETURN QUERY SELECT m.name, m.phone, m.sms_sender, m.out_of_hours_phone, m.email_from FROM municipality m WHERE m.slug = p_slug;
   END $$`,

  // Protected people and those who want no SMS have no row for a text; whoever has a go-between is reached by that number alone.
  `CREATE OR REPLACE FUNCTION require_open_channel() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM 1 FROM network_member m
     LEFT JOIN network_member d ON d.municipality_id = m.municipality_id AND d.id = m.delegate_id AND d.removed_at IS NULL AND NOT d.protected AND NOT d.no_sms
     WHERE m.municipality_id = NEW.municipality_id AND m.id = NEW.member_id AND NOT m.protected
       AND CASE NEW.channel WHEN 'sms' THEN NOT m.no_sms AND CASE WHEN m.delegate_id IS NULL THEN m.phone ELSE d.phone END IS NOT NULL WHEN 'email' THEN m.email IS NOT NULL ELSE false END;
     IF NOT FOUND THEN
       RAISE EXCEPTION 'the person has no open channel' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_channel_open';
     END IF;
     RETURN NEW;
   END $$`,
  `DROP TRIGGER open_channel ON message`,
  `CREATE TRIGGER open_channel BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION require_open_channel()`,

  // As before; and nothing is claimed while sending is held.
  `CREATE OR REPLACE FUNCTION claim_due_messages(p_limit integer, p_horizon interval, p_lease interval) RETURNS TABLE (municipality_id uuid, id uuid, epoch integer, due_at timestamptz) ${definer} AS $$
   DECLARE
     moment timestamptz := app_now();
     busy uuid[];
     share integer;
   BEGIN
     IF EXISTS (SELECT 1 FROM sending_hold h WHERE h.held_since IS NOT NULL) THEN RETURN; END IF;
     SELECT array_agg(mu.id) INTO busy FROM municipality mu WHERE EXISTS (
       SELECT 1 FROM message m WHERE m.municipality_id = mu.id AND m.state IN ('planned', 'queued') AND m.due_at <= moment + p_horizon
         AND (m.lease_until IS NULL OR m.lease_until < moment));
     IF busy IS NULL THEN RETURN; END IF;
     share := GREATEST(1, p_limit / cardinality(busy));
     RETURN QUERY
     WITH due AS (
       SELECT d.municipality_id, d.id FROM unnest(busy) AS mu(id) CROSS JOIN LATERAL (
         SELECT m.municipality_id, m.id FROM message m
         WHERE m.municipality_id = mu.id AND m.state IN ('planned', 'queued') AND m.due_at <= moment + p_horizon
           AND (m.lease_until IS NULL OR m.lease_until < moment)
         ORDER BY m.due_at LIMIT share FOR UPDATE SKIP LOCKED) d
     )
     UPDATE message m SET state = 'queued', epoch = m.epoch + 1, lease_until = GREATEST(m.due_at, moment) + p_lease
     FROM due WHERE m.municipality_id = due.municipality_id AND m.id = due.id
     RETURNING m.municipality_id, m.id, m.epoch, m.due_at;
   END $$`,
];
