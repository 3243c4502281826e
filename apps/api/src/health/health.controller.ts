import { Controller, Get, Inject, SetMetadata } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { route } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { answers } from '@radslag/jobs';
import { AppError } from '@radslag/platform';
import { ROUTE } from '../binding';
import { REDIS } from '../session/sign-in-throttle';

export const liveRoute = route('live', { method: 'GET', path: '/health/live', tag: 'health', summary: 'The process answers', access: { public: 'A load balancer asks; the answer holds nothing.' }, produces: 'application/json' });
export const readyRoute = route('ready', { method: 'GET', path: '/health/ready', tag: 'health', summary: 'The database answers', access: { public: 'A load balancer asks; the answer holds nothing.' }, produces: 'application/json' });

@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  @SetMetadata(ROUTE, liveRoute)
  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** Redis down is said but does not take the API out of rotation: it only rings bells (DESIGN §6). */
  @SetMetadata(ROUTE, readyRoute)
  @Get('ready')
  async ready() {
    const [database, redis] = await Promise.all([this.db.answers(), answers(this.redis)]);
    if (!database) throw new AppError('unavailable', 503);
    return { status: 'ready', redis: redis ? 'up' : 'down' };
  }
}
