import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { StaffSessions } from '@radslag/access';
import { AppError, env } from '@radslag/platform';
import type { AnyRoute } from '@radslag/contracts';
import { ROUTE, type ApiRequest } from './endpoint';

export const SESSION_COOKIE = '__Host-radslag';

/** Deny by default: a handler without a contract answers to nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: StaffSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<AnyRoute | undefined>(ROUTE, context.getHandler());
    if (!route) throw new AppError('not-found', 404);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const open = 'public' in route.access;
    if (!open || route.name === 'signIn') refuseCrossSite(request);
    if (route.tag === 'hooks') refuseLargeHook(request, route);
    if ('public' in route.access) return true;
    const token = request.cookies[SESSION_COOKIE];
    const session = token ? await this.sessions.resolve(token, request.id, isOfAPerson(request, route)) : undefined;
    if (!session) throw new AppError('not-signed-in', 401);
    // Before it is known whether they may: who was refused is logged.
    request.session = session;
    if (!route.access.includes(session.staff.role)) throw new AppError('not-allowed', 403);
    return true;
  }
}

const STILL_THERE_SECONDS = 60;

/** Screens read again by themselves when something has changed, and say how long ago a person last touched them. Who says nothing is asked for by a person. */
function isOfAPerson(request: ApiRequest, route: AnyRoute): boolean {
  if (route.name === 'events') return false;
  const idle = request.headers['x-radslag-idle'];
  return typeof idle !== 'string' || !/^\d{1,7}$/.test(idle) || Number(idle) < STILL_THERE_SECONDS;
}

/**
 * Cross-site requests cannot set `X-Radslag` without a preflight that we never answer, and browsers tell on themselves
 * with Sec-Fetch-Site and Origin; the cookie is SameSite=Lax besides.
 */
function refuseCrossSite(request: ApiRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  const sameOrigin = origin === undefined || origin === new URL(env().staffUrl).origin;
  if (request.headers['x-radslag'] !== '1' || !sameSite || !sameOrigin) throw new AppError('cross-site', 403);
}

const RECEIPT_LIMIT = 4096;
/** Ten joined texts in a script whose letters take nine bytes each in a form: what a person wrote is never too long to be taken. */
const REPLY_LIMIT = 16_384;
const REPLIES = ['inboundSms', 'inboundSmsBefore', 'twilioInbound', 'twilioInboundBefore'];

/** Operators send little and say how much; anything else is not an operator. */
function refuseLargeHook(request: ApiRequest, route: AnyRoute): void {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!(length <= (REPLIES.includes(route.name) ? REPLY_LIMIT : RECEIPT_LIMIT))) throw new AppError('too-large', 413);
}
