import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MAC_LENGTH = 22;

const keyObjects = new WeakMap<Buffer, KeyObject>();

/** A key object made once per key: raw bytes cost several times the HMAC itself. */
function keyObjectOf(key: Buffer): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}

/** What an address of a receipt says, all of it signed. */
export type ReceiptOf = { operator: string; municipalityId: string; messageId: string };

/** 46elks signs nothing, and Twilio with its own key: the address of a callback carries our own proof that we gave it out (131 bits, base62). */
export function receiptMac(callbackKey: Buffer, { operator, municipalityId, messageId }: ReceiptOf): string {
  let n = BigInt(`0x${createHmac('sha256', keyObjectOf(callbackKey)).update(`dlr|${operator}|${municipalityId}|${messageId}`).digest('hex')}`);
  let mac = '';
  while (mac.length < MAC_LENGTH) {
    mac += ALPHABET[Number(n % 62n)];
    n /= 62n;
  }
  return mac;
}

export const receiptUrl = (callbackUrl: string, callbackKey: Buffer, of: ReceiptOf): string =>
  `${callbackUrl}/api/v1/hooks/${of.operator}/dlr/${of.municipalityId}/${of.messageId}/${receiptMac(callbackKey, of)}`;

/** One address for replies, told to the operator by hand. */
export const inboundMac = (callbackKey: Buffer): string => createHmac('sha256', callbackKey).update('inbound').digest('hex').slice(0, 32);

export function sameMac(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
