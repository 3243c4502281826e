import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenLink } from '@radslag/access';
import { languagePage, letterPage } from '../pages/door-pages';
import { languageWish } from '../visit/language';
import { dead, go, send, show, type Outcome } from '../visit/outcome';
import { isFromOurPages } from '../visit/same-site';
import { formOf, Visits } from '../visit/visits';
import { LinkThrottle } from '../wiring/link-throttle';

/** The address in a letter: the code that is typed there leads to the page that the link leads to. */
@Controller('kod')
export class LetterController {
  constructor(
    private readonly links: OpenLink,
    private readonly visits: Visits,
    private readonly throttle: LinkThrottle,
  ) {}

  @Get()
  async look(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const frame = await this.visits.plainFrame(request);
    const wish = languageWish(request);
    send(reply, show(wish.list ? languagePage(frame, wish.missing) : letterPage(frame)));
  }

  @Post()
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(reply, await this.attempt(request));
  }

  private async attempt(request: FastifyRequest): Promise<Outcome> {
    const frame = await this.visits.plainFrame(request);
    if (!isFromOurPages(request)) return show(letterPage(frame));
    const token = await this.links.byLetterCode(formOf(request).line('brevkod'));
    if (token !== null) return go(`/r/${token}${languageWish(request).tongue === undefined ? '' : `?s=${frame.tongue.code}`}`);
    return dead(letterPage(frame, true), await this.throttle.missed(request.ip));
  }
}
