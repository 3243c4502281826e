import { bannedOf, pairsOfCase } from '@radslag/access';
import type { Conference, Tx } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';
import { latestAnswers } from './latest-answers';

/** No time is set or moved for two people between whom a ban stands that nobody has decided about. Whoever has said no is not there to be met. */
export async function requireDecidedBans(tx: Tx, conference: Pick<Conference, 'id' | 'referralId'>): Promise<void> {
  const banned = bannedOf(await pairsOfCase(tx, conference.referralId), conference.id);
  if (banned.length === 0) return;
  const answers = await latestAnswers(tx, conference.id);
  const memberIds = banned.filter((id) => answers.get(id)?.answer.coming !== 'no');
  if (memberIds.length > 0) throw new RuleBroken('ban-undecided', { memberIds });
}
