import { createHash } from 'node:crypto';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadReceived, TellCoordinator, type InvitationPage } from '@radslag/access';
import { AnswerInvitation } from '@radslag/conferences';
import { AppError } from '@radslag/platform';
import type { Coming } from '@radslag/domain';
import { answerState, answerToSend, AT, landing, sentAnswer } from '../forms/answer-state';
import { calendarFile, type CalendarEntry } from '../pages/calendar-file';
import { askedAbout, meetingPage, toldPage } from '../pages/meeting-pages';
import { go, show } from '../visit/outcome';
import { Visits, type Visit } from '../visit/visits';

/** Once there is a time: day and place, the calendar file, and one tap when something happens. */
@Controller()
export class MeetingController {
  constructor(
    private readonly visits: Visits,
    private readonly tellCoordinator: TellCoordinator,
    private readonly answerInvitation: AnswerInvitation,
    private readonly received: ReadReceived,
  ) {}

  @Get('9') meeting(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ frame, page }) => show(meetingPage(frame, page)));
  }

  @Post('9') happened(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async (visit, form) => {
      const said = COMING_SAID[form.get('h')];
      // It was moved while they had the page open: they are shown the new time and asked about that.
      if (said !== undefined && !(await this.answer(visit, said, form.get('v')))) return go(AT.meeting);
      switch (form.get('h')) {
        case 'sen':
          await this.tellCoordinator.execute(visit.access, visit.page, 'late');
          break;
        case 'hitta':
          await this.tellCoordinator.execute(visit.access, visit.page, 'lost');
          break;
        case 'nej':
          await this.tellCoordinator.execute(visit.access, visit.page, 'notComing');
          break;
        case 'kanske':
        case 'kan':
          break;
        default:
          return go(AT.meeting);
      }
      return go(AT.told);
    });
  }

  @Get('12') told(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, async ({ access, frame, page }) => ((await this.received.told(access, page)) ? show(toldPage(frame, page)) : go(landing(page))));
  }

  @Get('90') calendar(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ access, frame, page }) => {
      const { startsLocal, endsLocal, zone, scheduleVersion } = page.conference;
      const entry: CalendarEntry = { uid: access.invitationId, startsLocal: startsLocal!, endsLocal: endsLocal ?? startsLocal!, zone, summary: frame.w.calendar, sequence: scheduleVersion, certain: true };
      return { calendar: calendarFile([entry], frame.tongue.lang, page.now) };
    });
  }

  /** The times this person can, pencilled in. */
  @Get('80') pencilled(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, ({ access, frame, page }) => {
      const state = answerState(sentAnswer(page));
      const entries = page.times
        .filter((time) => state.times[time.id] === 'yes')
        .map((time) => ({ uid: entryId(access.invitationId, time.id), startsLocal: time.startsLocal, endsLocal: time.endsLocal, zone: page.conference.zone, summary: frame.w.calendarMaybe, sequence: page.conference.scheduleVersion, certain: false }));
      return { calendar: calendarFile(entries, frame.tongue.lang, page.now) };
    });
  }

  /** While the time is set; on the day itself the call alone is enough. False: the page they tapped was about another time. */
  private async answer({ access, page }: Visit, coming: Coming, about: string): Promise<boolean> {
    const { state, startsLocal, endsLocal } = page.conference;
    if (state !== 'confirmed' || startsLocal === null) return true;
    if (about !== '' && about !== askedAbout(page)) return false;
    try {
      await this.answerInvitation.execute(access, answerToSend(withComing(page, coming), ''), { startsLocal, endsLocal: endsLocal ?? startsLocal });
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'other-time') return false;
      throw error;
    }
  }
}

const COMING_SAID: Readonly<Record<string, Coming>> = { nej: 'no', kanske: 'maybe', kan: 'yes' };

const withComing = (page: InvitationPage, coming: Coming): InvitationPage => ({ ...page, draft: { coming } });

/** Not the time's own id: two relatives who compare calendars must not find the same one. */
const entryId = (invitationId: string, timeId: string): string => createHash('sha256').update(`${invitationId}|${timeId}`).digest('hex').slice(0, 32);
