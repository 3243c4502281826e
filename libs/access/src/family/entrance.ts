import { randomBytes } from 'node:crypto';

/** The address that a member of staff enters by: municipality (16 bytes), then 24 that nobody can guess. */
export const entranceToken = (municipalityId: string): string => Buffer.concat([Buffer.from(municipalityId.replaceAll('-', ''), 'hex'), randomBytes(24)]).toString('base64url');

/** Whose it is; null: not of that form. */
export function municipalityOfEntrance(token: string): string | null {
  const bytes = /^[\w-]{54}$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== 40) return null;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
