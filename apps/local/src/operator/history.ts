import type { OperatorMessage } from './message';

export interface HistoryQuery {
  readonly to?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly limit?: string | undefined;
}

/** 46elks takes its own zone-less UTC form as well as ISO with a zone. */
export function instantOf(text: string): number {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`;
  return Date.parse(zoned.replace(/(\.\d{3})\d+/, '$1'));
}

/** Newest first. Against what one would think, `start` means before and `end` means after: that is how 46elks has it. */
export function historyPage(
  messages: readonly OperatorMessage[],
  query: HistoryQuery,
): { data: OperatorMessage[]; next: string | undefined } {
  const before = query.start === undefined ? Infinity : instantOf(query.start);
  const after = query.end === undefined ? -Infinity : instantOf(query.end);
  const asked = Number(query.limit ?? 100);
  const limit = Math.min(Math.max(Number.isInteger(asked) ? asked : 100, 1), 100);
  const fitting = messages
    .filter((message) => query.to === undefined || message.to === query.to)
    .map((message) => ({ message, at: Date.parse(message.created) }))
    .filter(({ at }) => at < before && at > after)
    .sort((a, b) => b.at - a.at)
    .map(({ message }) => message);
  const data = fitting.slice(0, limit);
  return { data, next: fitting.length > limit ? data.at(-1)?.created : undefined };
}
