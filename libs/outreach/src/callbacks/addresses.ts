import { CallbackAddress, type Tx } from '@radslag/db';
import { changeOverEnds, versionInUse, type OperatorName } from '@radslag/domain';

const HOUR_MS = 60 * 60_000;

export const addressesOf = (tx: Tx, operator: OperatorName): Promise<CallbackAddress[]> => tx.find(CallbackAddress, { operator }, { order: { version: 'ASC' } });

/** The number of the address that each operator is given with a text. */
export async function versionsInUse(tx: Tx): Promise<(operator: string) => number> {
  const known = await tx.find(CallbackAddress);
  return (operator) => versionInUse(known.filter((one) => one.operator === operator));
}

/** Another takes over; the one that was in use is heard for a while. */
export async function changeAddress(tx: Tx, operator: OperatorName): Promise<void> {
  await writeDown(tx, operator, versionInUse(await addressesOf(tx, operator)));
  // Of two who ask at once the second waits here, and finds the first one's.
  await tx.query('SELECT id FROM callback_address WHERE municipality_id = $1 AND operator = $2 AND heard_until IS NULL FOR UPDATE', [tx.municipalityId, operator]);
  const before = versionInUse(await addressesOf(tx, operator));
  await tx.query('UPDATE callback_address SET heard_until = $3 WHERE municipality_id = $1 AND operator = $2 AND heard_until IS NULL', [tx.municipalityId, operator, changeOverEnds(tx.now)]);
  await writeDown(tx, operator, before + 1);
}

/** No more is heard of what came before: it has been changed at the operator, or somebody else has it. */
export const endChangeOver = (tx: Tx, operator: OperatorName): Promise<unknown> =>
  tx.query('UPDATE callback_address SET heard_until = $3 WHERE municipality_id = $1 AND operator = $2 AND heard_until > $3', [tx.municipalityId, operator, tx.now]);

/** A reply came this way, told within an hour: whoever looks after the accounts sees which address is set at the operator. */
export async function noteHeard(tx: Tx, operator: OperatorName, version: number): Promise<void> {
  await writeDown(tx, operator, version);
  const [noted] = await tx.query(
    'UPDATE callback_address SET heard_at = $4 WHERE municipality_id = $1 AND operator = $2 AND version = $3 AND (heard_at IS NULL OR heard_at < $5) RETURNING id',
    [tx.municipalityId, operator, version, tx.now, new Date(tx.now.getTime() - HOUR_MS)],
  );
  if (noted !== undefined) tx.announce({ what: 'operators' });
}

/** The secret was right and it was not taken all the same. */
export async function noteRefused(tx: Tx, operator: OperatorName, version: number): Promise<void> {
  await tx.query('UPDATE callback_address SET refused = refused + 1, refused_at = $4 WHERE municipality_id = $1 AND operator = $2 AND version = $3', [tx.municipalityId, operator, version, tx.now]);
  tx.announce({ what: 'operators' });
}

export const writeDown = (tx: Tx, operator: OperatorName, version: number): Promise<unknown> =>
  tx.query(
    `INSERT INTO callback_address (municipality_id, id, operator, version, made_at) SELECT m.id, $2, $3, $4, $5 FROM municipality m WHERE m.id = $1 AND $4 > 0 ON CONFLICT DO NOTHING`,
    [tx.municipalityId, tx.newId(), operator, version, tx.now],
  );
