import type { Database } from '@radslag/db';
import { smtpWay } from '@radslag/mail';
import { OperatorWays } from '@radslag/outreach';
import type { Env } from '@radslag/platform';
import { ElksOperator, httpCaller } from '@radslag/sms';
import type { Trial } from './pace';

/** All accounts share the kept connections: there is one pair of addresses, however many municipalities. */
export function waysOut(settings: Env, db: Database, { callTimeoutMs: timeoutMs }: Trial = {}): OperatorWays {
  const caller = httpCaller();
  return new OperatorWays({
    db, caller, timeoutMs, fallback: new ElksOperator({ ...settings.sms, timeoutMs }, caller), urls: { '46elks': settings.sms.url, twilio: settings.sms.twilioUrl }, email: smtpWay(settings.smtp.url, timeoutMs),
  });
}
