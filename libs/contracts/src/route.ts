import * as z from 'zod';
import type { Role } from '@radslag/domain';

/**
 * One description per endpoint: the controllers are bound from it, the web calls through it, and OpenAPI is written from
 * it, so that none of them can drift.
 */
export type Access = readonly Role[] | { public: string };

export type Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  /** operationId */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `:params`. */
  path: string;
  summary: string;
  tag: string;
  /** Roles that may call it, or why it is open. */
  access: Access;
  params: P;
  query: Q;
  body: B;
  status: 200 | 201 | 204;
  response: R;
  /** Codes of problems that are its own; those of every route are added in the document. */
  errors: readonly string[];
  /** Not JSON: a calendar file, a PDF, an event stream. */
  produces?: string;
};

export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

const none = z.strictObject({});
/** No content. */
export const nothing = z.undefined();

type Parts<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Pick<
  Route<P, Q, B, R>,
  'method' | 'path' | 'summary' | 'tag' | 'access'
> & { params?: P; query?: Q; body?: B; response?: R; status?: 200 | 201 | 204; errors?: readonly string[]; produces?: string };

export function route<
  P extends z.ZodType = typeof none,
  Q extends z.ZodType = typeof none,
  B extends z.ZodType = typeof nothing,
  R extends z.ZodType = typeof nothing,
>(name: string, parts: Parts<P, Q, B, R>): Route<P, Q, B, R> {
  return {
    name,
    ...parts,
    params: (parts.params ?? none) as P,
    query: (parts.query ?? none) as Q,
    body: (parts.body ?? nothing) as B,
    response: (parts.response ?? nothing) as R,
    status: parts.status ?? (parts.response || parts.produces ? 200 : 204),
    errors: parts.errors ?? [],
  };
}

export type ParamsOf<T> = T extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<T> = T extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<T> = T extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
/** What a caller writes (before trimming and defaults). */
export type BodyInputOf<T> = T extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ResponseOf<T> = T extends Route<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
