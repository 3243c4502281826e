import type { Evidence } from './evidence';
import { History } from './history';
import { endsOfMessages } from './rules/ends';
import { gatesAndCalls } from './rules/gates-and-calls';
import { promisesKept } from './rules/promises-kept';

/** `rule` is a number of reliability.md §2. */
export type Violation = { rule: string; what: string };

/** Every invariant, against one run. Pure: a finished run's evidence can be judged again. */
export function judgeRun(evidence: Evidence): Violation[] {
  const history = new History(evidence.moments);
  return [...gatesAndCalls(evidence, history), ...endsOfMessages(evidence), ...promisesKept(evidence, history)];
}
