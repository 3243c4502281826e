import type { Problem } from '@radslag/contracts';

/** What the API refused, with the sentence it gave; `offline` when no answer came at all. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: NonNullable<Problem['errors']>;
  readonly params: Record<string, unknown>;
  /** To quote to support. */
  readonly instance: string;

  constructor(problem: Partial<Problem> & { code: string; status: number }) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.params = problem.params ?? {};
    this.instance = problem.instance ?? '';
  }

  get offline(): boolean {
    return this.code === 'offline';
  }

  /** Nobody knows whether what was to be written has been saved; with a reading there is nothing to know. */
  get perhapsWritten(): boolean {
    return this.offline && this.params['written'] === true;
  }

  /** The sentence for one field, by its path in the body: `email`, `content.questions.0.text`. */
  forField(path: string): string | null {
    return this.errors.find((error) => error.path === path || error.path === `/${path.replaceAll('.', '/')}`)?.message ?? null;
  }
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ code: 'unexpected', status: 0, detail: error instanceof Error ? error.message : String(error) });
}
