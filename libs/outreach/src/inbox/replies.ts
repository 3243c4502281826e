import { privateTimesOf, type PrivateTime, type StaffAccess } from '@radslag/access';
import type { InboxItem } from '@radslag/contracts';
import type { Tx } from '@radslag/db';
import { formatPhone, initialsOf, joinNames, maskLinks, NO_CONTACT, shortName, type HandledHow, type InboundKind, type NoContact, type ReplyMeaning, type UnclearReason } from '@radslag/domain';
import { contactRefusals } from '../contact-gate';

/** A reply with the cases of it that the reader may know of: through the row's own case, or through the tasks it made there. */
export type ReplyRow = {
  id: string; kind: InboundKind; said: ReplyMeaning | null; unclear: UnclearReason | null; urgent: boolean; received_at: Date; sender: Buffer; text: Buffer; note: Buffer | null;
  callees: string[] | null; referral_id: string | null; conference_id: string | null; member_id: string | null; handled_at: Date | null; handled_how: HandledHow | null; handled_by: string | null; waits: boolean; settled_at: Date | null;
  given_name: Buffer | null; family_name: Buffer | null; relation: Buffer | null; protected: boolean | null; answered_by_itself: boolean;
  mine: { referralId: string; conferenceId: string | null; reference: string }[];
};

/**
 * Need to know: the coordinator of the case, and managers. A social worker is no part of it, and the referrer learns nothing
 * from here. What nobody knows whose it is, every coordinator and manager of the municipality may see. `$2` is the reader.
 */
const myCases = (staff: StaffAccess): string => (staff.role === 'manager' ? '$2::uuid IS NOT NULL' : staff.role === 'coordinator' ? 'r.coordinator_id = $2' : '$2::uuid IS NULL');

/** A number may stand for people in several cases: settled in one of them, it still waits in the others. */
const WAITS = `(i.handled_at IS NULL AND (i.kind = 'unknownNumber' OR coalesce(mine.waits, false)))`;

/** Everybody whose own number it is, those taken out included: whoever of them is not to be called is reason enough. */
const CALLEES = `(SELECT array_agg(o.id) FROM network_member o WHERE o.municipality_id = i.municipality_id AND o.phone_index = i.sender_index) AS callees`;

const COLUMNS = `i.id, ${CALLEES}, i.kind, i.said, i.unclear, i.urgent, i.received_at, i.sender, i.text, i.note, i.referral_id, i.conference_id, i.member_id, i.handled_at, i.handled_how,
  u.name AS handled_by, nm.given_name, nm.family_name, nm.relation, nm.protected, coalesce(mine.cases, '[]'::jsonb) AS mine,
  ${WAITS} AS waits, coalesce(i.handled_at, mine.done_at) AS settled_at,
  EXISTS (SELECT 1 FROM message m WHERE m.municipality_id = i.municipality_id AND m.idempotency_key = 'autoReply:' || i.id::text AND m.state IN ('accepted', 'delivered'))
    OR EXISTS (SELECT 1 FROM help_answer h WHERE h.municipality_id = i.municipality_id AND h.inbound_id = i.id AND h.state = 'accepted') AS answered_by_itself`;

const JOINS = (staff: StaffAccess): string => `
  LEFT JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id
  LEFT JOIN staff_user u ON u.municipality_id = i.municipality_id AND u.id = i.handled_by
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('referralId', r.id, 'reference', r.reference, 'conferenceId', of.conference_id) ORDER BY r.id) AS cases, bool_or(of.waits) AS waits, max(of.done_at) AS done_at
    FROM (SELECT i.referral_id, i.conference_id, true AS waits, NULL::timestamptz AS done_at WHERE i.referral_id IS NOT NULL
          UNION ALL
          SELECT t.referral_id, (array_agg(t.conference_id))[1], bool_or(t.done_at IS NULL), max(t.done_at) FROM task t
          WHERE i.referral_id IS NULL AND t.municipality_id = i.municipality_id AND t.inbound_message_id = i.id GROUP BY t.referral_id) AS of
    JOIN referral r ON r.municipality_id = i.municipality_id AND r.id = of.referral_id AND ${myCases(staff)}) mine ON true`;

const MOST = 200;
const KEPT_IN_SIGHT_DAYS = 30;

export async function repliesTo(tx: Tx, staff: StaffAccess, scope: 'mine' | 'unclaimed'): Promise<ReplyRow[]> {
  // What somebody has claimed since is in a case, and no longer everybody's.
  const which = scope === 'unclaimed' ? `i.kind = 'unknownNumber'` : 'mine.cases IS NOT NULL';
  return tx.query<ReplyRow>(
    `SELECT ${COLUMNS} FROM inbound_message i ${JOINS(staff)}
     WHERE i.municipality_id = $1 AND ${which} AND (${WAITS} OR i.received_at > $3)
     ORDER BY (${WAITS}) DESC, (${WAITS} AND i.urgent) DESC, CASE WHEN ${WAITS} THEN i.received_at END, i.received_at DESC, i.id LIMIT ${MOST}`,
    [tx.municipalityId, staff.userId, new Date(tx.now.getTime() - KEPT_IN_SIGHT_DAYS * 86_400_000)],
  );
}

