import type { NetworkMember, Tx } from '@radslag/db';
import type { ContactWay, NoContact } from '@radslag/domain';
import { contactRefusals } from '@radslag/outreach';
import { NotFound, RuleBroken } from '@radslag/platform';

/** A call is contact like any other. One that was made outside their hours, or from another phone, has been made and may be written down. */
export const requireCallable = (tx: Tx, member: NetworkMember): Promise<void> => requireContactable(tx, member, 'phone', ['outsideHours', 'noNumber']);

/** A letter too. Its address is asked for where it is needed. */
export const requireWillingReader = (tx: Tx, member: NetworkMember): Promise<void> => requireContactable(tx, member, 'letter', ['noAddress']);

async function requireContactable(tx: Tx, member: NetworkMember, way: ContactWay, passes: readonly NoContact[]): Promise<void> {
  if (member.removedAt !== null) throw new NotFound('network_member');
  const refusal = (await contactRefusals(tx, [member.id], way)).get(member.id) ?? null;
  if (refusal === 'contactBan') throw new RuleBroken('ban-undecided', { memberIds: [member.id] });
  if (refusal !== null && !passes.includes(refusal)) throw new RuleBroken(refusal, { memberId: member.id });
}
