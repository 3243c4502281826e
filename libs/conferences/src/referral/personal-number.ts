import Personnummer from 'personnummer';
import { RuleBroken } from '@radslag/platform';

/**
 * A personnummer or samordningsnummer with its check digit, kept with the century ('YYYYMMDDNNNN'). Optional: people without
 * a number take part too, and their file says so by having none.
 */
export function storedPersonalNumber(typed: string | null): string | null {
  const number = typed?.trim() ?? '';
  if (number === '') return null;
  const kinds = { allowCoordinationNumber: true, allowInterimNumber: false };
  if (!Personnummer.valid(number, kinds)) throw new RuleBroken('invalid-personal-number');
  return Personnummer.parse(number, kinds).format(true);
}
