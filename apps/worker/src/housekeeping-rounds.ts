import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Housekeeping } from '@radslag/access';
import { CheckAuditChains, TellOfBreaks } from '@radslag/reporting';
import { LOGGER, type Logger } from '@radslag/platform';
import { Repeating } from './repeating';

const EVERY_MS = 60 * 60_000;

/** Once an hour: what is past its use goes; once a night the whole log is checked. Harmless in several workers at once. */
@Injectable()
export class HousekeepingRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: readonly Repeating[];

  constructor(housekeeping: Housekeeping, chains: CheckAuditChains, breaks: TellOfBreaks, @Inject(LOGGER) logger: Logger) {
    const failed = (what: string) => (error: unknown) => logger.error({ err: error }, what);
    const hourly = (what: string, work: () => Promise<unknown>) => new Repeating(EVERY_MS, async () => void (await work()), failed(what));
    this.rounds = [
      hourly('housekeeping', () => housekeeping.execute()),
      // What could not be told the hour before is told also when nothing is checked.
      hourly('audit check', () => chains.execute().finally(() => breaks.execute())),
    ];
  }

  onApplicationBootstrap(): void {
    for (const round of this.rounds) round.start();
  }

  /** Before the database is let go. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds.map((round) => round.stop()));
  }
}
