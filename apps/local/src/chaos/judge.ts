import type { Evidence } from './evidence';
import { History } from './history';
import { callsOf } from './rules/calls';
import { gatesOf } from './rules/gates';
import { endsOfMessages } from './rules/ends';
import { promisesKept } from './rules/promises-kept';
import { repliesOf } from './rules/replies';

/** `rule` is a number of reliability.md §2. */
export type Violation = { rule: string; what: string };

/** Every invariant, against one run. Pure: a finished run's evidence can be judged again. */
export function judgeRun(evidence: Evidence): Violation[] {
  const history = new History(evidence.moments);
  return [...gatesOf(evidence, history), ...callsOf(evidence, history), ...endsOfMessages(evidence), ...promisesKept(evidence, history), ...repliesOf(evidence, history)];
}
