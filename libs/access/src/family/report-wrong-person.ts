import { Injectable } from '@nestjs/common';
import { Conference, Database, Invitation, Task, type Tx } from '@radslag/db';
import { asFamily, type FamilyAccess } from './family-access';
import { FamilyOutreach } from './family-outreach';
import { addFamilyTask } from './family-task';

/**
 * Someone else holds the phone: nothing more goes to that number, the link dies, the coordinator gets a call to make. All in
 * one transaction, before the thank-you is shown.
 */
@Injectable()
export class ReportWrongPerson {
  constructor(
    private readonly db: Database,
    private readonly outreach: FamilyOutreach,
  ) {}

  execute(access: FamilyAccess): Promise<void> {
    return asFamily(this.db, access, async (tx) => {
      const invitation = await tx.get(Invitation, access.invitationId, { lock: true });
      if (invitation.revokedAt !== null) return;
      for (const memberId of await membersWithThatNumber(tx, invitation.memberId)) await this.outreach.stopForWrongPerson(tx, memberId);
      await tx.update(Invitation, invitation.id, { state: 'revoked', revokedAt: tx.now });
      const conference = await tx.get(Conference, invitation.conferenceId);
      const about = { referralId: conference.referralId, conferenceId: conference.id, memberId: invitation.memberId };
      await addFamilyTask(tx, about, { kind: 'wrongPerson', reason: null, urgent: true });
      // A task that was open from before keeps its place, but dates this report: taking it back looks for that.
      await tx.query(`UPDATE task SET created_at = $3 WHERE municipality_id = $1 AND member_id = $2 AND kind = 'wrongPerson' AND done_at IS NULL`, [tx.municipalityId, invitation.memberId, tx.now]);
      tx.audit('invitation.wrong-person', { entity: 'invitation', entityId: invitation.id, referralId: conference.referralId });
      tx.announce({ referralId: conference.referralId, conferenceId: conference.id, what: 'invitation' });
    });
  }
}

async function membersWithThatNumber(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT o.id FROM network_member m JOIN network_member o ON o.municipality_id = m.municipality_id AND (o.id = m.id OR o.phone_index = m.phone_index)
     WHERE m.municipality_id = $1 AND m.id = $2`,
    [tx.municipalityId, memberId],
  );
  return rows.map((row) => row.id);
}

/** A thumb slips. Only the same session can take it back, and only its own report; the call stays, since it may not be true. */
@Injectable()
export class TakeBackWrongPerson {
  constructor(private readonly db: Database) {}

  execute(access: FamilyAccess): Promise<boolean> {
    return asFamily(this.db, access, async (tx) => {
      const invitation = await tx.get(Invitation, access.invitationId, { lock: true });
      const reportedAt = invitation.revokedAt;
      if (reportedAt === null) return true;
      const tasks = await tx.find(Task, { memberId: invitation.memberId, kind: 'wrongPerson', createdAt: reportedAt });
      if (tasks.length === 0) return false;
      await tx.update(Invitation, invitation.id, { state: stateBefore(invitation), revokedAt: null });
      const members = await membersWithThatNumber(tx, invitation.memberId);
      await planAgain(tx, members, reportedAt);
      for (const task of tasks) if (task.doneAt === null) await tx.update(Task, task.id, { reason: 'takenBack' });
      tx.audit('invitation.right-person-after-all', { entity: 'invitation', entityId: invitation.id });
      return true;
    });
  }
}

const stateBefore = (invitation: Invitation) => (invitation.answeredAt !== null ? 'answered' : invitation.sentAt !== null ? 'sent' : 'notSent');

/** Stopped is final, so what was stopped is planned anew as it was: same words, same time, own key. */
async function planAgain(tx: Tx, memberIds: string[], stoppedAt: Date): Promise<void> {
  await tx.query(
    `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, action_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
     SELECT m.municipality_id, uuidv7(), m.referral_id, m.conference_id, m.member_id, m.invitation_id, m.consent_id, m.action_id, m.kind, m.schedule_version, m.channel, 'planned',
            m.idempotency_key || ':again:' || extract(epoch FROM $3::timestamptz)::bigint, m.due_at, m.not_after, 0, 0, $4
     FROM message m JOIN invitation i ON i.municipality_id = m.municipality_id AND i.id = m.invitation_id AND i.revoked_at IS NULL
     WHERE m.municipality_id = $1 AND m.member_id = ANY($2::uuid[]) AND m.state = 'suppressed' AND m.reason = 'wrongPerson' AND m.ended_at = $3 AND m.not_after > $4
     ON CONFLICT DO NOTHING`,
    [tx.municipalityId, memberIds, stoppedAt, tx.now],
  );
}
