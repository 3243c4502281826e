import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, defer, map, Observable, of, throwError } from 'rxjs';
import { AnsweredBefore, inContentWrite, withIdempotency } from '@radslag/access';
import { AppError, env, madeStorable, unstorablePaths } from '@radslag/platform';
import { writesContent, type AnyRoute } from '@radslag/contracts';
import { ROUTE, type ApiRequest } from './endpoint';
import { InvalidInput } from '../problems/invalid-input';

/** Parses what comes in, holds what goes out against the contract, and answers repeats of the same POST once. */
@Injectable()
export class ExchangeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<AnyRoute | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    request.input = parse(route, request);
    refuseOtherVersion(request);

    const handled = defer(() => next.handle());
    const work = writesContent(route, request.input.body) ? new Observable((subscriber) => inContentWrite(() => handled.subscribe(subscriber))) : handled;
    return inIdempotency(request, work).pipe(
      catchError((error: unknown) => (error instanceof AnsweredBefore ? of(error.answer) : throwError(() => error))),
      map((answer: unknown) => {
        if (route.produces) return answer;
        const version = (answer as { version?: unknown } | undefined)?.version;
        if (typeof version === 'number') void reply.header('etag', `"v${version}"`);
        return check(route, answer);
      }),
    );
  }
}

function parse(route: AnyRoute, request: ApiRequest): NonNullable<ApiRequest['input']> {
  const raw = { params: request.params ?? {}, query: request.query ?? {}, body: request.body ?? undefined };
  if (unstorablePaths(raw.params).length > 0) throw new AppError('not-found', 404);
  // What a person wrote in a text reaches us once: an operator that is refused may never bring it again.
  const sent = route.tag === 'hooks' ? madeStorable(raw) : raw;
  const unsafe = [...unstorablePaths(sent.query), ...unstorablePaths(sent.body)];
  if (unsafe.length > 0) throw new InvalidInput(unsafe.map((path) => ({ code: 'custom', path: path.split('.'), message: 'unsafe-characters' })));
  const parts = { params: route.params.safeParse(raw.params), query: route.query.safeParse(sent.query), body: route.body.safeParse(sent.body) };
  // A malformed id is an unknown id: no difference to learn from.
  if (!parts.params.success) throw new AppError('not-found', 404);
  const issues = [...(parts.query.success ? [] : parts.query.error.issues), ...(parts.body.success ? [] : parts.body.error.issues)];
  if (issues.length > 0) throw new InvalidInput(issues);
  return { params: parts.params.data, query: parts.query.data, body: parts.body.data };
}

/** `If-Match` is optional beside the body's version; when both come they must agree. */
function refuseOtherVersion(request: ApiRequest): void {
  const match = request.headers['if-match'];
  const version = (request.input?.body as { version?: number } | undefined)?.version;
  if (match !== undefined && version !== undefined && match !== `"v${version}"`) throw new AppError('stale-version', 412);
}

function inIdempotency(request: ApiRequest, work: Observable<unknown>): Observable<unknown> {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || !request.session || key === undefined) return work;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new AppError('invalid-input', 400);
  const requestHash = createHash('sha256').update(`${request.method} ${request.url.split('?')[0]} ${JSON.stringify(request.body ?? null)}`).digest();
  const call = { key, userId: request.session.staff.userId, requestHash };
  return new Observable((subscriber) => withIdempotency(call, () => work.subscribe(subscriber)));
}

/** In local and test mode an answer that is not what the contract says is a fault that shows at once. */
function check(route: AnyRoute, answer: unknown): unknown {
  if (env().mode === 'production') return answer;
  const parsed = route.response.safeParse(answer ?? undefined);
  if (!parsed.success) throw new Error(`${route.name} answers what its contract does not say: ${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.code}`).join(', ')}`);
  return answer;
}
