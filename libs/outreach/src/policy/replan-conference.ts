import { STANDING_ANSWER, type Conference, type Tx } from '@radslag/db';
import { instantOf, planAskingAgain, planReminders, replan, type Coming, type InvitationState, type MessageKind, type MessageReason, type MessageState, type OutreachPolicy, type Slot } from '@radslag/domain';
import { writeMessages, type Draft } from '../ledger';
import { draftOf, freshKey } from '../plan-messages';
import { liveRecipients, type Recipient } from '../recipients';
import { startOf } from '../schedule';

type Row = Slot & { id: string };
type Want = Slot & { kind: MessageKind };
export type Changes = { moved: { row: Row; to: Want }[]; removed: Row[]; added: Draft[] };

type Kept = { id: string; invitation_id: string; kind: MessageKind; state: MessageState; reason: MessageReason | null; due_at: Date; not_after: Date; accepted_at: Date | null; created_at: Date; key: string; schedule_version: number };
type Standing = { invitation_id: string; state: InvitationState; coming: Coming | null };

const UNSENT: readonly MessageState[] = ['planned', 'held', 'queued'];
const TELLING: readonly MessageKind[] = ['timeSet', 'timeMoved'];
/** These ends are of no person's will and of no fault: rules may bring the message back. */
const MAY_COME_BACK: readonly (MessageReason | null)[] = ['rulesChanged', 'restored'];

/** Those that something can still be planned for. */
export async function aheadOf(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string; starts_local: string | null; zone: string }>(
    `SELECT id, starts_local, zone FROM conference WHERE municipality_id = $1 AND state IN ('polling', 'confirmed') ORDER BY id`,
    [tx.municipalityId],
  );
  return rows.filter((row) => row.starts_local === null || instantOf({ local: row.starts_local, zone: row.zone }) > tx.now).map((row) => row.id);
}

/** What these rules would plan otherwise than it stands. What is due now is on its way and left alone. */
export async function changesOf(tx: Tx, conference: Conference, policy: OutreachPolicy): Promise<Changes> {
  const changes: Changes = { moved: [], removed: [], added: [] };
  const telling = conference.state === 'confirmed';
  if (!telling && conference.state !== 'polling') return changes;
  const rows = await keptOf(tx, conference);
  const standing = new Map((await standingOf(tx, conference.id)).map((row) => [row.invitation_id, row]));
  for (const person of await liveRecipients(tx, conference.id)) {
    const { state, coming } = standing.get(person.invitationId)!;
    if (person.refusal !== null || coming === 'no' || (!telling && (state === 'answered' || coming !== null))) continue;
    const own = rows.filter((row) => row.invitation_id === person.invitationId);
    const wanted = telling ? reminders(tx, conference, policy, { person, own }) : askings(tx, conference, policy, { person, own });
    const mine = own.filter((row) => (telling ? row.kind.startsWith('reminder') && row.schedule_version === conference.scheduleVersion : row.kind === 'answerReminder'));
    const planned = mine.filter((row) => UNSENT.includes(row.state) && row.due_at > tx.now);
    const done = new Set(mine.filter((row) => !planned.includes(row) && !MAY_COME_BACK.includes(row.reason)).map((row) => row.key));
    const next = replan(planned.map((row): Row => ({ id: row.id, key: row.key, dueAt: row.due_at, notAfter: row.not_after })), wanted, done);
    changes.moved.push(...next.moved);
    changes.removed.push(...next.removed);
    for (const want of next.added) {
      const key = await freshKey(tx, person, `${person.invitationId}:${telling ? `${want.kind}:${conference.scheduleVersion}` : want.key}`);
      if (key !== null) changes.added.push({ ...draftOf(conference, person, want.kind, want.dueAt, want.notAfter), idempotencyKey: key });
    }
  }
  return changes;
}

/** A bell that was rung for the old time finds nothing to claim. */
export async function write(tx: Tx, { moved, removed, added }: Changes): Promise<void> {
  if (moved.length + removed.length + added.length === 0) return;
  await tx.query(
    `UPDATE message m SET due_at = w.due, not_after = w.late, state = 'planned', lease_until = NULL FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, due timestamptz, late timestamptz)
     WHERE m.municipality_id = $1 AND m.id = w.id AND m.state IN ('planned', 'held', 'queued')`,
    [tx.municipalityId, JSON.stringify(moved.map(({ row, to }) => ({ id: row.id, due: to.dueAt, late: to.notAfter })))],
  );
  await tx.query(
    `UPDATE message SET state = 'cancelled', reason = 'rulesChanged', ended_at = $3, lease_until = NULL WHERE municipality_id = $1 AND id = ANY($2) AND state IN ('planned', 'held', 'queued')`,
    [tx.municipalityId, removed.map((row) => row.id), tx.now],
  );
  await writeMessages(tx, added);
}

type Of = { person: Recipient; own: readonly Kept[] };

function reminders(tx: Tx, conference: Conference, policy: OutreachPolicy, { person, own }: Of): Want[] {
  // The last that they have heard of this time, or will: nothing comes too close to it.
  const heard = own.filter((row) => row.schedule_version === conference.scheduleVersion && (TELLING.includes(row.kind) ? row.state !== 'cancelled' : row.accepted_at !== null));
  const toldAt = new Date(Math.max(conference.createdAt.getTime(), ...heard.map((row) => (row.accepted_at ?? row.due_at).getTime())));
  return planReminders({ startsAt: startOf(conference)!, policy, now: tx.now, toldAt, role: person.role, own: person.own }).map((one) => ({ ...one, key: one.kind }));
}

function askings(tx: Tx, conference: Conference, policy: OutreachPolicy, { person, own }: Of): Want[] {
  const invited = own.filter((row) => row.kind === 'invitation').at(-1);
  if (!invited) return [];
  return planAskingAgain({ invitedAt: invited.created_at, answerBy: conference.answerBy, policy, now: tx.now, own: person.own }).map(({ step, ...when }) => ({ ...when, kind: 'answerReminder', key: `answerReminder:${step}` }));
}

/** `key`: which of its kind it is; a ladder has several. */
function keptOf(tx: Tx, conference: Conference): Promise<Kept[]> {
  return tx.query<Kept>(
    `SELECT id, invitation_id, kind, state, reason, due_at, not_after, accepted_at, created_at, schedule_version,
            CASE WHEN kind = 'answerReminder' THEN 'answerReminder:' || split_part(idempotency_key, ':', 3) ELSE kind END AS key
     FROM message WHERE municipality_id = $1 AND conference_id = $2
       AND kind IN ('invitation', 'answerReminder', 'timeSet', 'timeMoved', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours') ORDER BY created_at, id`,
    [tx.municipalityId, conference.id],
  );
}

function standingOf(tx: Tx, conferenceId: string): Promise<Standing[]> {
  return tx.query<Standing>(
    `SELECT i.id AS invitation_id, i.state, (SELECT sa.coming FROM (${STANDING_ANSWER('i', 'c')}) sa) AS coming
     FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id WHERE i.municipality_id = $1 AND i.conference_id = $2`,
    [tx.municipalityId, conferenceId],
  );
}
