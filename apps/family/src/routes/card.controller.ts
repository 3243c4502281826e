import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MunicipalityCard } from '@radslag/access';
import { cardPage } from '../pages/card-page';
import { languagePage, plainPage } from '../pages/door-pages';
import { languageWish } from '../visit/language';
import { dead, send, show, type Outcome } from '../visit/outcome';
import { Visits } from '../visit/visits';
import { LinkThrottle } from '../wiring/link-throttle';

/** What the links in our texts begin with, as a reader sees it. */
export const LINK_START = Symbol('LinkStart');

/** How a municipality's texts look, for anybody who wonders whether one is real. */
@Controller('om')
export class CardController {
  constructor(
    private readonly cards: MunicipalityCard,
    private readonly visits: Visits,
    private readonly throttle: LinkThrottle,
    @Inject(LINK_START) private readonly linkStart: string,
  ) {}

  @Get(':slug')
  async look(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(reply, await this.card(slug, request));
  }

  private async card(slug: string, request: FastifyRequest): Promise<Outcome> {
    const plain = await this.visits.plainFrame(request);
    const card = await this.cards.execute(slug);
    const wish = languageWish(request);
    if (card === null) return dead(wish.list ? languagePage(plain, wish.missing) : plainPage(plain, plain.w.notHere), await this.throttle.missed(request.ip));
    const frame = { ...plain, deskPhones: [card.phone] };
    return show(wish.list ? languagePage(frame, wish.missing) : cardPage(frame, { ...card, linkStart: this.linkStart }));
  }
}