export async function waitingFor(tx: Tx, staff: StaffAccess): Promise<{ mine: number; unclaimed: number; urgent: number }> {
  const [row] = await tx.query<{ mine: number; unclaimed: number; urgent: number }>(
    `SELECT count(*) FILTER (WHERE mine.cases IS NOT NULL)::integer AS mine, count(*) FILTER (WHERE i.kind = 'unknownNumber')::integer AS unclaimed,
            count(*) FILTER (WHERE i.urgent AND (mine.cases IS NOT NULL OR i.kind = 'unknownNumber'))::integer AS urgent
     FROM inbound_message i ${JOINS(staff)} WHERE i.municipality_id = $1 AND ${WAITS}`,
    [tx.municipalityId, staff.userId],
  );
  return row!;
}

/** The one reply, if this reader may know of it. */
export async function replyFor(tx: Tx, staff: StaffAccess, inboundId: string): Promise<ReplyRow | null> {
  const [row] = await tx.query<ReplyRow>(
    `SELECT ${COLUMNS} FROM inbound_message i ${JOINS(staff)} WHERE i.municipality_id = $1 AND i.id = $3 AND (mine.cases IS NOT NULL OR (i.kind = 'unknownNumber' AND $2::uuid IS NOT NULL))`,
    [tx.municipalityId, staff.userId, inboundId],
  );
  return row ?? null;
}

export async function toInboxItems(tx: Tx, staff: StaffAccess, rows: readonly ReplyRow[]): Promise<InboxItem[]> {
  const cases = [...new Set(rows.flatMap((row) => row.mine.map((one) => one.referralId)))];
  const initials = await initialsOfCases(tx, staff, cases);
  const byThemselves = await privateTimesOf(tx, cases);
  const refusals = await contactRefusals(tx, rows.flatMap((row) => [...(row.callees ?? []), ...(row.member_id === null ? [] : [row.member_id])]), 'phone');
  return rows.map((row) => toInboxItem(tx, row, initials, { running: row.mine.map((one) => byThemselves.get(one.referralId)).find((one) => one !== undefined), callRefusal: callRefusalOf(row, refusals) }));
}

/** That of somebody who stands behind the number, the heaviest first; they have just written, so that the hour is theirs. */
function callRefusalOf({ callees, member_id }: ReplyRow, refusals: ReadonlyMap<string, NoContact | null>): NoContact | null {
  const people = new Set([...(callees ?? []), ...(member_id === null ? [] : [member_id])]);
  const found = [...people].flatMap((id) => refusals.get(id) ?? []);
  return NO_CONTACT.find((refusal) => refusal !== 'outsideHours' && found.includes(refusal)) ?? null;
}

function toInboxItem(tx: Tx, row: ReplyRow, initials: ReadonlyMap<string, string>, { running, callRefusal }: { running: PrivateTime | undefined; callRefusal: NoContact | null }): InboxItem {
  const named = row.member_id !== null && row.given_name !== null && row.family_name !== null && !row.protected;
  const open = (table: string, id: string, column: string, sealed: Buffer | null) => tx.read(table, id, column, sealed) ?? '';
  const claimable = row.kind === 'unknownNumber' && row.handled_at === null;
  return {
    id: row.id, kind: row.kind, said: row.said, unclear: row.unclear, urgent: row.urgent, receivedAt: row.received_at.toISOString(),
    text: readable(open('inbound_message', row.id, 'text', row.text)),
    sender: row.protected ? '' : numberText(open('inbound_message', row.id, 'sender', row.sender)),
    cases: row.mine.map((one) => ({ ...one, initials: initials.get(one.referralId) ?? '' })),
    memberId: row.member_id,
    person: named ? shortName(open('network_member', row.member_id!, 'given_name', row.given_name), open('network_member', row.member_id!, 'family_name', row.family_name)) : null,
    relation: row.member_id === null || row.relation === null ? null : open('network_member', row.member_id, 'relation', row.relation),
    callRefusal, answeredByItself: row.answered_by_itself,
    handledAt: row.waits ? null : (row.settled_at?.toISOString() ?? null), handledBy: row.handled_by, handledHow: row.handled_how, note: open('inbound_message', row.id, 'note', row.note),
    privateTime: running === undefined ? null : { since: running.since, untilLocal: running.untilLocal },
    allowed: [...(claimable ? ['claim' as const] : []), ...(row.waits ? ['handle' as const, ...(ofOneCase(row) && running === undefined ? ['note' as const] : [])] : row.handled_by === null ? [] : ['reopen' as const])],
  };
}

/** A note is one case's: with several behind the number it would be another's to read. */
export const ofOneCase = (row: Pick<ReplyRow, 'referral_id' | 'kind'>): boolean => row.referral_id !== null || row.kind === 'unknownNumber';

/** Without the secret of a link that is quoted back, and without the signs that turn a text around (the screen isolates it besides); kept as it came. */
const readable = (text: string): string => maskLinks(text).replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** A number as people write it; a name instead of a number ('PostNord') as it came. */
const numberText = (sender: string): string => (/^\+\d{6,15}$/.test(sender) ? formatPhone(sender) : sender);

/** 'E.A.', and 'T.J. och S.J.' for siblings. */
async function initialsOfCases(tx: Tx, staff: StaffAccess, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; referral_id: string; given_name: Buffer; family_name: Buffer }>(
    'SELECT id, referral_id, given_name, family_name FROM focal_person WHERE municipality_id = $1 AND referral_id = ANY($2) ORDER BY referral_id, position',
    [tx.municipalityId, ids],
  );
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    const one = initialsOf(tx.read('focal_person', row.id, 'given_name', row.given_name), tx.read('focal_person', row.id, 'family_name', row.family_name));
    lists.set(row.referral_id, [...(lists.get(row.referral_id) ?? []), one]);
  }
  return new Map([...lists].map(([id, list]) => [id, joinNames(list, staff.language === 'en' ? 'en' : 'sv')]));
}
