import type * as z from 'zod';
import { AppError } from '@radslag/platform';

export type FieldProblem = { path: string; code: string; limit?: number };

/** Each field that is wrong, in codes of ours: the sentences are worded per language by the filter. */
export class InvalidInput extends AppError {
  readonly fields: FieldProblem[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    const fields = issues.flatMap(toFieldProblems);
    super('invalid-input', 400, {});
    this.fields = fields;
  }
}

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'too_big':
      return [{ path, code: issue.origin === 'string' ? 'too-long' : 'too-many', limit: Number(issue.maximum) }];
    case 'too_small':
      return [{ path, code: issue.origin === 'string' ? 'missing' : 'too-few', limit: Number(issue.minimum) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'unknown-field' }));
    case 'invalid_type':
      return [{ path, code: issue.input === undefined || issue.input === null ? 'missing' : 'wrong-type' }];
    case 'invalid_format':
      return [{ path, code: issue.format === 'regex' ? wordOf(issue.message, 'wrong-format') : `not-${issue.format}` }];
    case 'custom':
      return [{ path, code: wordOf(issue.message, 'wrong-format') }];
    default:
      return [{ path, code: 'wrong-value' }];
  }
}

/** Our schemas name their refusals with a code; a sentence of Zod's own is no code. */
const wordOf = (message: string, fallback: string) => (/^[a-z][a-z-]+$/.test(message) ? message : fallback);
