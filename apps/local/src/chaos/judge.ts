import type { Evidence } from './evidence';
import { History } from './history';
import { callsOf } from './rules/calls';
import { gatesOf } from './rules/gates';
import { endsOfMessages } from './rules/ends';
import { promisesKept } from './rules/promises-kept';
import { repliesOf } from './rules/replies';
import { toldOf } from './rules/told';

/** `rule` is a number of reliability.md §2; I16 is *everybody who was told is told*. */
export type Violation = { rule: string; what: string };

/** `told`: phones that I16 was about. A rule that judges nobody is none. */
export type Judgement = { violations: Violation[]; told: number };

/** Every invariant, against one run. Pure: a finished run's evidence can be judged again. */
export function judgeRun(evidence: Evidence): Judgement {
  const history = new History(evidence.moments);
  const told = toldOf(evidence, history);
  const violations = [...gatesOf(evidence, history), ...callsOf(evidence, history), ...endsOfMessages(evidence, history), ...promisesKept(evidence, history), ...repliesOf(evidence, history), ...told.violations];
  return { violations, told: told.judged };
}
