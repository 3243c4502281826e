import type { Pool, PoolClient, QueryConfig } from 'pg';

/** One statement as an application sent it, as `record-sql.mjs` wrote it down. */
export type Recorded = { text: string; values: RecordedValue[] };
export type RecordedValue = { hex: string } | { date: string } | { plain: unknown };

export async function openPool(url: string, size: number): Promise<Pool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max: size });
  pool.on('error', () => undefined);
  return pool;
}

export function revive(value: RecordedValue): unknown {
  if ('hex' in value) return Buffer.from(value.hex, 'hex');
  return 'date' in value ? new Date(value.date) : value.plain;
}

const queryOf = ({ text, values }: Recorded): QueryConfig | string => (values.length === 0 ? text : { text, values: values.map(revive) });

/** The same statements in the same order: one at a time, as they were sent, over one connection. */
export async function runRecorded(pool: Pool, statements: readonly Recorded[]): Promise<void> {
  if (statements.length === 1) return void (await pool.query(queryOf(statements[0]!)));
  const client: PoolClient = await pool.connect();
  let broken: Error | undefined;
  try {
    for (const statement of statements) await client.query(queryOf(statement));
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The same statements about somebody else: every id (and every digest of a secret) of the first is replaced by the other's. */
export function aboutAnother(statements: readonly Recorded[], replace: readonly (readonly [from: string, to: string])[]): Recorded[] {
  let text = JSON.stringify(statements);
  for (const [from, to] of replace) text = text.replaceAll(from, to);
  return JSON.parse(text) as Recorded[];
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids made since then (they begin with their moment): whoever replays makes new ones, or meets the rows of last time. */
export function idsMadeSince(statements: readonly Recorded[], moment: number): string[] {
  const ids = JSON.stringify(statements).match(ID) ?? [];
  return [...new Set(ids)].filter((id) => parseInt(id.replace('-', '').slice(0, 12), 16) >= moment);
}
