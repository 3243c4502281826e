import type { Database } from '@radslag/db';
import type { Bells, JobHandlers } from '@radslag/jobs';
import { passBy, type AtPoint } from './crash-points';
import { ForgetTexts } from './forget-texts';
import { claimDue, DEFAULT_CLAIM, ringDue, type ClaimSettings } from './plan-bells';
import { ApplyReceipts } from './receipts';
import { ResolveUnknown } from './resolve-unknown';
import { SendHelpAnswers } from './send-help-answers';
import { SendMessages, type SendSettings } from './send-messages';
import { Sweep, type Swept } from './sweep';
import type { Ways } from './ways';

export type PipelineParts = {
  db: Database;
  /** The operators of each municipality; `onlyWay(operator)` for one that all share. */
  ways: Ways;
  settings: SendSettings;
  claim?: ClaimSettings;
  onError?: (error: unknown) => void;
  /** Called at each named point. */
  at?: AtPoint;
};

/** claim → ring → gate → call → mark, with the parts that stand beside it. The worker, the bench and the specs use this one. */
export class Pipeline {
  readonly send: SendMessages;
  private readonly resolver: ResolveUnknown;
  private readonly sweeper: Sweep;
  private readonly forgetting: ForgetTexts;
  private readonly helping: SendHelpAnswers;
  private readonly claim: ClaimSettings;
  private readonly at: AtPoint;

  constructor(private readonly parts: PipelineParts) {
    const { db, ways, settings, onError } = parts;
    this.claim = parts.claim ?? DEFAULT_CLAIM;
    this.at = parts.at ?? passBy;
    this.send = new SendMessages(db, ways, settings, onError, this.at);
    this.resolver = new ResolveUnknown(db, ways, settings, onError, this.at);
    this.helping = new SendHelpAnswers(db, ways, settings, onError);
    this.forgetting = new ForgetTexts(db, ways, onError);
    this.sweeper = new Sweep(db, new ApplyReceipts(db, (status) => onError?.(new Error(`a receipt with the status ${status}`)), this.at), this.at);
  }

  readonly handlers: JobHandlers = {
    'messages.send': async ({ municipalityId, messages }) => {
      const { sent, skipped } = await this.send.execute(municipalityId, messages.map((message) => message.id));
      return sent > 0 ? 'sent' : `skipped:${skipped[0]?.reason ?? 'nothing'}`;
    },
  };

  /** Rings for what is due. */
  ring(bells: Bells): Promise<number> {
    return ringDue(this.parts.db, bells, this.claim, this.at);
  }

  /** Without Redis: claims what is due and sends it from here. Slower, and nobody waits for a queue that is away. */
  async dispatchFromPostgres(): Promise<number> {
    let dispatched = 0;
    for (;;) {
      const due = await claimDue(this.parts.db, { ...this.claim, limit: 100, horizonMs: 0 });
      if (due.length === 0) return dispatched;
      await this.at('claimed');
      const municipalities = new Set(due.map((message) => message.municipalityId));
      await Promise.all([...municipalities].map((id) => this.send.execute(id, due.filter((message) => message.municipalityId === id).map((message) => message.id))));
      dispatched += due.length;
    }
  }

  /** What answers a cry for help waits for no bell, and for no hold. */
  answerCries(): Promise<number> {
    return this.helping.execute();
  }

  sweep(): Promise<Swept | null> {
    return this.sweeper.execute();
  }

  /** Makes operators forget the texts of what has ended. */
  forget(): Promise<number> {
    return this.forgetting.execute();
  }

  /** Asks the operator about calls that nobody saw the end of. */
  resolve(): Promise<number> {
    return this.resolver.execute();
  }
}
