import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EnterTogether, ReadInvitationPage } from '@radslag/access';
import { landing } from '../forms/answer-state';
import { togetherPage } from '../pages/together-page';
import { dead, go, send, show } from '../visit/outcome';
import { isFromOurPages } from '../visit/same-site';
import { Visits } from '../visit/visits';
import { LinkThrottle } from '../wiring/link-throttle';

/** Where a coordinator comes in who fills in what somebody says on the phone. Looking changes nothing here either. */
@Controller('s')
export class TogetherController {
  constructor(
    private readonly enter: EnterTogether,
    private readonly readPage: ReadInvitationPage,
    private readonly visits: Visits,
    private readonly throttle: LinkThrottle,
  ) {}

  @Get(':entrance')
  async look(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(reply, show(togetherPage(await this.visits.plainFrame(request))));
  }

  @Post(':entrance')
  async come(@Param('entrance') entrance: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const frame = await this.visits.plainFrame(request);
    if (!isFromOurPages(request)) return send(reply, show(togetherPage(frame)));
    const opened = await this.enter.execute(entrance);
    if (opened === null) return send(reply, dead(togetherPage(frame, true), await this.throttle.missed(request.ip)));
    const cookie = { token: opened.token, issuedAt: opened.issuedAt, municipalityId: opened.access.municipalityId, language: 0 };
    this.visits.keep(reply, cookie);
    const page = await this.readPage.execute(cookie);
    send(reply, go(page === null ? '/' : landing(page.page)));
  }
}
