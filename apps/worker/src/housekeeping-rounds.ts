import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Housekeeping } from '@radslag/access';
import { LOGGER, type Logger } from '@radslag/platform';
import { Repeating } from './repeating';

const EVERY_MS = 60 * 60_000;

/** Once an hour: what is past its use goes. Harmless in several workers at once. */
@Injectable()
export class HousekeepingRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: Repeating;

  constructor(housekeeping: Housekeeping, @Inject(LOGGER) logger: Logger) {
    this.rounds = new Repeating(EVERY_MS, () => housekeeping.execute(), (error) => logger.error({ err: error }, 'housekeeping'));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  /** Before the database is let go. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
