import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SendDigests } from '@radslag/reporting';
import { LOGGER, type Logger } from '@radslag/platform';
import { Repeating } from './repeating';

const EVERY_MS = 60_000;

/** Once a minute: is it morning, and has somebody not had their list? The row of the day answers, so several workers may ask. */
@Injectable()
export class DigestRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: Repeating;

  constructor(digests: SendDigests, @Inject(LOGGER) logger: Logger) {
    this.rounds = new Repeating(EVERY_MS, async () => void (await digests.execute()), (error) => logger.error({ err: error }, 'digest'));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  /** Before the database is let go. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }
}
