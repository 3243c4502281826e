import type { Provider } from '@nestjs/common';
import { Database } from '@radslag/db';
import { env, LOGGER, type Logger } from '@radslag/platform';
import type { OnRefused } from './callbacks';
import { ChangeReplyAddress, ReadReplyAddress } from './callbacks/reply-address';
import { CancelMessage } from './cancel-message';
import { passBy } from './crash-points';
import { RecordInbound, type GiveAnswer } from './inbound';
import { inboxProviders } from './inbox';
import { ReadOperators } from './read-operators';
import { ReadOutreach } from './read-outreach';
import { rulesProviders } from './policy';
import { proofProviders } from './proof';
import { ApplyReceipts, RecordReceipt } from './receipts';
import { SaveOperator } from './save-operator';
import { textProviders } from './templates';

/** How an answer by SMS is written: the API says, since it knows both outreach and conferences. */
export const GIVE_ANSWER = Symbol('GIVE_ANSWER');

/** How many of each there are is counted from the log. */
const refusedIn = (logger: Logger): OnRefused => (why, { operator, municipalityId }) => logger.warn({ code: 'hook-refused', why, operator, municipalityId }, 'what an operator posted was refused');

/** What the API needs. The pipeline is put together by the worker (`pipeline.ts`). */
export const outreachProviders: Provider[] = [
  ReadOutreach,
  CancelMessage,
  ...textProviders,
  ...rulesProviders,
  ...proofProviders,
  ...inboxProviders,
  ReadOperators,
  SaveOperator,
  { provide: RecordReceipt, useFactory: (db: Database, logger: Logger) => new RecordReceipt(db, env().keys.callback, passBy, refusedIn(logger)), inject: [Database, LOGGER] },
  { provide: RecordInbound, useFactory: (db: Database, giveAnswer: GiveAnswer, logger: Logger) => new RecordInbound(db, env().keys.callback, giveAnswer, refusedIn(logger)), inject: [Database, GIVE_ANSWER, LOGGER] },
  ReadReplyAddress,
  ChangeReplyAddress,
  {
    provide: ApplyReceipts,
    useFactory: (db: Database, logger: Logger) => new ApplyReceipts(db, (status) => logger.error({ code: 'unknown-receipt-status', status }, 'a receipt says what we do not know')),
    inject: [Database, LOGGER],
  },
];
