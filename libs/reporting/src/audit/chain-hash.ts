import { createHash } from 'node:crypto';

/** An entry as its hash sees it: everything as Postgres writes it out, the moment in seconds with six decimals. */
export type ChainEntry = Readonly<{
  municipality_id: string;
  seq: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  entity: string | null;
  entity_id: string | null;
  referral_id: string | null;
  request_id: string | null;
  hash_form: number;
  previous_hash: Buffer;
  hash: Buffer;
}>;

const sha256 = (...parts: (Buffer | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** What the first entry of a chain follows on. */
export const beginningOf = (municipalityId: string): Buffer => sha256(municipalityId);

/**
 * What the hash of an entry should be; null for a form that there is not. Reckoned here, and not by the functions of the database:
 * whoever can change entries there can change those too.
 */
export function hashOf(entry: ChainEntry): Buffer | null {
  if (entry.hash_form === 1) return sha256(entry.previous_hash, firstForm(entry));
  if (entry.hash_form === 2) return sha256(entry.previous_hash, secondForm(entry));
  return null;
}

const firstForm = (e: ChainEntry): string => [e.seq, e.at, e.actor_kind, e.actor_id ?? '-', e.action, e.entity ?? '-', e.entity_id ?? '-', e.referral_id ?? '-'].join('|');

const secondForm = (e: ChainEntry): string =>
  ['audit-2', ...[e.municipality_id, e.seq, e.at, e.actor_kind, e.actor_id, e.action, e.entity, e.entity_id, e.referral_id, e.request_id].map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`))].join('|');

/** Two breaks with the same mark are the same break. */
export const markOf = (...parts: (Buffer | string | number)[]): Buffer => sha256(...parts.flatMap((part) => [typeof part === 'number' ? String(part) : part, '|']));
