import type { Tx } from '@radslag/db';
import { parsePhone, type FamilyLanguage } from '@radslag/domain';
import type { PersonOfNumber } from './inbound-people';

/** The same text again so soon would tell nothing new; and two machines that answer each other must come to an end. */
const AGAIN_AFTER_MS = 5 * 60_000;
const MOST_PER_DAY = 12;
/** To numbers that are nobody's: somebody may write from ever new ones to make us send. People that we know are never among these. */
const MOST_TO_STRANGERS_PER_HOUR = 200;
const HOUR_MS = 3_600_000;

export type Cry = { inboundId: string; sender: string; numberIndex: Buffer; people: readonly PersonOfNumber[] };

/**
 * An answer to somebody's own cry for help: with 112 and whom to call, to the number that wrote and no other. Nothing stops it: no
 * STOP, no cap, no hour, no hold, and it needs neither consent nor invitation, nor that anybody knows whose the number is.
 */
export async function answerCry(tx: Tx, { inboundId, sender, numberIndex, people }: Cry): Promise<void> {
  // 'PostNord' cannot be answered.
  if (parsePhone(sender) === null) return;
  const [before] = await tx.query<{ last: Date | null; today: number; strangers: number }>(
    `SELECT max(created_at) FILTER (WHERE number_index = $2 AND state <> 'failed') AS last, count(*) FILTER (WHERE number_index = $2)::integer AS today,
            count(*) FILTER (WHERE created_at > $4 AND referral_id IS NULL)::integer AS strangers
     FROM help_answer WHERE municipality_id = $1 AND created_at > $3`,
    [tx.municipalityId, numberIndex, new Date(tx.now.getTime() - 24 * HOUR_MS), new Date(tx.now.getTime() - HOUR_MS)],
  );
  const { last, today, strangers } = before!;
  if ((last !== null && tx.now.getTime() - last.getTime() < AGAIN_AFTER_MS) || today >= MOST_PER_DAY) return;
  if (people.length === 0 && strangers >= MOST_TO_STRANGERS_PER_HOUR) return;
  const cases = [...new Set(people.map((person) => person.referralId))];
  await tx.query(
    `INSERT INTO help_answer (municipality_id, id, inbound_id, referral_id, number_index, language, state, attempts, lease_until, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'due', 0, $7, $7) ON CONFLICT DO NOTHING`,
    [tx.municipalityId, tx.newId(), inboundId, cases.length === 1 ? cases[0] : null, numberIndex, languageOf(people), tx.now],
  );
}

/** Of those behind the number when they have one in common; else the country's. */
function languageOf(people: readonly PersonOfNumber[]): FamilyLanguage {
  const languages = new Set(people.map((person) => person.language));
  return languages.size === 1 ? people[0]!.language : 'sv';
}
