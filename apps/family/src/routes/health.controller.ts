import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '@radslag/db';

@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('live') live() {
    return { live: true };
  }

  /** Redis is not asked: without it the guesses are counted here, and everything else goes on. */
  @Get('ready') async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const ready = await this.db.answers();
    if (!ready) reply.status(503);
    return { ready };
  }
}
