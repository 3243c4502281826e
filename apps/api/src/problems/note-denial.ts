import type { Database } from '@radslag/db';
import { actorOf } from '@radslag/access';
import type { ApiRequest } from '../binding';

/** By role, by assignment, by the wall between municipalities; what does not exist is denied in the same words, and noted in the same way. */
const DENIED = ['not-allowed', 'not-found'];

/**
 * A denied access is an entry of the log as much as an allowed one: who, what and when. In a transaction of its own, since that
 * of the request has been undone. The id is the one that was asked for, whose-ever it is; a case is only named when it is this municipality's.
 */
export async function noteDenial(db: Database, request: ApiRequest, code: string): Promise<void> {
  const staff = request.session?.staff;
  if (staff === undefined || !DENIED.includes(code)) return;
  const ids = Object.entries((request.params ?? {}) as Record<string, unknown>).filter(([, value]) => typeof value === 'string' && UUID.test(value)) as [string, string][];
  const [name, id] = ids.at(-1) ?? [];
  const referralId = ids.find(([key]) => key === 'referralId')?.[1];
  await db.inMunicipality(staff.municipalityId, actorOf(staff), async (tx) => {
    const ours = referralId === undefined ? [] : await tx.query('SELECT 1 FROM referral WHERE municipality_id = $1 AND id = $2', [staff.municipalityId, referralId]);
    tx.audit('access.denied', { ...(name === undefined ? {} : { entity: entityOf(name), entityId: id }), ...(ours.length > 0 ? { referralId } : {}) });
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** `planActionId` → plan_action. */
const entityOf = (parameter: string): string => parameter.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
