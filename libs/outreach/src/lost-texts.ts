import type { Database, Tx } from '@radslag/db';
import { parsePhone } from '@radslag/domain';
import type { Carrier, SmsOnRecord } from '@radslag/sms';
import { askPeople } from './human-tasks';
import { supersede } from './supersede';
import type { Ways } from './ways';

const SYSTEM = { kind: 'system' } as const;
/** Our clock and the operators' are not the same one. What the database knows is left out by its id, so too early costs nothing. */
const WINDOW_MS = 10 * 60_000;

/**
 * Numbers that were texted after the moment up to which this database remembers, by texts that no row of any municipality
 * knows: the life that was lost wrote to them. Every account is asked, outside any transaction; one that cannot be asked throws,
 * unless somebody hears of it.
 */
export async function numbersTextedSince(db: Database, ways: Ways, since: Date, onDeaf?: (error: unknown) => void): Promise<string[]> {
  const municipalities = await db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id');
  const window = { since: new Date(since.getTime() - WINDOW_MS), until: new Date((await db.now()).getTime() + WINDOW_MS) };
  const records = new Map<Carrier, readonly SmsOnRecord[]>();
  for (const { id } of municipalities) {
    for (const carrier of (await ways.of(id)).askable()) if (!records.has(carrier)) records.set(carrier, await recordOf(carrier, window, onDeaf));
  }
  const unknown = new Map([...records.values()].flat().map((sms) => [sms.operatorMessageId, sms.to]));
  for (const { id } of municipalities) {
    if (unknown.size === 0) break;
    const known = await db.inMunicipality(id, SYSTEM, (tx) => tx.query<{ known: string }>(
      `SELECT operator_message_id AS known FROM message WHERE municipality_id = $1 AND operator_message_id = ANY($2)
       UNION SELECT operator_message_id FROM message_attempt WHERE municipality_id = $1 AND operator_message_id = ANY($2)
       UNION SELECT operator_message_id FROM help_answer WHERE municipality_id = $1 AND operator_message_id = ANY($2)
       UNION SELECT operator_message_id FROM receipt_inbox WHERE municipality_id = $1 AND operator_message_id = ANY($2)`,
      [id, [...unknown.keys()]],
    ));
    for (const row of known) unknown.delete(row.known);
  }
  return [...new Set(unknown.values())];
}

async function recordOf(carrier: Carrier, window: { since: Date; until: Date }, onDeaf?: (error: unknown) => void): Promise<readonly SmsOnRecord[]> {
  try {
    return await carrier.history!(window);
  } catch (error) {
    if (!onDeaf) throw error;
    onDeaf(error);
    return [];
  }
}

/**
 * Whether the operators know of a text that no row does, to the number of somebody here. An account may carry other services'
 * texts too; and what was in doubt when the silence began is looked for by number and time, and proves nothing.
 */
export async function anyTextLost(db: Database, ways: Ways, since: Date, onDeaf?: (error: unknown) => void): Promise<boolean> {
  const numbers = await numbersTextedSince(db, ways, since, onDeaf);
  if (numbers.length === 0) return false;
  for (const { id } of await db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id')) {
    const ours = await db.inMunicipality(id, SYSTEM, (tx) => tx.query(
      `SELECT 1 FROM network_member nm WHERE nm.municipality_id = $1 AND nm.phone_index = ANY($2) AND NOT EXISTS (
         SELECT 1 FROM message x JOIN message_attempt a ON a.municipality_id = x.municipality_id AND a.message_id = x.id
         WHERE x.municipality_id = $1 AND x.state IN ('sending', 'unknown') AND a.to_index = nm.phone_index)
         AND NOT EXISTS (SELECT 1 FROM help_answer h WHERE h.municipality_id = $1 AND h.number_index = nm.phone_index AND (h.ended_at IS NULL OR h.attempts > 1)) LIMIT 1`,
      [id, numbers.map((number) => tx.keys.blindIndex('phone', parsePhone(number) ?? number))],
    ));
    if (ours.length > 0) return true;
  }
  return false;
}

/**
 * What these people were told is not known any more: a reminder of what the database believes may be of a time that no longer
 * holds. Nothing planned is sent to them, and somebody calls.
 */
export async function callInstead(tx: Tx, numbers: readonly string[]): Promise<number> {
  if (numbers.length === 0) return 0;
  const people = await tx.query<{ referral_id: string; member_id: string; conference_id: string | null }>(
    `SELECT nm.referral_id, nm.id AS member_id, c.id AS conference_id FROM network_member nm
     LEFT JOIN network_member d ON d.municipality_id = nm.municipality_id AND d.id = nm.delegate_id
     LEFT JOIN (invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id AND c.state IN ('planning', 'polling', 'confirmed', 'inProgress'))
       ON i.municipality_id = nm.municipality_id AND i.member_id = nm.id AND i.revoked_at IS NULL
     WHERE nm.municipality_id = $1 AND nm.removed_at IS NULL AND (nm.phone_index = ANY($2) OR d.phone_index = ANY($2)) ORDER BY nm.id, c.id`,
    [tx.municipalityId, numbers.map((number) => tx.keys.blindIndex('phone', parsePhone(number) ?? number))],
  );
  const members = [...new Set(people.map((row) => row.member_id))];
  for (const memberId of members) await supersede(tx, { memberId }, 'restored');
  await askPeople(tx, people.map((row) => ({ kind: 'callMember' as const, referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, reason: 'restored', urgent: true })));
  return members.length;
}
