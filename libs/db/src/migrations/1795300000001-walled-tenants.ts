import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, allow, wallIn } from './wall';

/** The tenant tables of the first schema; a later migration walls in its own. */
const TABLES = [
  'staff_user', 'staff_session', 'idempotent_answer', 'reference_counter', 'task', 'offer', 'referral', 'focal_person', 'family_question', 'bottom_line', 'offered_resource',
  'network_member', 'member_tie', 'consent', 'conference', 'proposed_time', 'invitation', 'family_session', 'answer', 'answer_time', 'answer_need', 'attendance', 'phase_event',
  'message', 'message_attempt', 'receipt_inbox', 'inbound_message', 'family_plan', 'plan_action', 'plan_revision', 'action_report',
];
/** Tables where the application may delete: parts of a draft. Everything else is kept or closed, never removed. */
const DELETABLE = ['focal_person', 'family_question', 'bottom_line', 'offered_resource', 'member_tie', 'staff_session', 'idempotent_answer'];
/** Histories: written once. */
const APPEND_ONLY = ['answer', 'answer_time', 'answer_need', 'phase_event', 'plan_revision', 'action_report'];
/** What the narrow SECURITY DEFINER functions below look at across municipalities, as the owner of the tables. */
const LOOKED_UP = ['staff_user', 'staff_session', 'invitation', 'family_session', 'message'];

/**
 * The wall between municipalities: row-level security, forced, on every tenant table. With no tenant set,
 * `current_setting` raises: an error, never an empty list. The application role owns nothing and cannot bypass it.
 */
export class WalledTenants1795300000001 implements MigrationInterface {
  name = 'WalledTenants1795300000001';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);

    await runner.query(`CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()'`);
    await runner.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${app}`);

    const tenant = `current_setting('app.municipality')::uuid`;
    await wallIn(runner, [...TABLES, 'municipality_key', 'audit_entry', 'audit_head']);
    await runner.query(`ALTER TABLE municipality ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE municipality FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE POLICY own_municipality ON municipality FOR SELECT TO ${app} USING (id = ${tenant})`);
    await runner.query(`CREATE POLICY set_up ON municipality TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await runner.query(`CREATE POLICY set_up ON municipality_key TO CURRENT_USER USING (true) WITH CHECK (true)`);
    for (const table of LOOKED_UP) {
      await runner.query(`CREATE POLICY looked_up ON ${table} TO CURRENT_USER USING (true)`);
    }

    for (const table of TABLES) {
      const verbs = ['SELECT', 'INSERT', ...(APPEND_ONLY.includes(table) ? [] : ['UPDATE']), ...(DELETABLE.includes(table) ? ['DELETE'] : [])];
      await runner.query(`GRANT ${verbs.join(', ')} ON ${table} TO ${app}`);
    }
    await runner.query(`GRANT SELECT ON municipality, municipality_key, audit_entry, audit_head TO ${app}`);

    for (const statement of FUNCTIONS) await runner.query(statement);
    await allow(runner, CALLABLE);
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken down.');
  }
}

const CALLABLE = [
  'append_audit(jsonb)',
  'staff_for_sign_in(text)',
  'staff_by_session(bytea)',
  'invitation_by_token(bytea)',
  'invitation_by_session(bytea)',
  'municipality_of_number(text)',
  'claim_due_messages(integer, interval, interval)',
  'messages_in_doubt(interval, integer)',
  'next_message_due()',
  'municipality_ids()',
];

const definer = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;

