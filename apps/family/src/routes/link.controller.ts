import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskForNewLink, OpenLink, ReadInvitationPage, ReportWrongPerson, type OpenedLink } from '@radslag/access';
import { landing } from '../forms/answer-state';
import { askedPage, deadPage, languagePage, startPage } from '../pages/door-pages';
import { tongueOf } from '@radslag/family-texts';
import { languageWish, numberOf } from '../visit/language';
import { dead, go, send, show, type Outcome } from '../visit/outcome';
import { isFromOurPages } from '../visit/same-site';
import { formOf, Visits } from '../visit/visits';
import { LinkThrottle } from '../wiring/link-throttle';

/** Longer than the work behind it ever takes: the wait tells nothing of whether there was any. */
const ASKING_TAKES_MS = 400;

/** The address in the SMS. Looking changes nothing; the buttons are POSTs. */
@Controller('r')
export class LinkController {
  constructor(
    private readonly links: OpenLink,
    private readonly askForNewLink: AskForNewLink,
    private readonly reportWrongPerson: ReportWrongPerson,
    private readonly readPage: ReadInvitationPage,
    private readonly visits: Visits,
    private readonly throttle: LinkThrottle,
  ) {}

  @Get(':token')
  async look(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(reply, await this.front(token, request));
  }

  @Post(':token')
  async act(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isFromOurPages(request)) return send(reply, await this.front(token, request));
    send(reply, await (formOf(request).get('g') === 'ny' ? this.askAgain(token, request) : this.enter(token, request, reply)));
  }

  private async front(token: string, request: FastifyRequest): Promise<Outcome> {
    const front = await this.links.look(token);
    const wish = languageWish(request);
    if (front === null) return this.dead(request);
    const frame = await this.visits.frontFrame(wish.tongue ?? tongueOf(front.language), front);
    return show(wish.list ? languagePage(frame, wish.missing) : startPage(frame));
  }

  /** The same page when there are too many: whoever holds a link that has run out asks for another here, whatever others do from their address. */
  private async dead(request: FastifyRequest): Promise<Outcome> {
    const wait = await this.throttle.missed(request.ip);
    const frame = await this.visits.plainFrame(request);
    const wish = languageWish(request);
    return dead(wish.list ? languagePage(frame, wish.missing) : deadPage(frame), wait);
  }

  private async enter(token: string, request: FastifyRequest, reply: FastifyReply): Promise<Outcome> {
    const opened = await this.links.execute(token);
    if (opened === null) return this.dead(request);
    if (formOf(request).get('g') === 'fel') await this.reportWrongPerson.execute(opened.access);
    return go(await this.firstPage(opened, request, reply));
  }

  private async firstPage({ access, token, issuedAt }: OpenedLink, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const cookie = { token, issuedAt, municipalityId: access.municipalityId, language: numberOf(languageWish(request).tongue) };
    this.visits.keep(reply, cookie);
    const opened = await this.readPage.execute(cookie);
    return opened === null ? '/' : landing(opened.page);
  }

  /** The same answer and the same wait, whatever the token was and however many ask. What limits it is kept with the link: two texts a day. */
  private async askAgain(token: string, request: FastifyRequest): Promise<Outcome> {
    const asked = async () => (await this.askForNewLink.execute(token)) === 'nothing' && this.throttle.missed(request.ip);
    await Promise.all([asked(), pause(ASKING_TAKES_MS)]);
    return show(askedPage(await this.visits.plainFrame(request)));
  }
}
