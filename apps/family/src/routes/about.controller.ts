import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadReceived, TellCoordinator, WriteFeedback } from '@radslag/access';
import { AT } from '../forms/answer-state';
import { readFeedback } from '../forms/read-answers';
import { accessPage, privacyPage, receivedPage } from '../pages/about-pages';
import { slowPage } from '../pages/door-pages';
import { nameOf } from '../document/frame';
import { go, show } from '../visit/outcome';
import { Visits } from '../visit/visits';

const RECEIVED = 'a';
const isReceived = (request: FastifyRequest) => (request.query as Record<string, unknown>)[RECEIVED] !== undefined;

/** What becomes of what people write here, and whether the pages work for them. */
@Controller()
export class AboutController {
  constructor(
    private readonly visits: Visits,
    private readonly tellCoordinator: TellCoordinator,
    private readonly writeFeedback: WriteFeedback,
    private readonly received: ReadReceived,
  ) {}

  @Get('13') privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, async ({ access, page, frame }) => {
      const { privacy } = frame.w;
      return show(isReceived(request) && (await this.received.askedWhoHasOpened(access, page)) ? receivedPage(frame, { h1: privacy.askedH1, lead: privacy.asked({ name: nameOf(frame) }) }) : privacyPage(frame));
    });
  }
  /** Who has opened what is kept about me: a person answers, since the list may name others. */
  @Post('13') ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async ({ access, page }) => {
      await this.tellCoordinator.execute(access, page, 'whoHasOpened');
      return go(`${AT.privacy}?${RECEIVED}`);
    });
  }

  @Get('14') access(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, async ({ access, page, frame }) => show(isReceived(request) && (await this.received.feedback(access, page)) ? receivedPage(frame, { h1: frame.w.access.sentH1, lead: frame.w.access.sent }) : accessPage(frame)));
  }
  @Post('14') tell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async ({ access, page, frame }, form) => {
      const { text, faults } = readFeedback(form, frame.w);
      if (faults.length > 0) return show(accessPage(frame, { text, faults }), 422);
      const kept = await this.writeFeedback.execute(access, page, text);
      return kept ? go(`${AT.access}?${RECEIVED}`) : show(slowPage(frame), 429);
    });
  }
}
