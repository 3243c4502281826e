import type { Conference, Tx } from '@radslag/db';
import { askPeople } from '@radslag/outreach';

type Errand = { kind: 'callMember'; reason: string; memberId: string; urgent?: boolean };

/** Something for the case's coordinator to do about a person. */
export async function raiseTask(tx: Tx, conference: Conference, errand: Errand): Promise<void> {
  await askPeople(tx, [{ ...errand, referralId: conference.referralId, conferenceId: conference.id }]);
}
