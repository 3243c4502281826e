import type { TodayView } from '@radslag/contracts';
import type { Tx } from '@radslag/db';
import type { CalendarDate } from '@radslag/domain';
import type { ListedCase } from '../cases/case-summary';

type Row = { id: string; referral_id: string; starts_local: string; ends_local: string | null; venue_name: Buffer | null };

/** Where to be today: the conferences that have a time on the wall of this day. */
export async function agendaOf(tx: Tx, cases: readonly ListedCase[], today: CalendarDate): Promise<TodayView['agenda']> {
  const summaries = new Map(cases.map(({ summary }) => [summary.id, summary]));
  const rows = await tx.query<Row>(
    `SELECT id, referral_id, starts_local, ends_local, venue_name FROM conference
     WHERE municipality_id = $1 AND referral_id = ANY($2) AND state IN ('confirmed', 'inProgress', 'held') AND left(starts_local, 10) = $3
     ORDER BY starts_local, id`,
    [tx.municipalityId, [...summaries.keys()], today],
  );
  return rows.map((row) => ({
    conferenceId: row.id,
    referralId: row.referral_id,
    initials: summaries.get(row.referral_id)?.initials ?? '',
    reference: summaries.get(row.referral_id)?.reference ?? '',
    startsLocal: row.starts_local,
    endsLocal: row.ends_local ?? row.starts_local,
    venue: tx.read('conference', row.id, 'venue_name', row.venue_name) ?? '',
  }));
}
