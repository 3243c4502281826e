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

/** One of the addresses that a municipality has at an operator. `version` 0: the one from before each had its own. */
export type AddressOf = { operator: string; municipalityId: string; version: number };
/** What an address of a receipt says, all of it signed. */
export type ReceiptOf = AddressOf & { messageId: string };

/** What one of them is proved with: a proof from another municipality, another operator or another turn of the same address opens nothing here. */
const accountKey = (callbackKey: Buffer, { operator, municipalityId, version }: AddressOf): Buffer =>
  createHmac('sha256', keyObjectOf(callbackKey)).update(`account|${operator}|${municipalityId}|${version}`).digest();

/** 46elks signs nothing, and Twilio with its own key: the address of a callback carries our own proof that we gave it out (131 bits, base62). */
export function receiptMac(callbackKey: Buffer, of: ReceiptOf): string {
  if (of.version === 0) return written(createHmac('sha256', keyObjectOf(callbackKey)).update(`dlr|${of.operator}|${of.municipalityId}|${of.messageId}`).digest());
  return written(createHmac('sha256', accountKey(callbackKey, of)).update(`receipt|${of.messageId}`).digest());
}

/** For replies: told to the operator by hand. */
export function replyMac(callbackKey: Buffer, of: AddressOf): string {
  if (of.version === 0) return createHmac('sha256', keyObjectOf(callbackKey)).update('inbound').digest('hex').slice(0, 32);
  return written(createHmac('sha256', accountKey(callbackKey, of)).update('reply').digest());
}

export const receiptUrl = (callbackUrl: string, callbackKey: Buffer, of: ReceiptOf): string =>
  `${callbackUrl}/api/v1/hooks/${of.operator}/dlr/${of.municipalityId}/${of.version}/${of.messageId}/${receiptMac(callbackKey, of)}`;

export const replyUrl = (callbackUrl: string, callbackKey: Buffer, of: AddressOf): string =>
  `${callbackUrl}/api/v1/hooks/${of.operator}/inbound/${of.municipalityId}/${of.version}/${replyMac(callbackKey, of)}`;

export function sameMac(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function written(digest: Buffer): string {
  let n = BigInt(`0x${digest.toString('hex')}`);
  let mac = '';
  while (mac.length < MAC_LENGTH) {
    mac += ALPHABET[Number(n % 62n)];
    n /= 62n;
  }
  return mac;
}
