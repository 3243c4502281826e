import type { Provider } from '@nestjs/common';
import { Database } from '@radslag/db';
import { env, LOGGER, type Logger } from '@radslag/platform';
import { CancelMessage } from './cancel-message';
import { RecordInbound } from './inbound';
import { ReadOutreach } from './read-outreach';
import { rulesProviders } from './policy';
import { proofProviders } from './proof';
import { ApplyReceipts, RecordReceipt } from './receipts';
import { textProviders } from './templates';

/** What the API needs. The pipeline is put together by the worker (`pipeline.ts`). */
export const outreachProviders: Provider[] = [
  ReadOutreach,
  CancelMessage,
  ...textProviders,
  ...rulesProviders,
  ...proofProviders,
  { provide: RecordReceipt, useFactory: (db: Database) => new RecordReceipt(db, env().keys.callback), inject: [Database] },
  { provide: RecordInbound, useFactory: (db: Database) => new RecordInbound(db, env().keys.callback), inject: [Database] },
  {
    provide: ApplyReceipts,
    useFactory: (db: Database, logger: Logger) => new ApplyReceipts(db, (status) => logger.error({ code: 'unknown-receipt-status', status }, 'a receipt says what we do not know')),
    inject: [Database, LOGGER],
  },
];
