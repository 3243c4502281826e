import { banOf, type CasePairs } from '@radslag/access';
import { STANDING_ANSWER, type Tx } from '@radslag/db';
import { NAGGING_KINDS, SWEDISH_ZONE, instantOf, usableChannels, type ActionState, type Coming, type ConferenceState, type PermittedHours, type SentChannel } from '@radslag/domain';
import type { AtTheGate } from './gate-rules';
import { FACTS_COLUMNS, FACTS_JOINS, type FactsRow } from './message-facts';
import { HELD_KINDS } from './wake-held';
import { CONSENT_HOLDS, GO_BETWEEN, NUMBER_OF, REACH_COLUMNS, reachOf, WILLING_GO_BETWEEN, type ReachRow } from './recipients';

/** One message with all that the verdict rests on, locked. */
export type GateRow = FactsRow & ReachRow & {
  id: string; referral_id: string; conference_id: string; member_id: string; schedule_version: number; due_at: Date; not_after: Date; row_channel: SentChannel; attempts: number; operator: string | null;
  phone: Buffer | null; phone_owner: string; number_index: Buffer | null; email: Buffer | null; removed: boolean; protected: boolean;
  hours_from: string | null; hours_to: string | null; not_before: string | null;
  consent_holds: boolean; conference_state: ConferenceState; current_version: number; revoked: boolean; expires_at: Date; invited: boolean; plan_readable: boolean; coming: Coming | null;
  action_state: ActionState | null; struck: boolean; worry_open: boolean; sms_sender: string; email_from: string | null; number_mine: boolean;
};

export const NUMBER_INDEX = `CASE WHEN nm.delegate_id IS NULL THEN nm.phone_index ELSE d.phone_index END`;
const GATE_COLUMNS = `m.id, m.referral_id, m.conference_id, m.member_id, m.schedule_version, m.due_at, m.not_after, m.channel AS row_channel, m.attempts, m.operator, ${FACTS_COLUMNS},
            ${NUMBER_OF} AS phone, coalesce(nm.delegate_id, nm.id) AS phone_owner, ${NUMBER_INDEX} AS number_index, nm.email,
            nm.removed_at IS NOT NULL AS removed, nm.protected, ${REACH_COLUMNS}, nm.hours_from, nm.hours_to, nm.not_before::text AS not_before,
            c.state AS conference_state, c.schedule_version AS current_version, ${CONSENT_HOLDS('co')} AS consent_holds,
            i.revoked_at IS NOT NULL AS revoked, i.expires_at, i.sent_at IS NOT NULL AS invited, a.state AS action_state, a.struck_at IS NOT NULL AS struck,
            m.kind IN (${HELD_KINDS.map((kind) => `'${kind}'`).join(', ')}) AND EXISTS (SELECT 1 FROM open_worries(m.municipality_id, m.referral_id)) AS worry_open,
            m.kind = 'planReady' AND EXISTS (SELECT 1 FROM plan_release l JOIN family_plan fp ON fp.municipality_id = l.municipality_id AND fp.id = l.plan_id AND fp.conference_id = m.conference_id
              AND fp.state IN ('accepted', 'acceptedWithConditions') WHERE l.municipality_id = m.municipality_id AND l.member_id = m.member_id AND l.withdrawn_at IS NULL) AS plan_readable,
            mu.sms_sender, mu.email_from,
            CASE WHEN m.kind IN ('answerReminder', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours') THEN
              (SELECT sa.coming FROM (${STANDING_ANSWER('i', 'c')}) sa) END AS coming`;
const GATE_TABLES = `FROM message m
     JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id
     JOIN conference c ON c.municipality_id = m.municipality_id AND c.id = m.conference_id
     JOIN invitation i ON i.municipality_id = m.municipality_id AND i.id = m.invitation_id
     JOIN consent co ON co.municipality_id = m.municipality_id AND co.id = m.consent_id ${FACTS_JOINS} ${WILLING_GO_BETWEEN}`;

/** Everything unsent of a case as the gate would see it now, unlocked: for the proof list, which tells what the gate will say. */
export function rowsAhead(tx: Tx, referralId: string): Promise<RowAhead[]> {
  return tx.query<RowAhead>(
    `SELECT ${GATE_COLUMNS}, true AS number_mine, co.valid_until::text AS consent_until, m.lease_until
     ${GATE_TABLES} WHERE m.municipality_id = $1 AND m.referral_id = $2 AND m.state IN ('planned', 'held', 'queued')`,
    [tx.municipalityId, referralId],
  );
}
export type RowAhead = GateRow & { consent_until: string | null; lease_until: Date | null };

/**
 * Rows that are locked are left (SKIP LOCKED on all that the verdict rests on): a gate that never waits can take part in no
 * deadlock with a move or a removal, and what is being changed right now is looked at when the change is done. Two gates
 * never judge the same number in the same case at once: the cap would be passed between them.
 */
