import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { STAFF_ABSOLUTE_MS, StaffSessions, type StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, SESSION_COOKIE, SessionId, Staff, type ApiRequest, type InputOf } from '../binding';
import { SignInThrottle } from './sign-in-throttle';

const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly throttle: SignInThrottle,
  ) {}

  @Endpoint(routes.signIn)
  async signIn(@Input() { body }: InputOf<typeof routes.signIn>, @Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.throttle.take(body.email, request.ip);
    const { token, me, wrongTries } = await this.sessions.signIn(body.email, body.password, request.id);
    await this.throttle.giveBack(body.email, request.ip);
    void reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, maxAge: STAFF_ABSOLUTE_MS / 1000 });
    return { ...me, wrongTries };
  }

  @Endpoint(routes.whoAmI)
  whoAmI(@Staff() staff: StaffAccess) {
    return this.sessions.whoAmI(staff);
  }

  @Endpoint(routes.setLanguage)
  setLanguage(@Input() { body }: InputOf<typeof routes.setLanguage>, @Staff() staff: StaffAccess) {
    return this.sessions.setLanguage(staff, body.language);
  }

  @Endpoint(routes.signOut)
  async signOut(@Staff() staff: StaffAccess, @SessionId() sessionId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.signOut(staff, sessionId);
    void reply.clearCookie(SESSION_COOKIE, COOKIE).header('clear-site-data', '"cache", "storage"');
  }
}
