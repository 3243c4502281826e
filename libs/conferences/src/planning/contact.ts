import { Consent, type NetworkMember, type Tx } from '@radslag/db';
import { activeConsent, contactRefusal, type ContactRefusal } from '@radslag/domain';
import { In } from 'typeorm';

export type Contact = { refusal: ContactRefusal | null; consentId: string | null };

/** Who may be sent something now, and on which consent it rests; one query for everyone. */
export async function contactOf(tx: Tx, members: readonly NetworkMember[]): Promise<Map<string, Contact>> {
  if (members.length === 0) return new Map();
  const consents = await tx.find(Consent, { memberId: In(members.map((member) => member.id)), purpose: 'contact' });
  return new Map(
    members.map((member) => {
      const own = consents.filter((consent) => consent.memberId === member.id);
      const refusal = contactRefusal({ ...member, hasPhone: member.phone !== null }, own, tx.now);
      return [member.id, { refusal, consentId: activeConsent(own, 'contact', tx.now)?.id ?? null }];
    }),
  );
}

/** The same rules stand in the database, which has the last word: its refusals in our own codes. */
const REFUSED_BY: Readonly<Record<string, ContactRefusal>> = {
  contact_consent_required: 'noConsent',
  contact_member_present: 'personRemoved',
  contact_channel_open: 'noSms',
};

export function contactRefusedByDatabase(error: unknown): ContactRefusal | null {
  const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
  return (constraint && REFUSED_BY[constraint]) || null;
}
