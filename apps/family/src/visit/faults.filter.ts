import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, isUnstorable, newId, type Logger } from '@radslag/platform';
import type { Frame } from '../document/frame';
import { AT } from '../forms/answer-state';
import { plainPage } from '../pages/door-pages';
import { go, send, show, type Outcome } from './outcome';
import { Visits } from './visits';

/** Expected refusals lead to the page that shows how things stand; the rest becomes a kind page with a number for the log. */
@Catch()
export class FaultsFilter implements ExceptionFilter {
  constructor(
    private readonly visits: Visits,
    private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const frame = await this.visits.plainFrame(request).catch(() => null);
    if (frame === null) {
      this.logger.error({ err: error }, 'no page');
      reply.status(503).send('');
      return;
    }
    send(reply, this.outcome(error, frame));
  }

  private outcome(error: unknown, frame: Frame): Outcome {
    const { w } = frame;
    // The time to answer ended, or the list of times changed, while the page was open.
    if (error instanceof AppError && (error.code === 'poll-closed' || error.code === 'unknown-time' || error.code === 'transition-not-allowed')) return go('/');
    // Somebody of the staff was filling in with them when the family's own time began: nothing of it was written.
    if ((error as { driverError?: { constraint?: string } } | null)?.driverError?.constraint === 'private_family_time') return go('/');
    if (error instanceof AppError && error.code === 'conference-cancelled') return go(AT.meeting);
    switch (statusOf(error)) {
      case 404:
        return show(plainPage(frame, w.notHere), 404);
      case 400:
      case 415:
        return show(plainPage(frame, w.unreadable), 400);
      case 413:
        return show(plainPage(frame, w.tooMuch), 413);
      default: {
        const id = newId().slice(-8);
        this.logger.error({ err: error, faultId: id }, 'fault');
        return show(plainPage(frame, { ...w.broken, more: w.broken.id({ id }) }), 500);
      }
    }
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof AppError) return error.status;
  if (isUnstorable(error)) return 400;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
