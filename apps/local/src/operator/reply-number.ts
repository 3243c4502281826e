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
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM municipality WHERE sms_number = $1', [number]);
  const municipalityId = rows[0]?.id;
  if (municipalityId === undefined) return undefined;
  return replyUrl(callbackUrl, callbackKey, { operator, municipalityId, version: await versionInUseAt(owner, municipalityId, operator) });
}

/** Read behind the wall of the municipality: the owner, too, sees nothing of one that it has not named. */
async function versionInUseAt(owner: Pool, municipalityId: string, operator: OperatorName): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.municipality', $1, true)`, [municipalityId]);
    const { rows } = await client.query<{ version: number }>('SELECT version FROM callback_address WHERE operator = $1 AND heard_until IS NULL', [operator]);
    await client.query('COMMIT');
    return rows[0]?.version ?? 1;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
