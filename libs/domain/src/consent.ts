import { SWEDISH_ZONE, dateOf } from './time';
import type { CalendarDate, Instant } from './time';
import { machineRefusal, personRefusal, type ContactPerson } from './may-contact';
import type { Reachable } from './reach';
import type { ConsentForm, ConsentPurpose } from './vocabulary';

/** A consent is a person × purpose × date × form × how long × withdrawn when: never a boolean. */
export type Consent = {
  id: string;
  purpose: ConsentPurpose;
  form: ConsentForm;
  givenOn: CalendarDate;
  /** Last day it holds; null until withdrawn. */
  validUntil: CalendarDate | null;
  withdrawnAt: Instant | null;
};

/** From this age a child consents for itself beside its guardians (Socialtjänstlag 2025:400, 15 years). */
export const CONSENTS_FROM_AGE = 15;

/** The consent that holds for a purpose at an instant: the latest given, or null. */
export function activeConsent<C extends Consent>(consents: readonly C[], purpose: ConsentPurpose, at: Instant): C | null {
  const today = dateOf(at, SWEDISH_ZONE);
  return latestFirst(consents, purpose).find((consent) => isActive(consent, today, at)) ?? null;
}

function isActive(consent: Consent, today: CalendarDate, at: Instant): boolean {
  return (
    consent.givenOn <= today &&
    (consent.validUntil === null || today <= consent.validUntil) &&
    (consent.withdrawnAt === null || at < consent.withdrawnAt)
  );
}

function latestFirst<C extends Consent>(consents: readonly C[], purpose: ConsentPurpose): C[] {
  return consents
    .filter((consent) => consent.purpose === purpose)
    .sort((a, b) => (a.givenOn === b.givenOn ? compareText(b.id, a.id) : compareText(b.givenOn, a.givenOn)));
}
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const CONTACT_REFUSALS = ['personRemoved', 'personProtected', 'consentWithdrawn', 'notAgreed', 'noConsent', 'contactBan', 'noSms', 'noNumber'] as const;
export type ContactRefusal = (typeof CONTACT_REFUSALS)[number];

/** What the rule needs to know about a member of the network. */
export type ContactableMember = Reachable & {
  protected: boolean;
  removedAt: Instant | null;
  /** See `ContactPerson`. */
  agreed: boolean;
  ban?: boolean;
};

/**
 * Why no machine may write to this person, or null when one may. What is planned for somebody who is not to be contacted yet waits at
 * the gate, so that a day in `notBefore` refuses nothing here.
 */
export function contactRefusal(member: ContactableMember, consents: readonly Consent[], now: Instant): ContactRefusal | null {
  const person = { ...member, removed: member.removedAt !== null && member.removedAt <= now, consent: contactConsent(consents, now), ban: member.ban ?? false, notBefore: null };
  const refusal = personRefusal(person, dateOf(now, SWEDISH_ZONE));
  return refusal === 'embargoed' ? null : (refusal ?? machineRefusal(member));
}

/** Whether somebody may be contacted, by what they have said of it last. */
export function contactConsent(consents: readonly Consent[], now: Instant): ContactPerson['consent'] {
  if (activeConsent(consents, 'contact', now) !== null) return 'holds';
  const latest = latestFirst(consents, 'contact')[0];
  return latest?.withdrawnAt != null && latest.withdrawnAt <= now ? 'withdrawn' : 'missing';
}
