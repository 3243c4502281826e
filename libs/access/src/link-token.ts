import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const LINK_TOKEN_LENGTH = 22;

const keyObjects = new WeakMap<Buffer, KeyObject>();

/** A key object made once per key: raw bytes cost several times the HMAC itself. */
function keyObjectOf(key: Buffer): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}

/**
 * The secret of a family link: base62(HMAC-SHA256(server key, invitation ‖ rotation)), 22 characters (131 bits; OWASP
 * ASVS 7.2.3 asks for 128). Derived, so that every later message carries the same link and nothing secret is stored.
 */
export function linkToken(linkKey: Buffer, invitationId: string, rotation: number): string {
  let n = BigInt('0x' + createHmac('sha256', keyObjectOf(linkKey)).update(`${invitationId}|${rotation}`).digest('hex'));
  let token = '';
  while (token.length < LINK_TOKEN_LENGTH) {
    token += ALPHABET[Number(n % 62n)];
    n /= 62n;
  }
  return token;
}

/** What is stored and looked up. A plain hash is enough for 131 random bits (ASVS 6.5.2). */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const linkUrl = (familyUrl: string, token: string): string => `${familyUrl}/r/${token}`;
