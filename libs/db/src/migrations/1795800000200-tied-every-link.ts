import type { QueryRunner, MigrationInterface } from 'typeorm';

/**
 * Whatever names a row of another table is held by a key, together with the municipality: no link leads out of it or nowhere. A task
 * names the message that it is about and the reply that made it in a column each.
 *
 * Rows from before may break the keys. Of those that wait for somebody the link goes and the row stays, and somebody still sees it.
 * Everywhere else the row stays as it is, since an empty column would say something else (that nobody filled it in for the person,
 * that somebody is no child): such a key then holds for what is written from now on, and is left unvalidated.
 */
export class TiedEveryLink1795800000200 implements MigrationInterface {
  name = 'TiedEveryLink1795800000200';

  async up(runner: QueryRunner): Promise<void> {
    // What is mended and checked here is of every municipality: the owner steps out from behind the wall for it.
    const behind = [...new Set(KEYS.flatMap(([table, , parent]) => [table, parent]))];
    for (const table of behind) await runner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "task" ADD "inbound_message_id" uuid`);
    await runner.query(`CREATE INDEX "task_of_reply" ON "task"  ("municipality_id", "inbound_message_id") WHERE inbound_message_id IS NOT NULL`);
    await runner.query(SPLIT);
    const mended: string[] = [];
    for (const [what, statement] of MENDS) {
      const [{ n }] = (await runner.query(`WITH mended AS (${statement} RETURNING 1) SELECT count(*)::integer AS n FROM mended`)) as [{ n: number }];
      if (n > 0) mended.push(`${what} ${n}`);
    }
    const kept = await tie(runner);
    for (const table of behind) await runner.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
    if (mended.length > 0) await say(runner, `links that led nowhere were mended: ${mended.join(', ')}`);
    if (kept.length > 0) await say(runner, `links that lead nowhere were left in the history: ${kept.join(', ')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Returns which keys some rows from before break, and how many. */
async function tie(runner: QueryRunner): Promise<string[]> {
  const kept: string[] = [];
  for (const [table, column, parent, name] of KEYS) {
    const [own, theirs] = column === 'municipality_id' ? ['"municipality_id"', '"id"'] : [`"municipality_id", "${column}"`, '"municipality_id","id"'];
    await runner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY (${own}) REFERENCES "${parent}"(${theirs}) ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`);
    const [{ n }] = (await runner.query(`SELECT count(*)::integer AS n FROM "${table}" t WHERE t."${column}" IS NOT NULL AND ${missing(column, parent)}`)) as [{ n: number }];
    if (n === 0) await runner.query(`ALTER TABLE "${table}" VALIDATE CONSTRAINT "${name}"`);
    else kept.push(`${table}.${column} ${n}`);
  }
  return kept;
}

/** Table names, columns and numbers only. */
const say = (runner: QueryRunner, text: string) => runner.query(`DO $$ BEGIN RAISE WARNING '%', '${text}'; END $$`);

const missing = (column: string, parent: string): string =>
  column === 'municipality_id' ? `NOT EXISTS (SELECT 1 FROM municipality p WHERE p.id = t.municipality_id)` : `NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p.municipality_id = t.municipality_id AND p.id = t."${column}")`;

const SPLIT = `UPDATE task t SET inbound_message_id = t.message_id, message_id = NULL FROM inbound_message i WHERE i.municipality_id = t.municipality_id AND i.id = t.message_id`;

const emptied = (table: string, column: string, parent: string): readonly [string, string] => [
  `${table}.${column}`, `UPDATE "${table}" t SET "${column}" = NULL WHERE t."${column}" IS NOT NULL AND ${missing(column, parent)}`,
];

const WITHOUT_COORDINATOR = `UPDATE referral t SET coordinator_id = NULL, version = t.version + 1,
    state = CASE WHEN t.state = 'allocated' THEN 'accepted' ELSE t.state END, allocated_at = CASE WHEN t.state = 'allocated' THEN NULL ELSE t.allocated_at END
  WHERE t.coordinator_id IS NOT NULL AND ${missing('coordinator_id', 'staff_user')}`;

/** In order: the case first, since a task without a case or a person to do it is given to the case's. */
const MENDS: readonly (readonly [what: string, statement: string])[] = [
  // A manager is told that nobody has the case.
  [
    'managers told',
    `INSERT INTO task (municipality_id, id, referral_id, kind, reason, urgent, created_at)
     SELECT t.municipality_id, gen_random_uuid(), t.id, 'allocateCoordinator', 'coordinatorRecused', true, app_now() FROM referral t
     WHERE t.coordinator_id IS NOT NULL AND ${missing('coordinator_id', 'staff_user')} AND t.state NOT IN ('draft', 'closed')`,
  ],
  ['referral.coordinator_id', WITHOUT_COORDINATOR],
  // Whom it is about, or for which conference, still tells which case it is.
  [
    'task.referral_id',
    `UPDATE task t SET referral_id = coalesce(
       (SELECT m.referral_id FROM network_member m WHERE m.municipality_id = t.municipality_id AND m.id = t.member_id),
       (SELECT c.referral_id FROM conference c WHERE c.municipality_id = t.municipality_id AND c.id = t.conference_id))
     WHERE t.referral_id IS NOT NULL AND ${missing('referral_id', 'referral')}`,
  ],
  [
    'task.assigned_to',
    `UPDATE task t SET assigned_to = (SELECT r.coordinator_id FROM referral r WHERE r.municipality_id = t.municipality_id AND r.id = t.referral_id AND t.kind <> 'allocateCoordinator')
     WHERE t.assigned_to IS NOT NULL AND ${missing('assigned_to', 'staff_user')}`,
  ],
  emptied('task', 'conference_id', 'conference'),
  emptied('task', 'member_id', 'network_member'),
  emptied('task', 'message_id', 'message'),
  emptied('task', 'done_by', 'staff_user'),
  emptied('inbound_message', 'conference_id', 'conference'),
  emptied('inbound_message', 'member_id', 'network_member'),
  emptied('inbound_message', 'handled_by', 'staff_user'),
  // In no case any more, and unread: where those wait that nobody knows whose they are.
  [
    'inbound_message.referral_id',
    `UPDATE inbound_message t SET referral_id = NULL,
       kind = CASE WHEN t.handled_at IS NULL AND NOT EXISTS (SELECT 1 FROM task k WHERE k.municipality_id = t.municipality_id AND k.inbound_message_id = t.id AND k.referral_id IS NOT NULL) THEN 'unknownNumber' ELSE t.kind END
     WHERE t.referral_id IS NOT NULL AND ${missing('referral_id', 'referral')}`,
  ],
  // Whom to call is then the municipality's own number.
  emptied('help_answer', 'referral_id', 'referral'),
];

const KEYS: readonly (readonly [table: string, column: string, parent: string, name: string])[] = [
  ['municipality_key', 'municipality_id', 'municipality', 'FK_6e7c283c44ed46b100f6df3cc67'],
  ['audit_entry', 'municipality_id', 'municipality', 'FK_a625b16d89516f93619a821a644'],
  ['audit_head', 'municipality_id', 'municipality', 'FK_104cf99e9c39fe1aeb53f730304'],
  ['idempotent_answer', 'user_id', 'staff_user', 'FK_4c6705c58cc508905b56a1d77ab'],
  ['offer', 'referral_id', 'referral', 'FK_8874491390d2ad60610db6b3159'],
  ['referral', 'offer_id', 'offer', 'FK_069bd8dd7f3aa2afb683468b859'],
  ['referral', 'coordinator_id', 'staff_user', 'FK_a907d82621d3d41a8d700ce3c7d'],
  ['network_member', 'staff_user_id', 'staff_user', 'FK_b39f233f7ff1f3ff0d2db365925'],
  ['network_member', 'focal_person_id', 'focal_person', 'FK_d1ca3b15b7eeba21144ba1f2b4a'],
  ['member_tie', 'removed_by', 'staff_user', 'FK_0b7aafc1acd9c75244cc7bb6967'],
  ['pair_decision', 'revoked_by', 'staff_user', 'FK_ede9ee5cc0d62b90782b961d6d3'],
  ['consent', 'recorded_by', 'staff_user', 'FK_26b36db51c55733af63bb7baeac'],
  ['family_session', 'recorded_by', 'staff_user', 'FK_b66c68e8c64b9c53826c3a7c68b'],
  ['answer', 'recorded_by', 'staff_user', 'FK_b28254f18d201b97fe0895adc1c'],
  ['attendance', 'recorded_by', 'staff_user', 'FK_821a8b32e6fff1002defa9dc8ad'],
  ['phase_event', 'recorded_by', 'staff_user', 'FK_e32d136ec293b5b5c1dacc0e945'],
  ['family_plan', 'decided_by', 'staff_user', 'FK_01a921aeb8b2e0b930d2bcedd92'],
  ['plan_revision', 'by', 'staff_user', 'FK_49115d66a7d916f025f3944d0d8'],
  ['plan_release', 'withdrawn_by', 'staff_user', 'FK_078f9309bdef8ea5d24ee23b327'],
  ['plan_release', 'released_by', 'staff_user', 'FK_4b875ed56f3b1b642e6f285d9c3'],
  ['message', 'action_id', 'plan_action', 'FK_dcade98d5bf746eccf1090142c5'],
  ['inbound_message', 'handled_by', 'staff_user', 'FK_4b68a5c9bb69ad3270472a07e76'],
  ['inbound_message', 'member_id', 'network_member', 'FK_ba238f015f1c57db6dadf050a8d'],
  ['inbound_message', 'conference_id', 'conference', 'FK_cf3fbb0949f70864ebf26998c20'],
  ['inbound_message', 'referral_id', 'referral', 'FK_b6ac126d9566c223a5f34629cdf'],
  ['help_answer', 'referral_id', 'referral', 'FK_2e260698ea76f28f367ecc1bc1e'],
  ['task', 'done_by', 'staff_user', 'FK_2788b8d93a07e455af4736d412a'],
  ['task', 'assigned_to', 'staff_user', 'FK_76a971af0a5e6540be3a69b6a59'],
  ['task', 'inbound_message_id', 'inbound_message', 'FK_d38ff72637e5ac949df516fd27b'],
  ['task', 'message_id', 'message', 'FK_6162cea239a55e2cd668f8c14fc'],
  ['task', 'member_id', 'network_member', 'FK_e83a76286e70b9a7ff98a42f4b3'],
  ['task', 'conference_id', 'conference', 'FK_e4acb1f350d9706dce02dae5e1a'],
  ['task', 'referral_id', 'referral', 'FK_1d7a0843a3a3c99187703a207d6'],
  ['outreach_policy', 'changed_by', 'staff_user', 'FK_7fb3e7d7e385d0a2d0c90c0eddd'],
  ['message_template', 'withdrawn_by', 'staff_user', 'FK_daa45dc06121a9172cc544d4174'],
  ['message_template', 'approved_by', 'staff_user', 'FK_99757789d0c269a73b18c82ef54'],
  ['message_template', 'created_by', 'staff_user', 'FK_a1f4e1ef1ae8acfd4fb72201462'],
  ['family_text', 'reviewed_by', 'staff_user', 'FK_814dfc34834832278fe0944c242'],
  ['family_text', 'changed_by', 'staff_user', 'FK_c0700b682932c1d9172b200ca74'],
];
