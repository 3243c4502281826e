import { createHmac } from 'node:crypto';

/** Letters and digits that nobody takes for one another, printed or written by hand: no 0 O, 1 I L, U V alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const LETTER_CODE_LENGTH = 10;

/**
 * What stands in a letter for those who type instead of scanning: derived like the link, and dead with it when it is changed.
 * 49 bits: guesses are counted with those of links, and set off an alarm; a dump of the database opens nothing, since the hash is keyed.
 */
export function letterCode(linkKey: Buffer, invitationId: string, rotation: number): string {
  let n = BigInt('0x' + createHmac('sha256', linkKey).update(`${invitationId}|${rotation}|letter`).digest('hex'));
  let code = '';
  while (code.length < LETTER_CODE_LENGTH) {
    code += ALPHABET[Number(n % BigInt(ALPHABET.length))];
    n /= BigInt(ALPHABET.length);
  }
  return code;
}

export const letterCodeHash = (linkKey: Buffer, code: string): Buffer => createHmac('sha256', linkKey).update(`letter-code|${code}`).digest();

/** As it is printed: two groups. */
export const printedLetterCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** As people type it: small letters, gaps, digits of their own script. Null: no code looks like that. */
export function readLetterCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s.\-–_]/g, '')
    .toUpperCase();
  return code.length === LETTER_CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
