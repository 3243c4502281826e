import { SWEDISH_ZONE, dateOf } from './time';
import type { CalendarDate, Instant } from './time';
import { channelsOf, sentBy, type Reachable } from './reach';
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

export const CONTACT_REFUSALS = ['personRemoved', 'personProtected', 'consentWithdrawn', 'notAgreed', 'noConsent', 'noSms', 'noNumber'] as const;
export type ContactRefusal = (typeof CONTACT_REFUSALS)[number];

/** What the rule needs to know about a member of the network. */
export type ContactableMember = Reachable & {
  protected: boolean;
  removedAt: Instant | null;
  /** The focal person has agreed to this person, one by one (DESIGN §5). Nobody is contacted before that, consent or not. */
  agreed: boolean;
};

/**
 * Why no machine may write to this person now, or null when one may. The heaviest reason is given first: a protected person is
 * never reported as one who only lacks a number.
 */
export function contactRefusal(member: ContactableMember, consents: readonly Consent[], now: Instant): ContactRefusal | null {
  if (member.removedAt !== null && member.removedAt <= now) return 'personRemoved';
  if (member.protected) return 'personProtected';
  const consented = activeConsent(consents, 'contact', now) !== null;
  const latest = latestFirst(consents, 'contact')[0];
  if (!consented && latest?.withdrawnAt != null && latest.withdrawnAt <= now) return 'consentWithdrawn';
  if (!member.agreed) return 'notAgreed';
  if (!consented) return 'noConsent';
  if (sentBy(member) !== null) return null;
  return !member.noSms && channelsOf(member).includes('sms') ? 'noNumber' : 'noSms';
}
