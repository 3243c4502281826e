import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { isSpecialNumber, type Channel } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';

/** Lines that people answer; what is left is paid for, shared by a company, or nobody's. */
const OF_PEOPLE = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'VOIP', 'UAN', 'PERSONAL_NUMBER'];

/**
 * A number as people type it, in the form that operators take (E.164). Swedish unless it says otherwise. An SMS goes to a
 * mobile only: a landline takes it, and nobody reads it. Satellites, premium and other special ranges are nobody's: a text there
 * is lost, or paid for by whoever wrote the number.
 */
export function storedPhone(typed: string | null, channel: Channel): string | null {
  if (typed === null) return null;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: 'SE', extract: false });
  if (number !== undefined && isSpecial(number)) throw new RuleBroken('special-number');
  if (!number?.isValid() || number.ext !== undefined) throw new RuleBroken('not-a-phone-number');
  if (channel === 'sms' && !isMobile(number.number)) throw new RuleBroken('not-a-mobile-number');
  return number.number;
}

const isSpecial = (number: PhoneNumber): boolean => isSpecialNumber(number.number) || (number.isValid() && !OF_PEOPLE.includes(number.getType() ?? ''));

export function isMobile(e164: string): boolean {
  const number = parsePhoneNumberFromString(e164);
  const type = number?.getType();
  // North American numbers do not tell one from the other.
  return number !== undefined && !isSpecialNumber(number.number) && (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE');
}
