import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@radslag/db';
import { Bells } from '@radslag/jobs';
import { heldSince } from '@radslag/outreach';

@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly bells: Bells,
  ) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** Redis down is said, but is no reason to stop: the worker sends without it. */
  @Get('ready')
  async ready() {
    if (!(await this.db.answers())) throw new ServiceUnavailableException();
    const held = await heldSince(this.db).catch(() => {
      throw new ServiceUnavailableException();
    });
    return { status: 'ready', redis: (await this.bells.healthy()) ? 'up' : 'down', sending: held === null ? 'open' : `held: ${held.because}` };
  }
}
