import { revealingWords } from './neutral-sms';
import { ownHoursFit } from './outreach-policy';
import type { PermittedHours, SendingHours } from './sending-hours';
import type { Channel } from './vocabulary';

/** Room for what is written: an envelope has few lines, and every letter of a word or a name stands in every text. */
export const ADDRESS_MAX = 300;
export const ALIAS_MAX = 20;
export const WORD_MAX = 20;

/** How a person wants to be reached, as a coordinator has written it down. */
export type WrittenContact = {
  protected: boolean;
  channel: Channel;
  otherChannels: readonly Channel[];
  email: string | null;
  postalAddress: string | null;
  hours: PermittedHours | null;
  notBefore: string | null;
  initialsAllowed: boolean;
  alias: string | null;
  delegateId: string | null;
  voicemailAllowed: boolean;
  agreedWord: string | null;
};

export const CONTACT_FAULTS = ['protected-has-no-contact', 'channel-twice', 'staff-only-alone', 'own-hours-outside', 'alias-not-neutral', 'word-not-neutral'] as const;
export type ContactFault = (typeof CONTACT_FAULTS)[number];

/**
 * What cannot be kept of it, the heaviest first; empty when all can. The agreed word and the alias stand in every text, where
 * anybody may read them: they say no more of agency, child or case than the texts themselves may.
 */
export function contactFaults(contact: WrittenContact, around: { sending: SendingHours; names: readonly string[] }): ContactFault[] {
  const { channel, otherChannels, hours, alias, agreedWord } = contact;
  if (contact.protected) return says(contact) ? ['protected-has-no-contact'] : [];
  const order = [channel, ...otherChannels];
  const reveals = (text: string | null) => text !== null && revealingWords(text, { names: around.names }).length > 0;
  const faults: (ContactFault | false)[] = [
    order.includes('staffOnly') && order.length > 1 && 'staff-only-alone',
    new Set(order).size < order.length && 'channel-twice',
    hours !== null && !ownHoursFit(hours, around.sending) && 'own-hours-outside',
    reveals(alias) && 'alias-not-neutral',
    reveals(agreedWord) && 'word-not-neutral',
  ];
  return faults.filter((fault) => fault !== false);
}

/** Nothing is kept that a protected person could be found or written to by. */
const says = (c: WrittenContact): boolean =>
  c.otherChannels.length > 0 || c.initialsAllowed || c.voicemailAllowed || [c.email, c.postalAddress, c.hours, c.notBefore, c.alias, c.delegateId, c.agreedWord].some((value) => value !== null);

export const DELEGATE_FAULTS = ['delegate-unknown', 'delegate-protected', 'delegate-chain', 'delegate-not-agreed', 'delegate-no-consent', 'delegate-no-mobile'] as const;
export type DelegateFault = (typeof DELEGATE_FAULTS)[number];

/** Somebody who is to take messages for another. Null: nobody of that id in this network. */
export type GoBetween = { id: string; protected: boolean; agreed: boolean; consents: boolean; hasMobile: boolean; noSms: boolean; hasGoBetween: boolean } | null;

/** Whether somebody may take messages for another; null: they may. Never through two, since nobody answers for the second. */
export function delegateFault(person: { id: string | null; isGoBetween: boolean }, goBetween: GoBetween): DelegateFault | null {
  if (goBetween === null || goBetween.id === person.id) return 'delegate-unknown';
  if (goBetween.protected) return 'delegate-protected';
  if (goBetween.hasGoBetween || person.isGoBetween) return 'delegate-chain';
  if (!goBetween.agreed) return 'delegate-not-agreed';
  if (!goBetween.consents) return 'delegate-no-consent';
  return goBetween.hasMobile && !goBetween.noSms ? null : 'delegate-no-mobile';
}
