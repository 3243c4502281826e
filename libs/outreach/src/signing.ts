import { createHmac, timingSafeEqual } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MAC_LENGTH = 22;

/** 46elks signs nothing, so the address of a callback carries our own proof that we gave it out (131 bits, base62). */
export function receiptMac(callbackKey: Buffer, municipalityId: string, messageId: string): string {
  let n = BigInt(`0x${createHmac('sha256', callbackKey).update(`dlr|${municipalityId}|${messageId}`).digest('hex')}`);
  let mac = '';
  while (mac.length < MAC_LENGTH) {
    mac += ALPHABET[Number(n % 62n)];
    n /= 62n;
  }
  return mac;
}

export const receiptUrl = (callbackUrl: string, callbackKey: Buffer, of: { operator: string; municipalityId: string; messageId: string }): string =>
  `${callbackUrl}/api/v1/hooks/${of.operator}/dlr/${of.municipalityId}/${of.messageId}/${receiptMac(callbackKey, of.municipalityId, of.messageId)}`;

/** One address for replies, told to the operator by hand. */
export const inboundMac = (callbackKey: Buffer): string => createHmac('sha256', callbackKey).update('inbound').digest('hex').slice(0, 32);

export function sameMac(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
