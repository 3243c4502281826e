import type { Answer } from '../api/api';

type HeldBy = Answer<'readMatrix'>['heldBy'];
export type Held = { texts: { count: number; memberIds: string[]; query: Record<string, string> } | null; worries: { memberIds: string[] } | null };

/** What holds booking, moving and inviting: texts of danger that nobody has dealt with, and worries told on the pages. Each leads to the first. */
export function heldOf(heldBy: HeldBy): Held {
  const texts = heldBy.filter((one) => one.told === 'text');
  const worries = membersOf(heldBy.filter((one) => one.told === 'page'));
  const first = texts[0];
  return {
    texts: first === undefined ? null : { count: texts.length, memberIds: membersOf(texts), query: { svar: first.id, ...(first.unclaimed && { visa: 'okanda' }) } },
    worries: worries.length === 0 ? null : { memberIds: worries },
  };
}

const membersOf = (heldBy: HeldBy): string[] => [...new Set(heldBy.flatMap((one) => one.memberId ?? []))];
