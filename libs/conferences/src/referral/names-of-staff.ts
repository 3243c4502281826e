import { In } from 'typeorm';
import { StaffUser, type Tx } from '@radslag/db';

export async function namesOfStaff(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const staff = ids.length === 0 ? [] : await tx.find(StaffUser, { id: In([...new Set(ids)]) });
  return new Map(staff.map((user) => [user.id, user.name]));
}
