import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Problem } from '@radslag/contracts';
import type { Database } from '@radslag/db';
import { AppError, isUnstorable, loggablePath, type Logger } from '@radslag/platform';
import type { ApiRequest } from '../binding';
import { noteDenial } from './note-denial';
import { InvalidInput } from './invalid-input';
import { sentencesIn } from './sentences';

type Failure = { code: string; status: number; params: Readonly<Record<string, unknown>>; unexpected: boolean };

/** Constraints of the database that are rules of the domain: refused there even if a use case forgot to ask. */
const CONSTRAINTS: Record<string, { code: string; status: number }> = {
  contact_consent_required: { code: 'noConsent', status: 422 },
  contact_member_present: { code: 'not-found', status: 404 },
  contact_channel_open: { code: 'noConsent', status: 422 },
  worry_unanswered: { code: 'worry-unanswered', status: 422 },
  danger_unread: { code: 'danger-unread', status: 422 },
  private_family_time: { code: 'private-family-time', status: 423 },
  network_member_protected_has_no_number: { code: 'protected-has-no-number', status: 422 },
};

/** Postgres: connection lost, shutting down, serialization, deadlock. */
const PASSING = /^(08|53|57P0|40001|40P01)/;

export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, status: error.status, params: error.params, unexpected: error.status >= 500 };
  const e = error as { code?: string; constraint?: string; statusCode?: number; driverError?: { code?: string; constraint?: string } };
  const rule = CONSTRAINTS[e.driverError?.constraint ?? ''];
  if (rule) return { ...rule, params: {}, unexpected: false };
  const sqlState = e.driverError?.code ?? e.code ?? '';
  if (PASSING.test(sqlState) || /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/.test(String((error as Error)?.message))) {
    return { code: 'unavailable', status: 503, params: {}, unexpected: true };
  }
  if (isUnstorable(error)) return { code: 'invalid-input', status: 400, params: {}, unexpected: false };
  const status = error instanceof HttpException ? error.getStatus() : e.statusCode;
  if (status === 413) return { code: 'too-large', status, params: {}, unexpected: false };
  if (status === 404) return { code: 'not-found', status, params: {}, unexpected: false };
  if (status === 400 || status === 415) return { code: 'bad-json', status: 400, params: {}, unexpected: false };
  return { code: 'internal', status: 500, params: {}, unexpected: true };
}

export function toProblem(failure: Failure, error: unknown, language: string, instance: string): Problem {
  const words = sentencesIn(language);
  const sentence = words.problems[failure.code] ?? words.problems['rule-broken']!;
  const problem: Problem = { type: `urn:radslag:problem:${failure.code}`, title: sentence.title, status: failure.status, code: failure.code, detail: sentence.detail, instance };
  if (Object.keys(failure.params).length > 0) problem.params = { ...failure.params };
  if (error instanceof InvalidInput) {
    problem.errors = error.fields.map((f) => ({ path: f.path, code: f.code, message: (words.fields[f.code] ?? words.fields['wrong-format']!).replace('{limit}', String(f.limit ?? '')) }));
  }
  return problem;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly db: Database,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const failure = failureOf(error);
    const line = { code: failure.code, status: failure.status, requestId: request.id, path: loggablePath(request.url), ...(request.session === undefined ? {} : { userId: request.session.staff.userId }) };
    if (failure.unexpected) this.logger.error({ ...line, err: error }, 'request failed');
    else this.logger.info(line, 'request refused');
    // Before the answer: nobody learns that they were refused without the log knowing it too.
    await noteDenial(this.db, request, failure.code).catch((unwritten: unknown) => this.logger.error({ err: unwritten, requestId: request.id }, 'a denied access could not be written to the log'));
    if (reply.sent || reply.raw.headersSent) return;
    if (failure.status === 429) void reply.header('retry-after', String(failure.params['retryAfterSeconds'] ?? 60));
    const language = request.session?.staff.language ?? (/^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'sv');
    void reply.status(failure.status).type('application/problem+json').send(JSON.stringify(toProblem(failure, error, language, request.id)));
  }
}
