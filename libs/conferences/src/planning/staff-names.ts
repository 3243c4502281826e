import { StaffUser, type Tx } from '@radslag/db';
import { In } from 'typeorm';

/** Names of the staff who wrote something down, in one query. */
export async function staffNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const users = await tx.find(StaffUser, { id: In(known) });
  return new Map(users.map((user) => [user.id, user.name]));
}
