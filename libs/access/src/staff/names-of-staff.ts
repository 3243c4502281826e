import type { Tx } from '@radslag/db';

/** What members of staff are called: these, or everybody of the municipality. */
export async function namesOfStaff(tx: Tx, ids?: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids === undefined ? null : [...new Set(ids.filter((id) => id !== null))];
  if (wanted?.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>('SELECT id, name FROM staff_user WHERE municipality_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2))', [tx.municipalityId, wanted]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
