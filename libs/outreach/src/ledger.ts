import type { Tx } from '@radslag/db';
import type { MessageKind, SentChannel } from '@radslag/domain';

/** Kinds whose text says when the meeting is. The gate sends them only while that is so, thus what was planned is what was told. */
export const TELLING_KINDS = ['timeSet', 'timeMoved', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'] as const satisfies readonly MessageKind[];

/** A message to be. Letters and calls are tasks for people, not messages. */
export type Draft = {
  referralId: string;
  conferenceId: string;
  memberId: string;
  invitationId: string;
  consentId: string;
  actionId?: string;
  kind: MessageKind;
  channel: SentChannel;
  scheduleVersion: number;
  idempotencyKey: string;
  dueAt: Date;
  notAfter: Date;
};

/**
 * Writes the drafts in one statement; those whose key is there already are left as they are. The database refuses a row
 * without an active consent or an open channel (triggers on `message`).
 */
export async function writeMessages(tx: Tx, drafts: readonly Draft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map((d) => ({ ...d, id: tx.newId(), actionId: d.actionId ?? null, dueAt: d.dueAt.toISOString(), notAfter: d.notAfter.toISOString() }));
  const written = await tx.query<{ id: string }>(
    `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, action_id, kind, schedule_version, tells_local,
                          channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
     SELECT $1, d.id, d."referralId", d."conferenceId", d."memberId", d."invitationId", d."consentId", d."actionId", d.kind, d."scheduleVersion", CASE WHEN d.kind = ANY($4) THEN c.starts_local END,
            d.channel, 'planned', d."idempotencyKey", d."dueAt", d."notAfter", 0, 0, $3
     FROM jsonb_to_recordset($2::jsonb) AS d(id uuid, "referralId" uuid, "conferenceId" uuid, "memberId" uuid, "invitationId" uuid, "consentId" uuid,
          "actionId" uuid, kind text, channel text, "scheduleVersion" integer, "idempotencyKey" text, "dueAt" timestamptz, "notAfter" timestamptz)
     LEFT JOIN conference c ON c.municipality_id = $1 AND c.id = d."conferenceId" AND c.schedule_version = d."scheduleVersion"
     ON CONFLICT (municipality_id, idempotency_key) DO NOTHING RETURNING id`,
    [tx.municipalityId, JSON.stringify(rows), tx.now, TELLING_KINDS],
  );
  return written.map((row) => row.id);
}
