import { Controller, Inject, Req, Res, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { maySeeCase, StaffSessions, type StaffAccess } from '@radslag/access';
import { routes, type ChangeEvent } from '@radslag/contracts';
import { Database, Referral } from '@radslag/db';
import { LOGGER, type Logger } from '@radslag/platform';
import { Endpoint, SESSION_COOKIE, Staff, type ApiRequest } from '../binding';
import { Changes, type MunicipalityChange } from './changes';

const HEARTBEAT_MS = 20_000;

/** Server-sent events: which case changed, so that an open screen reads it again. Ids only, and only of one's own cases. */
@Controller()
export class EventsController implements OnApplicationShutdown {
  private readonly open = new Set<FastifyReply>();

  constructor(
    private readonly changes: Changes,
    private readonly db: Database,
    private readonly sessions: StaffSessions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Endpoint(routes.events)
  stream(@Staff() staff: StaffAccess, @Req() request: ApiRequest, @Res() reply: FastifyReply): void {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' });
    reply.raw.write('retry: 2000\n\n');
    this.open.add(reply);
    const say = (event: ChangeEvent) => reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
    const heard = this.changes.heard.subscribe((change) => void this.pass(staff, change, say));
    const resumed = this.changes.resumed.subscribe(() => say({ what: 'resumed' }));
    // A session that ended elsewhere ends its streams within a heartbeat.
    const heartbeat = setInterval(() => {
      void this.sessions.resolve(request.cookies[SESSION_COOKIE] ?? '', undefined, false).then(
        (session) => (session ? reply.raw.write(': still here\n\n') : reply.raw.end()),
        (error: unknown) => this.logger.warn({ err: error }, 'a stream could not be checked'),
      );
    }, HEARTBEAT_MS);
    reply.raw.on('close', () => {
      heard.unsubscribe();
      resumed.unsubscribe();
      clearInterval(heartbeat);
      this.open.delete(reply);
    });
  }

  onApplicationShutdown(): void {
    for (const reply of this.open) reply.raw.end();
  }

  private async pass(staff: StaffAccess, change: MunicipalityChange, say: (event: ChangeEvent) => void): Promise<void> {
    if (change.municipalityId !== staff.municipalityId) return;
    if (change.userId && change.userId !== staff.userId) return;
    const event: ChangeEvent = { what: change.what, referralId: change.referralId, conferenceId: change.conferenceId };
    try {
      if (!change.referralId) return say(event);
      const referral = await this.db.inMunicipality(staff.municipalityId, { kind: 'system' }, (tx) => tx.findOne(Referral, { id: change.referralId }));
      if (referral && maySeeCase(staff, referral)) say(event);
    } catch (error) {
      this.logger.warn({ err: error }, 'a change could not be passed on');
    }
  }
}
