import type { StaffAccess } from '@radslag/access';
import { NetworkMember, type Tx } from '@radslag/db';
import { rerouteMember } from '@radslag/outreach';
import { In } from 'typeorm';
import { contactOf } from '../planning/contact';
import { openedAgain } from './plan-again';
import { servedBy } from './require-contact';

/**
 * Something changes about a person who may be taking messages for others. What is planned for those others follows in the same
 * transaction: it stops and somebody is asked to reach them, or it is planned again when their phone can be used once more.
 */
export async function withThoseServed(tx: Tx, staff: StaffAccess, memberId: string, change: () => Promise<void>): Promise<void> {
  const served = await servedBy(tx, memberId);
  const refusals = async () => contactOf(tx, served.length === 0 ? [] : await tx.find(NetworkMember, { id: In(served) }));
  const before = await refusals();
  await change();
  for (const id of served) await rerouteMember(tx, id);
  for (const [id, { refusal }] of await refusals()) if (refusal === null && before.get(id)!.refusal !== null) await openedAgain(tx, staff, id);
}
