import { channelsOf, sentBy, type Reachable } from './reach';
import type { PermittedHours } from './sending-hours';
import type { CalendarDate } from './time';

/**
 * May somebody turn to this person now, and by which way? The one gate for every way: a text, a mail, a letter and a call ask it, and
 * so does every screen that shows a number as something to dial.
 */
export const CONTACT_WAYS = ['sms', 'email', 'letter', 'phone'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** Why nobody turns to somebody at all, the heaviest first. */
export const PERSON_REFUSALS = ['personRemoved', 'personProtected', 'consentWithdrawn', 'notAgreed', 'noConsent', 'contactBan', 'embargoed'] as const;
/** Why not by this way; another may be open. `noCalls` and `outsideHours` are what they have asked for themselves. */
export const WAY_REFUSALS = ['noSms', 'noNumber', 'noEmail', 'noAddress', 'noCalls', 'outsideHours'] as const;
export type PersonRefusal = (typeof PERSON_REFUSALS)[number];
export type WayRefusal = (typeof WAY_REFUSALS)[number];
export const NO_CONTACT = [...PERSON_REFUSALS, ...WAY_REFUSALS] as const;
export type NoContact = (typeof NO_CONTACT)[number];

export type ContactPerson = {
  removed: boolean;
  protected: boolean;
  /** The focal person has agreed to this person, one by one (DESIGN §5). Nobody is contacted before that, consent or not. */
  agreed: boolean;
  /** To be contacted. */
  consent: 'holds' | 'withdrawn' | 'missing';
  /** Somebody in the network has a contact ban against this person, and no manager has decided on a measure. */
  ban: boolean;
  /** Not before this day. */
  notBefore: CalendarDate | null;
};

export type ContactWays = Pick<Reachable, 'noSms' | 'hasPhone' | 'hasEmail'> & {
  hasAddress: boolean;
  /** 'Ring mig inte.' */
  noCalls: boolean;
  /** Their own hours; null: those of the municipality. */
  own: PermittedHours | null;
};

/** `permitted`: it is within their own hours, which lie inside the municipality's. */
export type ContactMoment = { today: CalendarDate; permitted: boolean };

export type ContactVerdict = { may: true } | { may: false; because: NoContact };

export function personRefusal(person: ContactPerson, today: CalendarDate): PersonRefusal | null {
  if (person.removed) return 'personRemoved';
  if (person.protected) return 'personProtected';
  if (person.consent === 'withdrawn') return 'consentWithdrawn';
  if (!person.agreed) return 'notAgreed';
  if (person.consent === 'missing') return 'noConsent';
  if (person.ban) return 'contactBan';
  return person.notBefore !== null && today < person.notBefore ? 'embargoed' : null;
}

export function mayContact(way: ContactWay, person: ContactPerson & ContactWays, at: ContactMoment): ContactVerdict {
  const because = personRefusal(person, at.today) ?? wayRefusal(way, person, at.permitted);
  return because === null ? { may: true } : { may: false, because };
}

/** The heaviest refusal of a way, whoever the person is. A letter can be read at any hour. */
function wayRefusal(way: ContactWay, person: ContactWays, permitted: boolean): WayRefusal | null {
  switch (way) {
    case 'sms':
      if (person.noSms) return 'noSms';
      if (!person.hasPhone) return 'noNumber';
      break;
    case 'email':
      if (!person.hasEmail) return 'noEmail';
      break;
    case 'letter':
      return person.hasAddress ? null : 'noAddress';
    case 'phone':
      if (person.noCalls) return 'noCalls';
      if (!person.hasPhone) return 'noNumber';
      break;
  }
  return permitted ? null : 'outsideHours';
}

/** Only the hour is wrong: what stands in the way passes by itself, and what has happened may be written down. */
export const onlyTheHour = (verdict: ContactVerdict): boolean => !verdict.may && verdict.because === 'outsideHours';

/** The ways that are open now, in the order of `CONTACT_WAYS`. */
export const openWays = (person: ContactPerson & ContactWays, at: ContactMoment): ContactWay[] => CONTACT_WAYS.filter((way) => mayContact(way, person, at).may);

/** Why no machine can write to somebody who may be contacted; null: one can. */
export function machineRefusal(person: Reachable): 'noSms' | 'noNumber' | null {
  if (sentBy(person) !== null) return null;
  return !person.noSms && channelsOf(person).includes('sms') ? 'noNumber' : 'noSms';
}
