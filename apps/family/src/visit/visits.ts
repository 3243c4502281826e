import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskPhones, FamilySecrets, MunicipalSite, ReadInvitationPage, ReadReceived, readSessionCookie, sameBytes, writeSessionCookie, type FamilyAccess, type InvitationPage, type LinkFront, type SessionCookie } from '@radslag/access';
import { frameFor, isUnread, wordsIn, type Frame } from '../document/frame';
import { detour } from '../forms/detour';
import { Form } from '../forms/form';
import { languagePage, overPage } from '../pages/door-pages';
import { WRITTEN, type Tongue } from '@radslag/family-texts';
import { cookieOf, setCookie } from './cookie';
import { chosenOr, languageWish, numberOf } from './language';
import { send, show, type Outcome } from './outcome';
import { isFromOurPages } from './same-site';

/** Somebody with a living session, on one of the pages behind their link. */
export type Visit = { access: FamilyAccess; page: InvitationPage; frame: Frame };
type Handler = (visit: Visit) => Outcome | Promise<Outcome>;

/**
 * The only way to a page behind a link: session, language, the page that must come first, and the cookie's new time. A
 * reading visit writes nothing anywhere; a writing one must come from a form of this very session.
 */
@Injectable()
export class Visits {
  constructor(
    private readonly secrets: FamilySecrets,
    private readonly readPage: ReadInvitationPage,
    private readonly desks: DeskPhones,
    private readonly sites: MunicipalSite,
    private readonly received: ReadReceived,
  ) {}

  async read(request: FastifyRequest, reply: FastifyReply, handler: Handler): Promise<void> {
    const visit = await this.open(request, reply);
    if (!visit) return this.over(request, reply);
    const wish = languageWish(request);
    if (wish.list) return send(reply, show(languagePage(visit.frame, wish.missing)));
    const to = detour(visit.page, pathOf(request));
    send(reply, to === null ? await handler(visit) : { to });
  }

  async write(request: FastifyRequest, reply: FastifyReply, handler: (visit: Visit, form: Form) => Outcome | Promise<Outcome>): Promise<void> {
    const form = formOf(request);
    const cookie = readSessionCookie(this.secrets, cookieOf(request));
    if (!cookie || !isFromOurPages(request) || !this.isOwnForm(cookie, form)) return this.over(request, reply);
    const visit = await this.open(request, reply);
    if (!visit) return this.over(request, reply);
    const to = detour(visit.page, pathOf(request));
    send(reply, to === null ? await handler(visit, form) : { to });
  }

  /** The session behind a request, if it lives; the answer carries its cookie on. */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<Visit | null> {
    const cookie = readSessionCookie(this.secrets, cookieOf(request));
    const opened = cookie && (await this.readPage.execute(cookie));
    if (!cookie || !opened) return null;
    const language = numberOf(languageWish(request).tongue) || cookie.language;
    this.keep(reply, { ...cookie, issuedAt: opened.page.now.getTime(), language });
    const { contact, municipality } = opened.page;
    const tongue = chosenOr(language, opened.page.language);
    const site = await this.sites.execute(municipality.id, municipality.textsVersion);
    const frame = await this.frame(tongue, { contact, formToken: this.secrets.formToken(cookie.token), w: wordsIn(tongue, site), unread: isUnread(tongue, site.reviewed), municipality: opened.access.stepPassed ? site : null, filledInFor: opened.page.filledInFor });
    return { ...opened, frame };
  }

  keep(reply: FastifyReply, cookie: SessionCookie): void {
    setCookie(reply, writeSessionCookie(this.secrets, cookie));
  }

  /** Before anybody has shown who they are: the municipality's words, and not its name. */
  async frontFrame(tongue: Tongue, { contact, municipality }: LinkFront): Promise<Frame> {
    const site = await this.sites.execute(municipality.id, municipality.textsVersion);
    return this.frame(tongue, { contact, w: wordsIn(tongue, site), unread: isUnread(tongue, site.reviewed) });
  }

  private async frame(tongue: Tongue, rest: Partial<Omit<Frame, 'tongue' | 'language' | 'dir' | 'deskPhones'>> = {}): Promise<Frame> {
    return frameFor(tongue, { contact: null, formToken: '', ...rest, deskPhones: await this.desks.execute() });
  }
  /** Where no session is known: the language asked for, else Swedish. */
  plainFrame(request: FastifyRequest): Promise<Frame> {
    return this.frame(languageWish(request).tongue ?? WRITTEN[0]);
  }

  private isOwnForm(cookie: SessionCookie, form: Form): boolean {
    return sameBytes(Buffer.from(form.get('t')), Buffer.from(this.secrets.formToken(cookie.token)));
  }

  /** What was sent with this very request has not been kept, so nothing is said of what was. */
  private async hasKept(request: FastifyRequest): Promise<boolean> {
    const cookie = request.method === 'POST' ? null : readSessionCookie(this.secrets, cookieOf(request));
    return cookie !== null && this.received.kept(cookie);
  }

  /** The cookie stays: a form from an old tab must not end the session of another. */
  private async over(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const frame = await this.plainFrame(request);
    const wish = languageWish(request);
    send(reply, wish.list ? show(languagePage(frame, wish.missing)) : show(overPage(frame, await this.hasKept(request)), 403));
  }
}

export const pathOf = (request: FastifyRequest): string => request.url.split('?')[0]!;
export const formOf = (request: FastifyRequest): Form => (request.body instanceof Form ? request.body : Form.empty);
