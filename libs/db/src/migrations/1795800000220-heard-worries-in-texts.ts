import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './wall';

/**
 * The same worry said in a text holds what a worry told on the pages holds: a reply in which a word says danger or fear, until
 * somebody has dealt with it. What is open in a case is asked in one place, by guards, by the gate and by use cases alike. Those that
 * have waited since before hold from now on.
 */
export class HeardWorriesInTexts1795800000220 implements MigrationInterface {
  name = 'HeardWorriesInTexts1795800000220';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);
    await runner.query(`CREATE INDEX "inbound_danger" ON "inbound_message"  ("municipality_id") WHERE urgent AND handled_at IS NULL`);
    await runner.query(OPEN_WORRIES);
    await runner.query('REVOKE ALL ON FUNCTION open_worries(uuid, uuid) FROM PUBLIC');
    await runner.query(`GRANT EXECUTE ON FUNCTION open_worries(uuid, uuid) TO ${app}`);
    await runner.query(GUARD);
    // Whoever is invited again is invited on the row they had.
    await runner.query(`CREATE TRIGGER worry_holds_again BEFORE UPDATE ON invitation FOR EACH ROW WHEN (OLD.state = 'revoked' AND NEW.state <> 'revoked') EXECUTE FUNCTION require_no_worry()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/**
 * With whoever has left the network nobody is brought together. A text is of the case that it was tied to. One that may be from people
 * of several cases holds each until it is settled there: the task it made is what settles it. One that nobody knows holds where
 * somebody has its number now. Of a number that several have, one who is still here is enough; a number that nobody has any more says
 * nothing of who has left.
 */
const OPEN_WORRIES = `CREATE FUNCTION open_worries(in_municipality uuid, in_case uuid)
   RETURNS TABLE (told text, id uuid, member_id uuid, told_at timestamptz, unclaimed boolean) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
     SELECT 'page', w.id, w.member_id, w.told_at, false
     FROM worry w JOIN network_member m ON m.municipality_id = w.municipality_id AND m.id = w.member_id AND m.removed_at IS NULL
     WHERE w.municipality_id = in_municipality AND w.referral_id = in_case AND w.answered_at IS NULL
     UNION ALL
     SELECT 'text', i.id, i.member_id, i.received_at, i.kind = 'unknownNumber'
     FROM inbound_message i
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE m.removed_at IS NULL) AS here, count(*) FILTER (WHERE m.removed_at IS NOT NULL) AS left_it
       FROM network_member m LEFT JOIN network_member d ON d.municipality_id = m.municipality_id AND d.id = m.delegate_id AND d.removed_at IS NULL
       WHERE m.municipality_id = in_municipality AND m.referral_id = in_case
         AND CASE WHEN i.member_id IS NULL THEN m.phone_index = i.sender_index OR d.phone_index = i.sender_index ELSE m.id = i.member_id END) who
     WHERE i.municipality_id = in_municipality AND i.urgent AND i.handled_at IS NULL AND CASE
       WHEN i.referral_id IS NOT NULL THEN i.referral_id = in_case AND (who.here > 0 OR who.left_it = 0)
       WHEN i.kind = 'unknownNumber' THEN who.here > 0
       ELSE (who.here > 0 OR who.left_it = 0) AND EXISTS (
         SELECT 1 FROM task t WHERE t.municipality_id = in_municipality AND t.inbound_message_id = i.id AND t.referral_id = in_case AND t.done_at IS NULL) END
   $$`;

const GUARD = `CREATE OR REPLACE FUNCTION require_no_worry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
   DECLARE
     of_case uuid;
     how text;
   BEGIN
     IF TG_TABLE_NAME = 'conference' THEN
       of_case := NEW.referral_id;
     ELSE
       SELECT c.referral_id INTO of_case FROM conference c WHERE c.municipality_id = NEW.municipality_id AND c.id = NEW.conference_id;
     END IF;
     SELECT CASE WHEN bool_or(o.told = 'text') THEN 'danger_unread' ELSE 'worry_unanswered' END INTO how
     FROM open_worries(NEW.municipality_id, of_case) o HAVING count(*) > 0;
     IF how IS NOT NULL THEN
       RAISE EXCEPTION 'somebody is worried about meeting someone' USING ERRCODE = 'check_violation', CONSTRAINT = how;
     END IF;
     RETURN NEW;
   END $$`;
