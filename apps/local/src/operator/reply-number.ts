import type { Pool } from 'pg';
import type { OperatorName } from '@radslag/domain';
import { replyUrl } from '@radslag/outreach';
import { isE164 } from './form';

/** Where a reply goes when nobody says: the last of the series of numbers that belong to nobody. */
export const NOBODY = '+46701740699';

/**
 * A real phone cannot answer a text sender at all. Here it can, so that the way back can be tried: the reply goes to the
 * number of the municipality that uses the sender.
 */
export async function replyNumber(sender: string | undefined, municipalityNumber: (sender: string) => Promise<string | undefined>): Promise<string> {
  if (sender === undefined) return NOBODY;
  if (isE164(sender)) return sender;
  return (await municipalityNumber(sender)) ?? NOBODY;
}

export async function municipalityNumber(owner: Pool, sender: string): Promise<string | undefined> {
  const asked = await owner
    .query<{ sms_number: string }>('select sms_number from municipality where sms_sender = $1 and sms_number is not null order by id limit 1', [sender])
    .catch(() => undefined);
  return asked?.rows[0]?.sms_number;
}

export type Hooks = { readonly callbackUrl: string; readonly callbackKey: Buffer };

/** What an administrator would have set at the operator for the number: the address in use. None: the number is nobody's. */
export async function addressSetAtOperator(owner: Pool, { callbackUrl, callbackKey }: Hooks, operator: OperatorName, number: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ id: string; version: number }>(
    `select m.id, coalesce((select a.version from callback_address a where a.municipality_id = m.id and a.operator = $2 and a.heard_until is null), 1) as version from municipality m where m.sms_number = $1`,
    [number, operator],
  );
  return rows[0] && replyUrl(callbackUrl, callbackKey, { operator, municipalityId: rows[0].id, version: rows[0].version });
}
