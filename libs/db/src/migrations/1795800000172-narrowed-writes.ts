import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './wall';

/**
 * Consent before contact held for new rows alone: a message could be turned to somebody else, or brought back after a no, by changing
 * it. And the application could change what no use case changes: a role, what a consent says, what an operator said.
 */
export class NarrowedWrites1795800000172 implements MigrationInterface {
  name = 'NarrowedWrites1795800000172';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);
    for (const statement of TRIGGERS) await runner.query(statement);
    for (const [table, columns] of NARROWED) {
      await runner.query(`REVOKE UPDATE ON ${table} FROM ${app}`);
      await runner.query(`GRANT UPDATE (${columns.join(', ')}) ON ${table} TO ${app}`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const UNSENT = `('planned', 'held', 'queued')`;
const FINAL = `('accepted', 'delivered', 'failed', 'cancelled', 'suppressed', 'expired')`;

const TRIGGERS = [
  // Turned to somebody else, brought back from an end, or given another time. The machine's own steps of a row that lives are the gate's to judge.
  `CREATE TRIGGER contact_consent_kept BEFORE UPDATE ON message FOR EACH ROW
   WHEN (NEW.member_id IS DISTINCT FROM OLD.member_id OR NEW.consent_id IS DISTINCT FROM OLD.consent_id OR NEW.invitation_id IS DISTINCT FROM OLD.invitation_id
     OR (NEW.state IN ${UNSENT} AND (OLD.state IN ${FINAL} OR NEW.due_at IS DISTINCT FROM OLD.due_at)))
   EXECUTE FUNCTION require_contact_consent()`,
  `CREATE TRIGGER contact_consent_kept BEFORE UPDATE ON invitation FOR EACH ROW
   WHEN (NEW.member_id IS DISTINCT FROM OLD.member_id OR NEW.consent_id IS DISTINCT FROM OLD.consent_id) EXECUTE FUNCTION require_contact_consent()`,
];

/** What the application may change of a row that it has written. */
const NARROWED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['staff_user', ['email', 'name', 'phone', 'password_hash', 'disabled_at', 'language', 'wrong_tries']],
  ['consent', ['withdrawn_at']],
  ['receipt_inbox', ['applied_at']],
];
