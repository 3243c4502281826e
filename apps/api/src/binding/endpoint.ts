import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AnyRoute, BodyOf, ParamsOf, QueryOf } from '@radslag/contracts';
import type { OpenSession } from '@radslag/access';

export const ROUTE = 'radslag:route';

/** What the guard and the parsing interceptor leave on a request. */
export type ApiRequest = FastifyRequest & {
  session?: OpenSession;
  input?: { params: unknown; query: unknown; body: unknown };
};

export type InputOf<R> = { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R> };

const VERBS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** Binds a method to its contract: verb, path, status, who may call, what is parsed and what is answered. */
export function Endpoint(route: AnyRoute): MethodDecorator {
  return applyDecorators(SetMetadata(ROUTE, route), VERBS[route.method](route.path), HttpCode(route.status));
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();

/** The parsed params, query and body. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).input);
/** Who is signed in. */
export const Staff = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).session?.staff);
export const SessionId = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).session?.sessionId);
