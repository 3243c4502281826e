import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@radslag/db';
import { heldSince } from '@radslag/outreach';
import { OutreachWorker } from './outreach-worker';

@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly worker: OutreachWorker,
  ) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** Redis down is said, but is no reason to stop: the worker sends without it. */
  @Get('ready')
  async ready() {
    const held = await heldSince(this.db).catch(() => {
      throw new ServiceUnavailableException();
    });
    return { status: 'ready', redis: this.worker.redis, sending: held === null ? 'open' : `held: ${held.because}` };
  }
}
