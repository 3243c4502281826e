import type { Tx } from '@radslag/db';

/** What the machine cannot do and a person must. The screens word the codes. */
export type HumanTask = {
  kind: 'callMember' | 'sendLetter' | 'findOtherWay' | 'checkUnknown' | 'inboundMessage';
  referralId: string;
  conferenceId?: string | null;
  memberId?: string | null;
  messageId?: string | null;
  reason?: string | null;
  urgent?: boolean;
};

/**
 * Asks the case's coordinator, once: an open task of the same kind about the same person and conference is not doubled,
 * however many messages to them fail.
 */
export async function askPeople(tx: Tx, tasks: readonly HumanTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map((task) => ({ ...task, id: tx.newId() }));
  await tellLatest(tx, tasks);
  const made = await tx.query<{ referral_id: string; conference_id: string | null }>(
    `INSERT INTO task (municipality_id, id, referral_id, conference_id, member_id, message_id, assigned_to, kind, reason, urgent, created_at)
     SELECT DISTINCT ON (t.kind, t."referralId", t."conferenceId", t."memberId", CASE WHEN t.kind = 'inboundMessage' THEN t.id END)
            $1, t.id, t."referralId", t."conferenceId", t."memberId", t."messageId", r.coordinator_id, t.kind, t.reason, coalesce(t.urgent, false), $3
     FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, kind text, "referralId" uuid, "conferenceId" uuid, "memberId" uuid, "messageId" uuid, reason text, urgent boolean)
     JOIN referral r ON r.municipality_id = $1 AND r.id = t."referralId"
     WHERE t.kind = 'inboundMessage' OR NOT EXISTS (
       SELECT 1 FROM task o WHERE o.municipality_id = $1 AND o.assigned_to IS NOT DISTINCT FROM r.coordinator_id AND o.done_at IS NULL AND o.kind = t.kind
         AND o.referral_id = t."referralId" AND o.conference_id IS NOT DISTINCT FROM t."conferenceId" AND o.member_id IS NOT DISTINCT FROM t."memberId")
     RETURNING referral_id, conference_id`,
    [tx.municipalityId, JSON.stringify(rows), tx.now],
  );
  const cases = new Map(made.map((row) => [row.referral_id, row.conference_id]));
  for (const [referralId, conferenceId] of cases) tx.announce({ referralId, ...(conferenceId === null ? {} : { conferenceId }), what: 'tasks' });
}

/** A letter that has not been written yet is about what is true now. */
async function tellLatest(tx: Tx, tasks: readonly HumanTask[]): Promise<void> {
  const letters = tasks.filter((task) => task.kind === 'sendLetter');
  if (letters.length === 0) return;
  await tx.query(
    `UPDATE task o SET reason = t.reason FROM jsonb_to_recordset($2::jsonb) AS t("conferenceId" uuid, "memberId" uuid, reason text)
     WHERE o.municipality_id = $1 AND o.kind = 'sendLetter' AND o.done_at IS NULL AND o.conference_id = t."conferenceId" AND o.member_id = t."memberId"`,
    [tx.municipalityId, JSON.stringify(letters)],
  );
}
