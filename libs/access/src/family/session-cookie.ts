import { sameBytes, type FamilySecrets } from './family-secrets';

/**
 * What the phone carries: the session's secret, its municipality, when it was last used and the language chosen. Sealed by a
 * MAC, so that fifteen idle minutes and a change of language need no write on a GET.
 * Layout: format (1 byte) · session token (32) · municipality (16) · issued at, ms (6) · language (1) · MAC (16).
 */
export type SessionCookie = { token: Buffer; municipalityId: string; issuedAt: number; language: number };

const FORMAT = 1;
const LENGTH = 56;
export const SESSION_TOKEN_BYTES = 32;

export function writeSessionCookie(secrets: FamilySecrets, cookie: SessionCookie): string {
  const payload = Buffer.alloc(LENGTH);
  payload[0] = FORMAT;
  cookie.token.copy(payload, 1);
  Buffer.from(cookie.municipalityId.replaceAll('-', ''), 'hex').copy(payload, 33);
  payload.writeUIntBE(cookie.issuedAt, 49, 6);
  payload[55] = cookie.language;
  return Buffer.concat([payload, secrets.cookieMac(payload)]).toString('base64url');
}

export function readSessionCookie(secrets: FamilySecrets, value: string | undefined): SessionCookie | null {
  if (value === undefined || value.length !== 96) return null;
  const bytes = Buffer.from(value, 'base64url');
  if (bytes.length !== LENGTH + 16 || bytes[0] !== FORMAT) return null;
  const payload = bytes.subarray(0, LENGTH);
  if (!sameBytes(secrets.cookieMac(payload), bytes.subarray(LENGTH))) return null;
  const hex = payload.toString('hex', 33, 49);
  return {
    token: payload.subarray(1, 33),
    municipalityId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    issuedAt: payload.readUIntBE(49, 6),
    language: payload[55]!,
  };
}
