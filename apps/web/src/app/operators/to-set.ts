import type { Answer } from '../api/api';

type One = Answer<'readOperators'>['operators'][number];

/** Something has to be set at the operator, or replies are lost: now, or when the old address ends. */
export const hasToBeSet = (one: Pick<One, 'before' | 'address'>): boolean =>
  one.before.some((old) => !old.heard || old.heardAt !== null) || (one.address.refusedAt !== null && (one.address.heardAt ?? '') < one.address.refusedAt);
