import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SaveDraft, TellCoordinator, type AnswerDraft, type InvitationPage } from '@radslag/access';
import { AnswerInvitation } from '@radslag/conferences';
import { isWorry } from '@radslag/domain';
import { answerState, answerToSend, AT, detailAt, firstGap, mayAnswer, needAt, needsChosen, nextPage } from '../forms/answer-state';
import type { Form } from '../forms/form';
import { readComing, readDetail, readHow, readNeeds, readNote, readTimes, readWorry } from '../forms/read-answers';
import { checkPage, donePage } from '../pages/check-pages';
import { comingPage, detailPage, howPage, needsPage, timeFault, timesPage, worryPage } from '../pages/question-pages';
import { go, show, type Outcome } from '../visit/outcome';
import { Visits, type Visit } from '../visit/visits';


/** The answer, one question a page. Each Continue keeps what it got; only "send" tells anybody. */
@Controller()
export class AnswerController {
  constructor(
    private readonly visits: Visits,
    private readonly saveDraft: SaveDraft,
    private readonly answerInvitation: AnswerInvitation,
    private readonly tellCoordinator: TellCoordinator,
  ) {}

  @Get('2') coming(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(comingPage({ frame, state: answerState(page) })));
  }
  @Post('2') saveComing(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, (visit, form) => {
      const { part, faults } = readComing(form, visit.frame.w);
      if (faults.length > 0) return show(comingPage({ frame: visit.frame, state: answerState(visit.page), faults }), 422);
      return this.keep(visit, part, AT.coming);
    });
  }

  @Get('3') times(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(timesPage({ frame, page, state: answerState(page) })));
  }
  @Post('3') saveTimes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async (visit, form) => {
      const { frame, page, access } = visit;
      const { part, unanswered, faults } = readTimes(form, page, frame.w);
      if (faults.length === 0 && unanswered.length === 0) return this.keep(visit, part, AT.times);
      const kept = faults.length === 0;
      if (kept) await this.saveDraft.execute(access, part);
      const left = page.times.flatMap((time, i) => (unanswered.includes(time.id) ? [timeFault(time, i, frame)] : []));
      // Only what was sent now: an earlier answer must not fill in for a row that was left empty.
      const state = { ...answerState(withPart(page, part)), times: part.times ?? {} };
      return show(timesPage({ frame, page, state, unanswered, kept: kept && Object.keys(state.times).length > 0, faults: [...left, ...faults] }), 422);
    });
  }

  @Get('4') how(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(howPage({ frame, state: answerState(page) })));
  }
  @Post('4') saveHow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, (visit, form) => {
      const { frame, page } = visit;
      const { part, faults } = readHow(form, answerState(page), frame.w);
      if (faults.length > 0) return show(howPage({ frame, state: answerState(withPart(page, part)), faults }), 422);
      return this.keep(visit, part, AT.how);
    });
  }

  @Get('5') needs(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(needsPage({ frame, state: answerState(page) })));
  }
  @Post('5') saveNeeds(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, (visit, form) => {
      const { frame, page } = visit;
      const { part, nothing, faults } = readNeeds(form, answerState(page), frame.w);
      if (faults.length > 0) return show(needsPage({ frame, state: answerState(withPart(page, part)), nothing, faults }), 422);
      return this.keep(visit, part, AT.needs);
    });
  }

  @Get('5:digit') detail(@Param('digit') digit: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => {
      const need = needAt(digit);
      return need === undefined ? go(AT.needs) : show(detailPage({ frame, need, state: answerState(page) }));
    });
  }
  @Post('5:digit') saveDetail(@Param('digit') digit: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, (visit, form) => {
      const { frame, page } = visit;
      const need = needAt(digit);
      if (need === undefined) return go(AT.needs);
      const { part, faults } = readDetail(form, need, answerState(page), frame.w);
      if (faults.length > 0) return show(detailPage({ frame, need, state: answerState(withPart(page, part)), faults }), 422);
      return this.keep(visit, part, detailAt(need));
    });
  }

  @Get('6') worry(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(worryPage({ frame, state: answerState(page) })));
  }
  /** Said at once, not when the answer is sent: whoever is afraid may never come to the last page. */
  @Post('6') saveWorry(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async (visit, form) => {
      const part = readWorry(form, visit.page.draft.worry);
      const said = part.worry;
      if (said !== undefined && isWorry(said)) await this.tellCoordinator.ofWorry(visit.access, visit.page, said);
      if (mayAnswer(visit.page)) return this.keep(visit, part, AT.worry);
      return go(said !== undefined && isWorry(said) ? AT.told : '/');
    });
  }

  @Get('7') check(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => {
      const gap = mayAnswer(page) ? gapOf(page) : null;
      return gap === null ? show(checkPage({ frame, page })) : go(gap);
    });
  }
  @Post('7') send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, (visit, form) => this.sendAnswer(visit, form));
  }

  @Get('8') done(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(donePage({ frame, page, changed: (request.query as { a?: string }).a !== undefined })));
  }

  private async sendAnswer({ access, page, frame }: Visit, form: Form): Promise<Outcome> {
    const { note, faults } = readNote(form, frame.w);
    if (!mayAnswer(page)) return go(AT.check);
    const gap = gapOf(page);
    if (gap !== null) return go(gap);
    if (faults.length > 0) return show(checkPage({ frame, page, note, faults }), 422);
    await this.answerInvitation.execute(access, answerToSend(page, note));
    return go(page.answer === null ? AT.done : `${AT.done}?a`);
  }

  /** After the needs comes one page for each that was ticked, in order, also when it has been answered before. */
  private async keep(visit: Visit, part: AnswerDraft, from: string): Promise<Outcome> {
    await this.saveDraft.execute(visit.access, part);
    const page = withPart(visit.page, part);
    const ticked = needsChosen(answerState(page)).map(detailAt);
    const follow = from === AT.needs ? ticked[0] : ticked[ticked.indexOf(from) + 1];
    if (from.startsWith(AT.needs) && follow !== undefined) return go(follow);
    return go(nextPage(page, from));
  }
}

const withPart = (page: InvitationPage, part: AnswerDraft): InvitationPage => ({ ...page, draft: { ...page.draft, ...part } });
const gapOf = (page: InvitationPage) => firstGap(answerState(page), page.times.map((time) => time.id));
