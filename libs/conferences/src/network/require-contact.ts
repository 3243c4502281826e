import { keptFrom, pairsOfCase } from '@radslag/access';
import { IsNull } from 'typeorm';
import type { MemberInput } from '@radslag/contracts';
import { Consent, NetworkMember, type Tx } from '@radslag/db';
import { activeConsent, contactFaults, delegateFault, type GoBetween } from '@radslag/domain';
import { municipalRules, wordsOfCases } from '@radslag/outreach';
import { RuleBroken } from '@radslag/platform';
import { isMobile } from './phone-number';

/** What a coordinator wrote about reaching somebody, held against the rules. `id`: null for a person who is new. */
export async function requireSafeContact(tx: Tx, referralId: string, id: string | null, input: MemberInput): Promise<void> {
  const { policy } = await municipalRules(tx);
  const words = (await wordsOfCases(tx, [referralId])).get(referralId)!;
  const names = [...words.names, ...words.places, input.givenName, input.familyName].filter((name) => name.length > 1);
  const [fault] = contactFaults(input, { sending: policy, names });
  if (fault !== undefined) throw new RuleBroken(fault);
  if (input.delegateId !== null) await requireGoBetween(tx, referralId, id, input.delegateId);
}

async function requireGoBetween(tx: Tx, referralId: string, id: string | null, delegateId: string): Promise<void> {
  const found = await tx.findOne(NetworkMember, { id: delegateId, referralId, removedAt: IsNull() }, { lock: true });
  const consents = found === null ? [] : await tx.find(Consent, { memberId: found.id, purpose: 'contact' });
  const goBetween: GoBetween = found && {
    id: found.id, protected: found.protected, agreed: found.state !== 'suggested', consents: activeConsent(consents, 'contact', tx.now) !== null,
    hasMobile: found.phone !== null && isMobile(found.phone), noSms: found.noSms, hasGoBetween: found.delegateId !== null,
  };
  const fault = delegateFault({ id, isGoBetween: id !== null && (await servedBy(tx, id)).length > 0 }, goBetween);
  if (fault !== null) throw new RuleBroken(fault);
  // What is written to the one would be read on the phone of the other.
  if (id !== null && keptFrom(await pairsOfCase(tx, referralId), id).has(delegateId)) throw new RuleBroken('pair-shares-messages');
}

/** Those whose messages go to this person's phone. */
export async function servedBy(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM network_member WHERE municipality_id = $1 AND delegate_id = $2 AND removed_at IS NULL ORDER BY id', [tx.municipalityId, memberId]);
  return rows.map((row) => row.id);
}
