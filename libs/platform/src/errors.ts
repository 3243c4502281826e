/**
 * An expected failure: a stable code for programs, parameters for the sentence a person reads (worded per language at the
 * edge), and private details for the log only. Never a name or a number in `message`.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly details?: unknown,
  ) {
    super(code);
    this.name = 'AppError';
  }
}

/** Unknown, of another municipality, and not allowed all look the same from outside. */
export class NotFound extends AppError {
  constructor(entity: string) {
    super('not-found', 404, { entity });
  }
}

export class StaleVersion extends AppError {
  constructor(entity: string) {
    super('stale-version', 412, { entity });
  }
}

/** A refused move of a state table: 409 with the state and event. */
export class MoveRefused extends AppError {
  constructor(entity: string, from: string, event: string) {
    super('transition-not-allowed', 409, { entity, from, event });
  }
}

/** A rule of the domain says no; `code` names it. */
export class RuleBroken extends AppError {
  constructor(code: string, params: Readonly<Record<string, unknown>> = {}) {
    super(code, 422, params);
  }
}
