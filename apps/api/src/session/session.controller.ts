import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { STAFF_ABSOLUTE_MS, StaffSessions, type StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { AppError } from '@radslag/platform';
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
    await this.throttle.refuseIfSpent(body.email, request.ip);
    try {
      const { token, me } = await this.sessions.signIn(body.email, body.password, request.id);
      await this.throttle.forget(body.email);
      void reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, maxAge: STAFF_ABSOLUTE_MS / 1000 });
      return me;
    } catch (error) {
      if (error instanceof AppError && error.code === 'wrong-credentials') await this.throttle.countWrong(body.email, request.ip);
      throw error;
    }
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
