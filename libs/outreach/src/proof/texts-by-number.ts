import type { Tx } from '@radslag/db';
import { COUNTED, NUMBER_INDEX, WEEK_MS } from '../gate-rows';
import { GO_BETWEEN } from '../recipients';

/** When each number of a case had its texts of the last seven days: what the gate counts, with the moments kept. */
export async function textsByNumber(tx: Tx, referralId: string): Promise<Map<string, number[]>> {
  const rows = await tx.query<{ number: string; at: Date }>(
    `SELECT encode(${NUMBER_INDEX}, 'hex') AS number, coalesce(x.accepted_at, x.due_at) AS at
     FROM network_member nm ${GO_BETWEEN}
     JOIN message x ON x.municipality_id = nm.municipality_id AND x.member_id = nm.id AND ${COUNTED}
       AND x.state IN ('sending', 'accepted', 'delivered', 'unknown') AND coalesce(x.accepted_at, x.due_at) > $3
     WHERE nm.municipality_id = $1 AND nm.referral_id = $2 AND ${NUMBER_INDEX} IS NOT NULL`,
    [tx.municipalityId, referralId, new Date(tx.now.getTime() - WEEK_MS)],
  );
  const texts = new Map<string, number[]>();
  for (const { number, at } of rows) texts.set(`${referralId} ${number}`, [...(texts.get(`${referralId} ${number}`) ?? []), at.getTime()]);
  return texts;
}
