import * as z from 'zod';

/** RFC 9457, with a stable `code` and, for a form, one entry per field. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    /** One sentence that says what to do, in the reader's language. */
    detail: z.string(),
    /** Quoted to support; the log has the same id. */
    instance: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    params: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;

/** Problems that any route may answer with. */
export const GENERAL_PROBLEMS = {
  'bad-json': 400,
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  'transition-not-allowed': 409,
  'key-reused': 409,
  'stale-version': 412,
  'too-large': 413,
  'rule-broken': 422,
  'private-family-time': 423,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;