export async function lockRows(tx: Tx, ids: readonly string[]): Promise<GateRow[]> {
  // Eleven tables: trying every order of joining them takes ten times as long as reading the rows. The order written is the right one.
  await tx.query('SET LOCAL join_collapse_limit = 1');
  const rows = await tx.prepared<GateRow>(
    'outreach-gate',
    `SELECT ${GATE_COLUMNS},
            CASE WHEN m.channel = 'sms' THEN pg_try_advisory_xact_lock(hashtextextended(m.referral_id::text || encode(${NUMBER_INDEX}, 'hex'), 0)) END IS NOT FALSE AS number_mine
     ${GATE_TABLES}
     WHERE m.municipality_id = $1 AND m.id = ANY($2) AND m.state = 'queued'
     ORDER BY m.id FOR UPDATE OF m SKIP LOCKED FOR SHARE OF nm, c, i, co SKIP LOCKED`,
    [tx.municipalityId, ids],
  );
  return withGoBetweens(tx, rows.filter((row) => row.number_mine));
}

/**
 * The go-between and their consent come by outer joins, which nothing can be locked through: they are locked here, as they
 * are now. Rows whose go-between is being changed, or no longer is what was read, are left like any other that is.
 */
async function withGoBetweens(tx: Tx, rows: GateRow[]): Promise<GateRow[]> {
  const served = rows.filter((row) => row.phone !== null && row.phone_owner !== row.member_id);
  if (served.length === 0) return rows;
  const held = await tx.query<{ id: string; phone_index: Buffer | null }>(
    `SELECT d.id, d.phone_index FROM network_member d JOIN consent dc ON dc.municipality_id = d.municipality_id AND dc.member_id = d.id AND dc.purpose = 'contact'
     WHERE d.municipality_id = $1 AND d.id = ANY($2) AND d.removed_at IS NULL AND NOT d.protected AND NOT d.no_sms AND ${CONSENT_HOLDS('dc')} FOR SHARE OF d, dc SKIP LOCKED`,
    [tx.municipalityId, [...new Set(served.map((row) => row.phone_owner))]],
  );
  return rows.filter((row) => !served.includes(row) || held.some(({ id, phone_index }) => id === row.phone_owner && phone_index !== null && row.number_index?.equals(phone_index)));
}

/** An hour short of seven days: what goes at the same hour every week is not held against last week's, whichever second each left. */
export const WEEK_MS = 7 * 86_400_000 - 3_600_000;

/** What tells somebody that a time is set, moved or cancelled takes no reminder's place: only what we trouble them with counts. */
export const COUNTED = `x.channel = 'sms' AND x.kind IN (${NAGGING_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** Texts of seven days by case and number. Read after `lockRows`, in a statement of its own: another gate's are then seen. */
export async function textsOfTheWeek(tx: Tx, rows: readonly GateRow[]): Promise<Map<string, number>> {
  const texts = rows.filter((row) => row.row_channel === 'sms' && row.number_index !== null);
  if (texts.length === 0) return new Map();
  const counts = await tx.prepared<{ referral_id: string; number: string; n: number }>(
    'outreach-texts-of-the-week',
    `SELECT nm.referral_id, encode(${NUMBER_INDEX}, 'hex') AS number, count(*)::integer AS n
     FROM network_member nm ${GO_BETWEEN}
     JOIN message x ON x.municipality_id = nm.municipality_id AND x.member_id = nm.id AND ${COUNTED}
       AND x.state IN ('sending', 'accepted', 'delivered', 'unknown') AND coalesce(x.accepted_at, x.due_at) > $3
     WHERE nm.municipality_id = $1 AND nm.referral_id = ANY($2) AND ${NUMBER_INDEX} = ANY($4)
     GROUP BY 1, 2`,
    [tx.municipalityId, [...new Set(texts.map((row) => row.referral_id))], new Date(tx.now.getTime() - WEEK_MS), texts.map((row) => row.number_index)],
  );
  return new Map(counts.map((row) => [`${row.referral_id} ${row.number}`, row.n]));
}

export const numberOf = (row: GateRow): string => `${row.referral_id} ${row.number_index?.toString('hex') ?? ''}`;

export const ownHours = (row: GateRow): PermittedHours | null => (row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to });

/** As it was planned if that way is still open, else by the first one that is. */
export function wayOf(row: GateRow): { by: SentChannel | null; closed: AtTheGate['member']['closed'] } {
  const open = usableChannels(reachOf(row)).filter((channel): channel is SentChannel => channel === 'sms' || channel === 'email');
  const closed = row.row_channel === 'email' ? 'noEmail' : !row.no_sms && (row.channel === 'sms' || row.other_channels.includes('sms')) ? 'noNumber' : 'noSms';
  return { by: open.includes(row.row_channel) ? row.row_channel : (open[0] ?? null), closed };
}

export function atTheGate(row: GateRow, texts: AtTheGate['texts'], pairs: CasePairs | undefined): AtTheGate {
  return {
    kind: row.kind, dueAt: row.due_at, notAfter: row.not_after, plannedVersion: row.schedule_version,
    conference: { state: row.conference_state, version: row.current_version },
    member: { removed: row.removed, protected: row.protected, ...wayOf(row), contactFrom: row.not_before === null ? null : instantOf({ local: `${row.not_before}T00:00`, zone: SWEDISH_ZONE }) },
    consentHolds: row.consent_holds,
    banUndecided: pairs !== undefined && banOf(pairs, row.conference_id, row.member_id) !== null,
    invitation: { revoked: row.revoked, expiresAt: row.expires_at, sent: row.invited },
    planReadable: row.plan_readable,
    coming: row.coming,
    action: row.action_state === null ? null : { state: row.action_state, struck: row.struck },
    worryOpen: row.worry_open,
    texts,
  };
}
