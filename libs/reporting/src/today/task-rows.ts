import type { StaffAccess } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { clockOfWall, dateOf, shortName, SWEDISH_ZONE, wallOf, type CalendarDate, type NoContact, type Role, type TaskRow, type TaskSeverity, type TaskTarget } from '@radslag/domain';
import { contactRefusals } from '@radslag/outreach';

/** A row of the task table, with what the list says about it. */
export type WrittenTask = {
  id: string;
  referralId: string | null;
  conferenceId: string | null;
  memberId: string | null;
  /** The reply that made it, or the message that it is about. */
  messageId: string | null;
  kind: string;
  params: Record<string, string>;
  role: Role;
  severity: TaskSeverity;
  target: TaskTarget;
  due: CalendarDate | null;
  dueAt: Date | null;
  doneAt: Date | null;
};

/** Those that wait for a manager; everything else is the coordinator's, or whoever's it was given to. */
const FOR_MANAGERS = ['allocateCoordinator'];
/** Only the case's coordinator is told of a worry. */
const IN_CONFIDENCE = ['worried'];
/** A message that did not arrive, or may not have. */
const NOT_ARRIVED = ['findOtherWay', 'checkUnknown'];
const TARGETS: Readonly<Record<string, TaskTarget>> = {
  allocateCoordinator: 'referral',
  wrongPerson: 'network',
  worried: 'network',
  needsHelp: 'followUp',
  newTimeReply: 'times',
  giveCode: 'times',
  inboundMessage: 'inbox',
  siteFeedback: 'inbox',
  whoHasOpened: 'network',
  pairAtRisk: 'network',
};

/** What the person does not know, as long as the task stands. */
const UNAWARE_OF = ['timeSet', 'timeMoved', 'cancelled'];

type Row = {
  id: string;
  referral_id: string | null;
  conference_id: string | null;
  member_id: string | null;
  message_id: string | null;
  inbound_message_id: string | null;
  kind: string;
  reason: string | null;
  about: string | null;
  urgent: boolean;
  created_at: Date;
  due_at: Date | null;
  done_at: Date | null;
  given_name: Buffer | null;
  family_name: Buffer | null;
  protected: boolean | null;
};

/** Where there are more, what is left out is what is done or can wait. */
const MOST = 500;

/** What is left to do, and what somebody has finished since midnight, so that it can be taken back. What ended by itself is gone. */
export async function writtenTasks(tx: Tx, staff: StaffAccess, scope: 'mine' | 'unit', midnight: Date): Promise<WrittenTask[]> {
  const unit = scope === 'unit' && staff.role === 'manager';
  const rows = await tx.query<Row>(
    `SELECT * FROM (
     SELECT t.id, t.referral_id, t.conference_id, t.member_id, t.message_id, t.inbound_message_id, t.kind, t.reason, t.about, t.urgent, t.created_at, t.due_at, t.done_at, m.given_name, m.family_name, m.protected
     FROM task t
     LEFT JOIN network_member m ON m.municipality_id = t.municipality_id AND m.id = t.member_id
     LEFT JOIN referral r ON r.municipality_id = t.municipality_id AND r.id = t.referral_id
     WHERE t.municipality_id = $1 AND (t.done_at IS NULL OR (t.done_at >= $3 AND t.ended_because IS NULL)) AND (
       t.assigned_to = $2
       OR ($4 AND t.kind <> ALL($6))
       OR (t.assigned_to IS NULL AND $5 = 'manager' AND (t.kind = ANY($7) OR t.referral_id IS NULL OR (r.coordinator_id IS NULL AND t.kind <> ALL($6))))
       OR (t.assigned_to IS NULL AND $5 = 'coordinator' AND r.coordinator_id = $2 AND t.kind <> ALL($7)))
     ORDER BY t.done_at IS NULL DESC, t.urgent DESC, t.created_at, t.id LIMIT ${MOST}) first ORDER BY created_at, id`,
    [tx.municipalityId, staff.userId, midnight, unit, staff.role, IN_CONFIDENCE, FOR_MANAGERS],
  );
  const refusals = await contactRefusals(tx, rows.flatMap((row) => (row.kind === 'callMember' && row.done_at === null ? (row.member_id ?? []) : [])), 'phone');
  return rows.map((row) => toWrittenTask(tx, staff, row, unit, (row.member_id === null ? null : refusals.get(row.member_id)) ?? null));
}

/** `call`: why the person is not called, as the gate says now. The row then says how they are reached instead. */
function toWrittenTask(tx: Tx, staff: StaffAccess, row: Row, unit: boolean, call: NoContact | null): WrittenTask {
  return {
    id: row.id,
    referralId: row.referral_id,
    conferenceId: row.conference_id,
    memberId: row.member_id,
    messageId: row.inbound_message_id ?? row.message_id,
    kind: row.kind,
    params: {
      ...(row.reason === null ? {} : { reason: row.reason }), ...(row.about !== null && UNAWARE_OF.includes(row.about) ? { about: row.about } : {}), ...(call === null ? {} : { call }), ...personOf(tx, row),
    },
    role: unit ? (FOR_MANAGERS.includes(row.kind) ? 'manager' : 'coordinator') : staff.role,
    severity: row.urgent ? 'urgent' : NOT_ARRIVED.includes(row.kind) ? 'failed' : 'normal',
    target: TARGETS[row.kind] ?? 'messages',
    // What is urgent and has no day of its own was for the day it came.
    due: row.due_at !== null ? dateOf(row.due_at, SWEDISH_ZONE) : row.urgent ? dateOf(row.created_at, SWEDISH_ZONE) : null,
    dueAt: row.due_at,
    doneAt: row.done_at,
  };
}

/** 'Yusuf A.'; a protected person has a lock on the screen and no name. */
function personOf(tx: Tx, row: Row): Record<string, string> {
  if (row.member_id === null || row.given_name === null || row.family_name === null || row.protected) return {};
  return { person: shortName(tx.read('network_member', row.member_id, 'given_name', row.given_name), tx.read('network_member', row.member_id, 'family_name', row.family_name)) };
}

export function toTaskRow(task: WrittenTask): TaskRow {
  return {
    id: task.id,
    caseId: task.referralId ?? '',
    role: task.role,
    verbCode: task.kind,
    personId: task.memberId,
    reasonCode: task.params['reason'] ?? task.kind,
    params: task.params,
    due: task.due,
    dueTime: task.dueAt === null ? null : clockOfWall(wallOf(task.dueAt, SWEDISH_ZONE)),
    severity: task.severity,
    target: task.target,
  };
}
