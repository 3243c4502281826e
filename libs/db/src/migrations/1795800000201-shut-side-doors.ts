import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './wall';

/**
 * The application could make a temporary table named as one of ours, which a guard would have looked at in its stead: consent to be
 * contacted, a ban, a worry. Guards look in the schema first, and temporary tables are nobody's. What is called is called by the
 * application alone, and what has been kept for evidence of a call or a release is changed in no other way than a use case does.
 */
export class ShutSideDoors1795800000201 implements MigrationInterface {
  name = 'ShutSideDoors1795800000201';

  async up(runner: QueryRunner): Promise<void> {
    const app = await appRole(runner);
    const functions = (await runner.query(
      `SELECT p.oid::regprocedure::text AS signature, p.prorettype = 'trigger'::regtype OR p.proname IN ('undecided_ban', 'place_withheld') AS guards
       FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace`,
    )) as { signature: string; guards: boolean }[];
    for (const { signature, guards } of functions) {
      if (guards) await runner.query(`ALTER FUNCTION ${signature} SET search_path = public, pg_temp`);
      await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    }
    for (const signature of CALLED) await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${app}`);
    // Where somebody else owns the database it is theirs to say.
    const [{ own, name }] = (await runner.query(`SELECT pg_get_userbyid(datdba) = current_user AS own, quote_ident(datname) AS name FROM pg_database WHERE datname = current_database()`)) as [{ own: boolean; name: string }];
    if (own) await runner.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
    for (const [table, columns] of NARROWED) {
      await runner.query(`REVOKE UPDATE ON ${table} FROM ${app}`);
      await runner.query(`GRANT UPDATE (${columns.join(', ')}) ON ${table} TO ${app}`);
    }
    // A tie that is erased from the map stays as history.
    await runner.query(`REVOKE DELETE ON member_tie FROM ${app}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** By statements of the application, or within a guard that runs as it. */
const CALLED = ['app_now()', 'audit_line(bigint, timestamptz, text, uuid, text, text, uuid, uuid)', 'undecided_ban(uuid, uuid, uuid)', 'place_withheld(uuid, uuid, uuid)'];

/** What the application may change of a row that it has written. */
const NARROWED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['message_attempt', ['ended_at', 'outcome', 'operator_message_id', 'detail']],
  ['pair_decision', ['revoked_at', 'revoked_by']],
  ['plan_release', ['withdrawn_at', 'withdrawn_by']],
  ['member_tie', ['removed_at', 'removed_by']],
];
