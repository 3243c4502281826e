import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Channel } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';

/**
 * A number as people type it, in the form that operators take (E.164). Swedish unless it says otherwise. An SMS goes to a
 * mobile only: a landline takes it, and nobody reads it.
 */
export function storedPhone(typed: string | null, channel: Channel): string | null {
  if (typed === null) return null;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: 'SE', extract: false });
  if (!number?.isValid() || number.ext !== undefined) throw new RuleBroken('not-a-phone-number');
  if (channel === 'sms' && !isMobile(number.number)) throw new RuleBroken('not-a-mobile-number');
  return number.number;
}

export function isMobile(e164: string): boolean {
  const type = parsePhoneNumberFromString(e164)?.getType();
  // North American numbers do not tell one from the other.
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
