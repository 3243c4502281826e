import { WorryRow, type Tx } from '@radslag/db';
import type { ToldWorry } from '@radslag/domain';
import { addFamilyTask, type AboutWhom } from './family-task';
import { noteWishAboutCalls } from './wish-about-calls';

/**
 * Somebody is worried about meeting someone: it is kept, and the coordinator is asked at once. Said again while it waits it is the
 * same worry; `since`: what was said at that time or later has been told already (an answer carries it along when something else is
 * changed).
 */
export async function tellOfWorry(tx: Tx, about: AboutWhom, said: ToldWorry, since?: Date | null): Promise<void> {
  await noteWishAboutCalls(tx, about.memberId, said);
  const known = await tx.query(
    `SELECT 1 FROM worry WHERE municipality_id = $1 AND member_id = $2 AND conference_id = $3 AND said = $4 AND (answered_at IS NULL OR told_at >= $5) LIMIT 1`,
    [tx.municipalityId, about.memberId, about.conferenceId, said, since === undefined ? tx.now : (since ?? new Date(0))],
  );
  if (known.length > 0) return;
  await tx.insert(WorryRow, { ...about, said, toldAt: tx.now, answeredAt: null, answeredBy: null, measure: null, note: null });
  await addFamilyTask(tx, about, { kind: 'worried', reason: said, urgent: true });
  tx.announce({ referralId: about.referralId, conferenceId: about.conferenceId, what: 'worry' });
}
