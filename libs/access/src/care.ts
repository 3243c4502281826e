import { createHash } from 'node:crypto';
import { RuleBroken } from '@radslag/platform';

/** What must be asked about by name before something is let out: two who are kept from each other, somebody protected, a name in a text. */
export type Care = { code: 'contactBan' | 'keptApart' | 'protectedPerson' | 'nameInText'; memberIds: string[]; /** The row that it is about, where it is about one. */ actionId?: string };

/**
 * Refuses until the same things that are true now have been said yes to: the answer is a mark of exactly these, so that what has come
 * since is asked about as well. It is no secret; it proves only what was read.
 */
export function requireCare(about: string, care: readonly Care[], taken: string | null): void {
  if (care.length === 0) return;
  const mark = careMark(about, care);
  if (taken !== mark) throw new RuleBroken('care-needed', { care, mark });
}

export function careMark(about: string, care: readonly Care[]): string {
  const lines = care.map((one) => [one.code, one.actionId ?? '', ...one.memberIds].join(' ')).sort();
  return createHash('sha256').update([about, ...lines].join('\n')).digest('hex').slice(0, 24);
}