const FUNCTIONS = [
  // The chain: hash = sha256(previous hash, canonical entry). The head is locked until the commit, so numbers have no gaps.
  `CREATE FUNCTION append_audit(entries jsonb) RETURNS void ${definer} AS $$
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
       next_hash := sha256(head.hash || convert_to(audit_line(head.seq, (e->>'at')::timestamptz, e->>'actorKind', (e->>'actorId')::uuid, e->>'action', e->>'entity', (e->>'entityId')::uuid, (e->>'referralId')::uuid), 'UTF8'));
       INSERT INTO audit_entry (municipality_id, seq, at, actor_kind, actor_id, action, entity, entity_id, referral_id, request_id, previous_hash, hash)
       VALUES (tenant, head.seq, (e->>'at')::timestamptz, e->>'actorKind', (e->>'actorId')::uuid, e->>'action', e->>'entity', (e->>'entityId')::uuid, (e->>'referralId')::uuid, e->>'requestId', head.hash, next_hash);
       head.hash := next_hash;
     END LOOP;
     UPDATE audit_head SET seq = head.seq, hash = head.hash WHERE municipality_id = tenant;
   END $$`,

  `CREATE FUNCTION staff_for_sign_in(p_email text) RETURNS TABLE (municipality_id uuid, id uuid, password_hash text, disabled boolean) ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT u.municipality_id, u.id, u.password_hash, u.disabled_at IS NOT NULL FROM staff_user u WHERE u.email = p_email;
   END $$`,

  `CREATE FUNCTION staff_by_session(p_hash bytea) RETURNS TABLE (municipality_id uuid, session_id uuid, user_id uuid, role text, name text, language text, last_seen_at timestamptz, expires_at timestamptz, now timestamptz) ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT s.municipality_id, s.id, u.id, u.role, u.name, u.language, s.last_seen_at, s.expires_at, now()
     FROM staff_session s JOIN staff_user u ON u.municipality_id = s.municipality_id AND u.id = s.user_id
     WHERE s.token_hash = p_hash AND u.disabled_at IS NULL;
   END $$`,

  `CREATE FUNCTION invitation_by_token(p_hash bytea) RETURNS TABLE (municipality_id uuid, id uuid, rotation integer, expires_at timestamptz, revoked boolean, now timestamptz) ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT i.municipality_id, i.id, i.rotation, i.expires_at, i.revoked_at IS NOT NULL, app_now() FROM invitation i WHERE i.token_hash = p_hash;
   END $$`,

  `CREATE FUNCTION invitation_by_session(p_hash bytea) RETURNS TABLE (municipality_id uuid, session_id uuid, invitation_id uuid, step_passed boolean, session_rotation integer, rotation integer, revoked boolean, expires_at timestamptz, now timestamptz) ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT s.municipality_id, s.id, s.invitation_id, s.step_passed_at IS NOT NULL, s.rotation, i.rotation, i.revoked_at IS NOT NULL, LEAST(s.expires_at, i.expires_at), app_now()
     FROM family_session s JOIN invitation i ON i.municipality_id = s.municipality_id AND i.id = s.invitation_id
     WHERE s.token_hash = p_hash AND s.ended_at IS NULL;
   END $$`,

  `CREATE FUNCTION municipality_of_number(p_number text) RETURNS uuid ${definer} AS $$
   BEGIN
     RETURN (SELECT m.id FROM municipality m WHERE m.sms_number = p_number);
   END $$`,

  `CREATE FUNCTION municipality_ids() RETURNS SETOF uuid ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT m.id FROM municipality m ORDER BY m.id;
   END $$`,

  // Fair: each municipality gives at most its share of a batch. Claimed rows are leased; a lease that ran out is claimed again.
  `CREATE FUNCTION claim_due_messages(p_limit integer, p_horizon interval, p_lease interval) RETURNS TABLE (municipality_id uuid, id uuid, epoch integer, due_at timestamptz) ${definer} AS $$
   DECLARE
     share integer := GREATEST(1, p_limit / GREATEST(1, (SELECT count(*) FROM municipality)::integer));
   BEGIN
     RETURN QUERY
     WITH due AS (
       SELECT d.municipality_id, d.id FROM municipality mu CROSS JOIN LATERAL (
         SELECT m.municipality_id, m.id FROM message m
         WHERE m.municipality_id = mu.id AND m.state IN ('planned', 'queued') AND m.due_at <= app_now() + p_horizon
           AND (m.state = 'planned' OR m.lease_until < app_now())
         ORDER BY m.due_at LIMIT share FOR UPDATE SKIP LOCKED) d
     )
     UPDATE message m SET state = 'queued', epoch = m.epoch + 1, lease_until = GREATEST(m.due_at, app_now()) + p_lease
     FROM due WHERE m.municipality_id = due.municipality_id AND m.id = due.id
     RETURNING m.municipality_id, m.id, m.epoch, m.due_at;
   END $$`,

  // Calls that were begun and never closed: a worker died, or the operator never answered.
  `CREATE FUNCTION messages_in_doubt(p_after interval, p_limit integer) RETURNS TABLE (municipality_id uuid, id uuid, state text) ${definer} AS $$
   BEGIN
     RETURN QUERY SELECT m.municipality_id, m.id, m.state FROM message m
     WHERE m.state IN ('sending', 'unknown') AND m.lease_until < app_now() - p_after ORDER BY m.lease_until LIMIT p_limit;
   END $$`,

  `CREATE FUNCTION next_message_due() RETURNS timestamptz ${definer} AS $$
   BEGIN
     RETURN (SELECT min(m.due_at) FROM message m WHERE m.state IN ('planned', 'queued') AND m.due_at > app_now());
   END $$`,

  // Promise 1, at the database: no invitation and no message without that person's own active consent to be contacted.
  // FOR SHARE: a withdrawal or a removal under way is waited for, and then seen.
  `CREATE FUNCTION require_contact_consent() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM 1 FROM consent c
     WHERE c.municipality_id = NEW.municipality_id AND c.id = NEW.consent_id AND c.member_id = NEW.member_id AND c.purpose = 'contact'
       AND c.withdrawn_at IS NULL AND (c.valid_until IS NULL OR c.valid_until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date)
     FOR SHARE;
     IF NOT FOUND THEN
       RAISE EXCEPTION 'no active consent to be contacted' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_consent_required';
     END IF;
     PERFORM 1 FROM network_member m
     WHERE m.municipality_id = NEW.municipality_id AND m.id = NEW.member_id AND m.removed_at IS NULL FOR SHARE;
     IF NOT FOUND THEN
       RAISE EXCEPTION 'the person is no longer in the network' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_member_present';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER contact_consent BEFORE INSERT ON invitation FOR EACH ROW EXECUTE FUNCTION require_contact_consent()`,
  `CREATE TRIGGER contact_consent BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION require_contact_consent()`,

  // Protected people and those who want no SMS have no message rows at all.
  `CREATE FUNCTION require_open_channel() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM 1 FROM network_member m
     WHERE m.municipality_id = NEW.municipality_id AND m.id = NEW.member_id AND NOT m.protected AND NOT m.no_sms AND m.phone IS NOT NULL;
     IF NOT FOUND THEN
       RAISE EXCEPTION 'the person has no open channel' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_channel_open';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER open_channel BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.channel = 'sms') EXECUTE FUNCTION require_open_channel()`,

  // Promise 6, at the database: while the family has its own time, nothing about the plan or who is there is written.
  `CREATE FUNCTION refuse_in_private_time() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     conference uuid;
   BEGIN
     IF TG_TABLE_NAME = 'plan_action' THEN
       SELECT p.conference_id INTO conference FROM family_plan p WHERE p.municipality_id = NEW.municipality_id AND p.id = NEW.plan_id;
     ELSE
       conference := NEW.conference_id;
     END IF;
     PERFORM 1 FROM conference c WHERE c.municipality_id = NEW.municipality_id AND c.id = conference AND c.phase = 'privateTime' FOR SHARE;
     IF FOUND THEN
       RAISE EXCEPTION 'the family has its own time' USING ERRCODE = 'check_violation', CONSTRAINT = 'private_family_time';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER private_time BEFORE INSERT OR UPDATE ON plan_action FOR EACH ROW EXECUTE FUNCTION refuse_in_private_time()`,
  `CREATE TRIGGER private_time BEFORE INSERT OR UPDATE ON family_plan FOR EACH ROW EXECUTE FUNCTION refuse_in_private_time()`,
  `CREATE TRIGGER private_time BEFORE INSERT OR UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION refuse_in_private_time()`,
];

// Declared first: append_audit and a verifier must agree on the line.
FUNCTIONS.unshift(
  `CREATE FUNCTION audit_line(seq bigint, at timestamptz, actor_kind text, actor_id uuid, action text, entity text, entity_id uuid, referral_id uuid) RETURNS text
   LANGUAGE sql IMMUTABLE AS $$
     SELECT concat_ws('|', seq, extract(epoch FROM at)::numeric(20,6), actor_kind, coalesce(actor_id::text, '-'), action, coalesce(entity, '-'), coalesce(entity_id::text, '-'), coalesce(referral_id::text, '-'))
   $$`,
);
