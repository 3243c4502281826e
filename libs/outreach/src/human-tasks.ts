import type { Tx } from '@radslag/db';
import { endOfTask, isReaching, sameMatterKey, saysMore, type MessageKind, type OpenTask, type TaskKind } from '@radslag/domain';
import { openTasks, tasksToBe, type TaskToBe } from './task-facts';

/** What the machine cannot do and a person must. The screens word the codes. */
export type HumanTask = {
  kind: TaskKind;
  referralId: string;
  conferenceId?: string | null;
  memberId?: string | null;
  messageId?: string | null;
  /** What somebody wrote to us that made it. */
  inboundMessageId?: string | null;
  reason?: string | null;
  /** The message that the person stands in for; that of `messageId` when it is not said. */
  about?: MessageKind | null;
  urgent?: boolean;
};

/**
 * Asks the case's coordinator. What is over before it is asked for is not asked (see `endOfTask`); about a person and matter there is one
 * row, which says how it is now, and whose urgency only rises. Another matter is another row. Returns how many are asked for.
 */
export async function askPeople(tx: Tx, tasks: readonly HumanTask[]): Promise<number> {
  if (tasks.length === 0) return 0;
  const living = (await tasksToBe(tx, await withAbout(tx, tasks))).filter(({ task, facts }) => endOfTask(task, facts, tx.now) === null);
  const wanted = new Map<string, TaskToBe>();
  for (const { task, messageId, inboundMessageId } of living) {
    const key = sameMatterKey(task) ?? task.id;
    const one = { id: task.id, kind: task.kind, reason: task.reason, about: task.about, urgent: task.urgent, referralId: task.caseId!, conferenceId: task.conferenceId, memberId: task.personId, messageId, inboundMessageId };
    wanted.set(key, { ...one, urgent: one.urgent || (wanted.get(key)?.urgent ?? false) });
  }
  const standing = await standingFor(tx, wanted);
  const changed = await rewrite(tx, [...wanted].flatMap(([key, task]) => {
    const open = standing.get(key);
    return open === undefined ? [] : [{ ...task, id: open.id, says: saysMore(open, task) }];
  }));
  const made = await insert(tx, [...wanted].flatMap(([key, task]) => (standing.has(key) ? [] : [task])));
  const cases = new Map([...changed, ...made].map((row) => [row.referral_id, row.conference_id]));
  for (const [referralId, conferenceId] of cases) tx.announce({ referralId, ...(conferenceId === null ? {} : { conferenceId }), what: 'tasks' });
  return wanted.size;
}

/** What somebody believes is no longer so, or they do not know when it is: that cannot wait in a list. */
const isUnawareOf = (about: string | null): boolean => about === 'timeSet' || about === 'timeMoved' || about === 'cancelled';

type Written = { referral_id: string; conference_id: string | null };

async function withAbout(tx: Tx, tasks: readonly HumanTask[]): Promise<TaskToBe[]> {
  const messageIds = tasks.flatMap((task) => (isReaching(task.kind) && task.about === undefined ? (task.messageId ?? []) : []));
  const kinds = messageIds.length === 0 ? [] : await tx.query<{ id: string; kind: string }>('SELECT id, kind FROM message WHERE municipality_id = $1 AND id = ANY($2)', [tx.municipalityId, messageIds]);
  const kindOf = new Map(kinds.map(({ id, kind }) => [id, kind]));
  return tasks.map((task) => {
    const { kind, referralId, conferenceId = null, memberId = null, messageId = null, inboundMessageId = null, reason = null, urgent = false } = task;
    const about = task.about ?? (messageId === null ? undefined : kindOf.get(messageId)) ?? (kind === 'sendLetter' ? reason : null);
    return { id: tx.newId(), kind, reason, about, urgent: urgent || isUnawareOf(about), referralId, conferenceId, memberId, messageId, inboundMessageId };
  });
}

/** The open row about the same person and matter, by its key. */
async function standingFor(tx: Tx, wanted: ReadonlyMap<string, TaskToBe>): Promise<Map<string, OpenTask>> {
  const memberIds = [...new Set([...wanted.values()].flatMap((task) => task.memberId ?? []))];
  if (memberIds.length === 0) return new Map();
  const open = (await openTasks(tx, { memberIds })).map(({ task }) => [sameMatterKey(task), task] as const);
  return new Map(open.flatMap(([key, task]) => (key !== null && wanted.has(key) ? [[key, task] as const] : [])));
}

function rewrite(tx: Tx, tasks: readonly (TaskToBe & { says: boolean })[]): Promise<Written[]> {
  if (tasks.length === 0) return Promise.resolve([]);
  return tx.query<Written>(
    `WITH rewritten AS (
       UPDATE task o SET kind = CASE WHEN t.says THEN t.kind ELSE o.kind END, reason = CASE WHEN t.says THEN t.reason ELSE o.reason END, about = CASE WHEN t.says THEN t.about ELSE o.about END,
              message_id = CASE WHEN t.says THEN t."messageId" ELSE o.message_id END, inbound_message_id = CASE WHEN t.says THEN t."inboundMessageId" ELSE o.inbound_message_id END, urgent = o.urgent OR t.urgent,
              -- What has become urgent does not wait for the day that a call was put off to.
              due_at = CASE WHEN t.urgent AND NOT o.urgent THEN NULL ELSE o.due_at END
       FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, kind text, reason text, about text, urgent boolean, "messageId" uuid, "inboundMessageId" uuid, says boolean)
       WHERE o.municipality_id = $1 AND o.id = t.id AND o.done_at IS NULL
       RETURNING o.referral_id, o.conference_id)
     SELECT * FROM rewritten`,
    [tx.municipalityId, JSON.stringify(tasks)],
  );
}

function insert(tx: Tx, tasks: readonly TaskToBe[]): Promise<Written[]> {
  if (tasks.length === 0) return Promise.resolve([]);
  return tx.query<Written>(
    `INSERT INTO task (municipality_id, id, referral_id, conference_id, member_id, message_id, inbound_message_id, assigned_to, kind, reason, about, urgent, created_at)
     SELECT $1, t.id, t."referralId", t."conferenceId", t."memberId", t."messageId", t."inboundMessageId", r.coordinator_id, t.kind, t.reason, t.about, t.urgent, $3
     FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, kind text, "referralId" uuid, "conferenceId" uuid, "memberId" uuid, "messageId" uuid, "inboundMessageId" uuid, reason text, about text, urgent boolean)
     JOIN referral r ON r.municipality_id = $1 AND r.id = t."referralId"
     RETURNING referral_id, conference_id`,
    [tx.municipalityId, JSON.stringify(tasks), tx.now],
  );
}
