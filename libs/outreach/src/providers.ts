import type { Provider } from '@nestjs/common';
import { Database } from '@radslag/db';
import { env, LOGGER, type Logger } from '@radslag/platform';
import { CancelMessage } from './cancel-message';
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
  { provide: RecordReceipt, useFactory: (db: Database) => new RecordReceipt(db, env().keys.callback), inject: [Database] },
  { provide: RecordInbound, useFactory: (db: Database, giveAnswer: GiveAnswer) => new RecordInbound(db, env().keys.callback, giveAnswer), inject: [Database, GIVE_ANSWER] },
  {
    provide: ApplyReceipts,
    useFactory: (db: Database, logger: Logger) => new ApplyReceipts(db, (status) => logger.error({ code: 'unknown-receipt-status', status }, 'a receipt says what we do not know')),
    inject: [Database, LOGGER],
  },
];
