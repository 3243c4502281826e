import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Promise 6, whole: while a family has its own time nobody from the municipality writes content in that case, in any table that
 * holds content. What the family itself sends in is never refused: its transactions say so (`app.actor`), and an answer by text
 * has nobody who recorded it. Who came or left is no content.
 */
export class LockedPrivateTime1795800000170 implements MigrationInterface {
  name = 'LockedPrivateTime1795800000170';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['plan_action', 'family_plan', 'attendance']) await runner.query(`DROP TRIGGER private_time ON ${table}`);
    await runner.query('DROP FUNCTION refuse_in_private_time()');
    await runner.query(FUNCTION);
    for (const [table, events, args, only] of LOCKED) {
      await runner.query(`CREATE TRIGGER private_time BEFORE ${events} ON ${table} FOR EACH ROW${only ? ` WHEN (${only})` : ''} EXECUTE FUNCTION refuse_in_private_time(${args.map((arg) => `'${arg}'`).join(', ')})`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ANY = 'INSERT OR UPDATE OR DELETE';

/** Table, what is looked at, how it leads to its case, and which of its columns are no content. */
const LOCKED: readonly (readonly [table: string, events: string, args: readonly string[], only?: string])[] = [
  // Who works with the case may change at any time: a coordinator can fall ill.
  ['referral', 'UPDATE', ['case', 'state,coordinator_id,allocated_at,conflict_declared_at,updated_at,version']],
  ['focal_person', ANY, ['referral']],
  ['family_question', ANY, ['referral']],
  ['bottom_line', ANY, ['referral']],
  ['offered_resource', ANY, ['referral']],
  // A no to texts or calls, and which way last reached them: what a person has said, and the machine's own notes.
  ['network_member', ANY, ['referral', 'no_sms,no_calls,last_reached_by,version']],
  ['member_tie', ANY, ['referral']],
  // Taking a decision or a release back only stops something.
  ['pair_decision', 'INSERT OR UPDATE', ['referral', 'revoked_at,revoked_by']],
  ['plan_release', 'INSERT OR UPDATE', ['plan', 'withdrawn_at,withdrawn_by']],
  // A withdrawal is a no, and a no never waits.
  ['consent', ANY, ['referral', 'withdrawn_at']],
  ['conference', 'INSERT OR UPDATE', ['referral', 'phase,state,version']],
  ['proposed_time', ANY, ['conference']],
  // Whom it is about to invite; what becomes of a link is no content.
  ['invitation', 'INSERT', ['conference']],
  ['family_session', 'INSERT', ['invitation'], 'NEW.recorded_by IS NOT NULL'],
  ['answer', 'INSERT', ['conference'], `NEW.recorded_by IS NOT NULL OR NEW.source NOT IN ('web', 'sms')`],
  ['answer_time', 'INSERT', ['answer']],
  ['answer_need', 'INSERT', ['answer']],
  ['inbound_message', 'UPDATE', ['referral'], 'NEW.note IS DISTINCT FROM OLD.note'],
  ['family_plan', ANY, ['referral']],
  ['plan_action', ANY, ['plan']],
  ['plan_revision', 'INSERT', ['plan']],
  ['action_report', 'INSERT', ['action']],
];

const FUNCTION = `CREATE FUNCTION refuse_in_private_time() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     line jsonb;
     of_case uuid;
     part text;
   BEGIN
     IF current_setting('app.actor', true) = 'family' THEN RETURN coalesce(NEW, OLD); END IF;
     IF TG_OP = 'UPDATE' AND TG_NARGS > 1 AND to_jsonb(NEW) - string_to_array(TG_ARGV[1], ',') = to_jsonb(OLD) - string_to_array(TG_ARGV[1], ',') THEN
       RETURN NEW;
     END IF;
     -- Both as it was and as it will be: a row must not be moved out of a case to be written there.
     FOREACH line IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[to_jsonb(NEW)] WHEN 'DELETE' THEN ARRAY[to_jsonb(OLD)] ELSE ARRAY[to_jsonb(OLD), to_jsonb(NEW)] END LOOP
       of_case := CASE TG_ARGV[0]
         WHEN 'case' THEN (line->>'id')::uuid
         WHEN 'referral' THEN (line->>'referral_id')::uuid
         WHEN 'conference' THEN (SELECT c.referral_id FROM conference c WHERE c.municipality_id = (line->>'municipality_id')::uuid AND c.id = (line->>'conference_id')::uuid)
         WHEN 'invitation' THEN (SELECT c.referral_id FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id
                                 WHERE i.municipality_id = (line->>'municipality_id')::uuid AND i.id = (line->>'invitation_id')::uuid)
         WHEN 'answer' THEN (SELECT c.referral_id FROM answer a JOIN conference c ON c.municipality_id = a.municipality_id AND c.id = a.conference_id
                             WHERE a.municipality_id = (line->>'municipality_id')::uuid AND a.id = (line->>'answer_id')::uuid AND (a.recorded_by IS NOT NULL OR a.source NOT IN ('web', 'sms')))
         WHEN 'plan' THEN (SELECT p.referral_id FROM family_plan p WHERE p.municipality_id = (line->>'municipality_id')::uuid AND p.id = (line->>'plan_id')::uuid)
         WHEN 'action' THEN (SELECT p.referral_id FROM plan_action a JOIN family_plan p ON p.municipality_id = a.municipality_id AND p.id = a.plan_id
                             WHERE a.municipality_id = (line->>'municipality_id')::uuid AND a.id = (line->>'action_id')::uuid)
       END;
       -- Shared until the commit, so that private time cannot begin between this look and the write.
       FOR part IN SELECT c.phase FROM conference c
         WHERE c.municipality_id = (line->>'municipality_id')::uuid AND c.referral_id = of_case AND c.state IN ('confirmed', 'inProgress') FOR SHARE LOOP
         IF part = 'privateTime' THEN
           RAISE EXCEPTION 'the family has its own time' USING ERRCODE = 'check_violation', CONSTRAINT = 'private_family_time';
         END IF;
       END LOOP;
     END LOOP;
     RETURN coalesce(NEW, OLD);
   END $$`;
