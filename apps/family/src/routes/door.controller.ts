import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EndSession, PassStep, ReportWrongPerson, TakeBackWrongPerson, type StepAttempt } from '@radslag/access';
import { AT, landing } from '../forms/answer-state';
import type { Form } from '../forms/form';
import { codePage, wrongPage } from '../pages/door-pages';
import { dropCookie } from '../visit/cookie';
import { go, send, show, type Outcome } from '../visit/outcome';
import { isFromOurPages } from '../visit/same-site';
import { Visits, type Visit } from '../visit/visits';
import { WEATHER } from './weather';

/** In, out, and the wrong door. */
@Controller()
export class DoorController {
  constructor(
    private readonly visits: Visits,
    private readonly passStep: PassStep,
    private readonly endSession: EndSession,
    private readonly reportWrongPerson: ReportWrongPerson,
    private readonly takeBack: TakeBackWrongPerson,
  ) {}

  @Get()
  home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ page }) => go(landing(page)));
  }

  @Get('1')
  code(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(codePage({ frame, page, paused: page.secondStep.lockedUntil !== null })));
  }

  @Post('1')
  tryCode(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, (visit, form) => this.attempt(visit, form));
  }

  private async attempt({ access, page, frame }: Visit, form: Form): Promise<Outcome> {
    const [year, code] = [form.digits('ar'), form.digits('kod')];
    const byCode = code !== '' || !page.secondStep.birthYear;
    const again = (fault?: string, paused = false) => show(codePage({ frame, page, year, code, paused, ...(fault ? { fault: { at: byCode ? 'kod' : 'ar', text: fault } } : {}) }), 422);
    const { w } = frame;
    if (byCode ? !/^\d{6}$/.test(code) : !/^\d{4}$/.test(year)) return again(byCode ? w.code.codeForm : w.code.yearForm);
    const attempt: StepAttempt = byCode ? { code } : { birthYear: year };
    switch (await this.passStep.execute(access, attempt)) {
      case 'passed':
        return go(landing({ ...page, secondStep: { ...page.secondStep, required: false, passed: true } }));
      case 'wrong':
        return again(byCode ? w.code.codeWrong : w.code.yearWrong);
      case 'paused':
        return again(undefined, true);
      case 'closed':
        // Only a code opens now: the one that is out, if there is one, or another.
        return show(codePage({ frame, page: { secondStep: { ...page.secondStep, birthYear: false, code: page.secondStep.code && !byCode } } }), 422);
    }
  }

  @Get('11')
  wrong(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => (page.wrongPerson ? show(wrongPage(frame)) : go(landing(page))));
  }

  /** From a page of the session: report it. From the thank-you: take it back. */
  @Post('11')
  wrongPerson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async ({ access, page }, form) => {
      if (form.get('g') === 'angra') {
        await this.takeBack.execute(access);
        return go(landing({ ...page, wrongPerson: false }));
      }
      await this.reportWrongPerson.execute(access);
      return go(AT.wrong);
    });
  }

  /** Never refused: a page that will not close is worse than one closed by mistake. Back finds nothing. */
  @Post('ut')
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = isFromOurPages(request) ? await this.visits.open(request, reply) : null;
    if (visit) await this.endSession.execute(visit.access);
    reply.removeHeader('set-cookie');
    dropCookie(reply);
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
    send(reply, go(WEATHER));
  }
}
