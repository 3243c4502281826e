import { Consent, type Invitation, type NetworkMember, type Tx } from '@radslag/db';
import { activeConsent, contactRefusal, type ContactableMember, type ContactRefusal, type PairRefusal, type Reachable } from '@radslag/domain';
import { reachOfMembers } from '@radslag/outreach';
import { In } from 'typeorm';

/** `consentedAt`: when the latest consent that holds was written down. */
export type Contact = { refusal: ContactRefusal | null; agreed: boolean; consentId: string | null; consentedAt: Date | null };

export const contactable = (member: NetworkMember, reach: Reachable): ContactableMember => ({ ...reach, protected: member.protected, removedAt: member.removedAt, agreed: member.state !== 'suggested' });

/** Who may be sent something now, and on which consent it rests; one query for everyone. */
export async function contactOf(tx: Tx, members: readonly NetworkMember[]): Promise<Map<string, Contact>> {
  if (members.length === 0) return new Map();
  const consents = await tx.find(Consent, { memberId: In(members.map((member) => member.id)), purpose: 'contact' });
  const reach = await reachOfMembers(tx, members.map((member) => member.id));
  return new Map(
    members.map((member) => {
      const own = consents.filter((consent) => consent.memberId === member.id);
      const facts = contactable(member, reach.get(member.id)!);
      const consent = activeConsent(own, 'contact', tx.now);
      return [member.id, { refusal: contactRefusal(facts, own, tx.now), agreed: facts.agreed, consentId: consent?.id ?? null, consentedAt: lastRecorded(own, tx.now) }];
    }),
  );
}

function lastRecorded(own: readonly Consent[], now: Date): Date | null {
  const holding = own.filter((consent) => activeConsent([consent], 'contact', now) !== null).map((consent) => consent.recordedAt);
  return holding.sort((a, b) => a.getTime() - b.getTime()).at(-1) ?? null;
}

/** A closed link stays closed until the person has said yes once more. */
export const mayReopen = (invitation: Pick<Invitation, 'state' | 'revokedAt'>, contact: Pick<Contact, 'agreed' | 'consentedAt'>): boolean =>
  invitation.state === 'revoked' && contact.agreed && contact.consentedAt !== null && (invitation.revokedAt === null || contact.consentedAt > invitation.revokedAt);

/** The same rules stand in the database, which has the last word: its refusals in our own codes. */
const REFUSED_BY: Readonly<Record<string, ContactRefusal | PairRefusal['reason']>> = {
  invitation_keeps_bans: 'contactBan',
  contact_consent_required: 'noConsent',
  contact_member_present: 'personRemoved',
  contact_channel_open: 'noSms',
};

export function contactRefusedByDatabase(error: unknown): ContactRefusal | PairRefusal['reason'] | null {
  const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
  return (constraint && REFUSED_BY[constraint]) || null;
}
