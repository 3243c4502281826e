import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OperatorAccount } from '@radslag/db';
import type { OperatorName } from '@radslag/domain';
import { receiptUrl, replyUrl } from '@radslag/outreach';
import { twilioSignature } from '@radslag/sms';
import type { TestDatabase } from '@radslag/testing';

/** As the settings of `startApi`. */
const KEY = Buffer.alloc(32, 7);
const CALLBACK_URL = 'http://localhost:3000';
export const TOKEN = 'ett-kontos-auth-token';

export const repliesTo = (operator: OperatorName, municipalityId: string, version = 1): string => replyUrl('', KEY, { operator, municipalityId, version });
/** What was set at every operator before each had its own: the municipality is not in it. */
export const repliesBefore = (operator: OperatorName): string => replyUrl('', KEY, { operator, municipalityId: '', version: 0 }).replace('//0/', '/');
export const receiptsTo = (operator: OperatorName, municipalityId: string, messageId: string, version = 1): string =>
  receiptUrl('', KEY, { operator, municipalityId, messageId, version }).replace('/0/', '/');

export type Posted = { payload?: string; signature?: string | null; token?: string; headers?: Record<string, string> };

/** Posts a form, signed where the operator signs. */
export function post(app: NestFastifyApplication, path: string, form: Record<string, string> | string, { signature, token = TOKEN, headers = {} }: Posted = {}) {
  const payload = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const own = path.includes('/twilio/') ? (signature === undefined ? twilioSignature(token, `${CALLBACK_URL}${path}`, new URLSearchParams(payload)) : signature) : null;
  return app.inject({ method: 'POST', url: path, headers: { 'content-type': 'application/x-www-form-urlencoded', ...(own === null ? {} : { 'x-twilio-signature': own }), ...headers }, payload });
}

export const anAccountAtTwilio = (t: TestDatabase, municipalityId: string, facts: Partial<OperatorAccount> = {}) =>
  t.db.inMunicipality(municipalityId, { kind: 'system' }, (tx) => tx.insert(OperatorAccount, { operator: 'twilio', url: null, user: `AC${'0'.repeat(32)}`, password: TOKEN, weight: 50, enabled: true, changedAt: tx.now, ...facts }));
