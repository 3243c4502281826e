import { ProposedTime, type Conference, type Tx } from '@radslag/db';
import { rangeKey, type TimeRange } from './time-range';

type HasTime = Pick<Conference, 'id' | 'startsLocal' | 'endsLocal'>;

/** The row of the time that is set, which the answers about it hang on; null while there is none. */
export async function timeThatIsSet(tx: Tx, conference: HasTime): Promise<ProposedTime | null> {
  const { id: conferenceId, startsLocal, endsLocal } = conference;
  return startsLocal === null || endsLocal === null ? null : rowOf(tx, conferenceId, { startsLocal, endsLocal });
}

/** A time is the same as long as day and hours are: moved back to, it has the answers that it had. */
export async function rowOf(tx: Tx, conferenceId: string, range: TimeRange): Promise<ProposedTime> {
  const known = await tx.findOne(ProposedTime, { conferenceId, startsLocal: range.startsLocal, endsLocal: range.endsLocal });
  return known ?? tx.insert(ProposedTime, { conferenceId, startsLocal: range.startsLocal, endsLocal: range.endsLocal, polled: false, withdrawnAt: null });
}

/** The new time gets a row for its answers. The one before keeps its own while there are any; if nobody was asked about it, it is withdrawn. */
export async function replaceSetTime(tx: Tx, conference: HasTime, to: TimeRange): Promise<void> {
  const before = await timeThatIsSet(tx, conference);
  if (before !== null && !before.polled && rangeKey(before) !== rangeKey(to) && !(await hasAnswers(tx, before.id))) await tx.update(ProposedTime, before.id, { withdrawnAt: tx.now });
  const now = await rowOf(tx, conference.id, to);
  if (now.withdrawnAt !== null) await tx.update(ProposedTime, now.id, { withdrawnAt: null });
}

async function hasAnswers(tx: Tx, timeId: string): Promise<boolean> {
  const [row] = await tx.query<{ asked: boolean }>('SELECT EXISTS (SELECT 1 FROM answer_time WHERE municipality_id = $1 AND proposed_time_id = $2) AS asked', [tx.municipalityId, timeId]);
  return row!.asked;
}
