/** What the catalogue of the database says of links and rights: asked of a database, or of one transaction in it. */
export type Ask = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>;

/** A column of another table's ids that no key holds: `table.column`. */
export async function untiedColumns(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname <> 'id' AND (a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) OR a.attname ~ '_ids?$')
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY(k.conkey)
         AND (a.attname <> 'municipality_id' OR k.confrelid = 'municipality'::regclass)) ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** A key between two tables of municipalities that does not hold the municipality together: it could lead into another one. */
export async function looseKeys(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT c.relname || ': ' || pg_get_constraintdef(k.oid) AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attname = 'municipality_id' JOIN pg_attribute theirs ON theirs.attrelid = k.confrelid AND theirs.attname = 'municipality_id'
     WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM generate_subscripts(k.conkey, 1) i WHERE k.conkey[i] = own.attnum AND k.confkey[i] = theirs.attnum) ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Of every role but the owner: 'role table: rights', the rights of single columns with the columns. The public is a role too. */
export async function rightsOf(ask: Ask): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    `SELECT role || ' ' || relname || ': ' || string_agg(said, ', ' ORDER BY said) AS line FROM (
       SELECT ${ROLE} AS role, c.relname, c.relowner, x.grantee, x.privilege_type AS said FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) x WHERE c.relnamespace = 'public'::regnamespace
       UNION ALL
       SELECT ${ROLE}, c.relname, c.relowner, x.grantee, x.privilege_type || ' (' || string_agg(a.attname, ', ' ORDER BY a.attname) || ')'
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN LATERAL aclexplode(a.attacl) x WHERE c.relnamespace = 'public'::regnamespace GROUP BY 1, 2, 3, 4, x.privilege_type) said
     WHERE grantee <> relowner GROUP BY role, relname ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

/** What the public may call, and what a role but the owner may. */
export async function callersOf(ask: Ask): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    `SELECT ${ROLE} || ' ' || p.proname AS line FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
     WHERE p.pronamespace = 'public'::regnamespace AND x.grantee <> p.proowner ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

/** What runs as the owner, or guards a table, and can be led to look at somebody else's tables: its search path is not fixed, or begins elsewhere. */
export async function misleadable(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND (p.prosecdef OR p.prorettype = 'trigger'::regtype OR p.proname = ANY($1))
       AND NOT coalesce(p.proconfig, '{}') @> ARRAY['search_path=public, pg_temp'] ORDER BY 1`,
    [CALLED_BY_GUARDS],
  );
  return rows.map(({ name }) => name);
}
const CALLED_BY_GUARDS = ['undecided_ban', 'place_withheld', 'open_worries'];

/** Tables of municipalities without a wall, with one that the owner can step over, or with a rule that is not the wall's. */
export async function wallsWithHoles(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id'
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
     UNION
     SELECT p.tablename FROM pg_policies p JOIN pg_class c ON c.oid = ('public.' || quote_ident(p.tablename))::regclass
     WHERE p.schemaname = 'public' AND p.roles <> ARRAY[pg_get_userbyid(c.relowner)]
       AND coalesce(p.qual, p.with_check) !~ '^\\((municipality_id|id) = \\(current_setting\\(''app.municipality''::text\\)\\)::uuid\\)$' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** What a role of the applications can do beside reading and writing rows. */
export async function powersOf(ask: Ask, role: string): Promise<string[]> {
  const rows = await ask<{ power: string }>(
    `SELECT power FROM pg_roles r CROSS JOIN LATERAL (VALUES
       ('is superuser', r.rolsuper), ('bypasses the wall', r.rolbypassrls), ('makes roles', r.rolcreaterole), ('makes databases', r.rolcreatedb), ('replicates', r.rolreplication),
       ('makes tables', has_schema_privilege(r.oid, 'public', 'CREATE')), ('makes schemas', has_database_privilege(r.oid, current_database(), 'CREATE')),
       ('makes temporary tables', has_database_privilege(r.oid, current_database(), 'TEMP')),
       ('is a member of another role', EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid)),
       ('has members', EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.roleid = r.oid)),
       ('owns something', EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid) OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.proowner = r.oid) OR EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspowner = r.oid)),
       ('is given rights in advance', EXISTS (SELECT 1 FROM pg_default_acl))) AS has(power, yes) WHERE r.rolname = $1 AND has.yes ORDER BY 1`,
    [role],
  );
  return rows.map(({ power }) => power);
}

const ROLE = `CASE x.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(x.grantee) END`;
