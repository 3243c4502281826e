import type { TodayView } from '@radslag/contracts';
import type { Tx } from '@radslag/db';

type Row = { held_since: Date; because: string; ask: { name: string; phone: string | null }[] | null };

/** Nothing leaves just now, since when and why, and who of the municipality can say more; null when sending is open. */
export async function sendingHold(tx: Tx): Promise<TodayView['held']> {
  const [hold] = await tx.query<Row>(
    `SELECT h.held_since + (app_now() - now()) AS held_since, h.because, (SELECT jsonb_agg(jsonb_build_object('name', u.name, 'phone', u.phone) ORDER BY u.name)
       FROM staff_user u WHERE u.municipality_id = $1 AND u.role = 'administrator' AND u.disabled_at IS NULL) AS ask
     FROM sending_hold() h`,
    [tx.municipalityId],
  );
  if (!hold) return null;
  return { since: hold.held_since.toISOString(), because: hold.because === 'by hand' ? 'byHand' : hold.because === 'checking' ? 'checking' : 'restored', ask: hold.ask ?? [] };
}
