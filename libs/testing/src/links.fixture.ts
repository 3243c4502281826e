import type { Tx } from '@radslag/db';
import { aMember, type CaseFixture } from './index';

/** A row of its own columns, also of those that no entity has any more. */
export async function aTask(tx: Tx, facts: Record<string, unknown>): Promise<string> {
  const row: Record<string, unknown> = { municipality_id: tx.municipalityId, id: tx.newId(), kind: 'callMember', reason: 'tooLate', urgent: true, created_at: tx.now, ...facts };
  const columns = Object.keys(row);
  await tx.query(`INSERT INTO task (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row));
  return String(row['id']);
}

export async function aReply(tx: Tx, facts: Record<string, unknown> = {}): Promise<string> {
  const id = tx.newId();
  const row: Record<string, unknown> = { municipality_id: tx.municipalityId, id, operator: '46elks', operator_message_id: id, sender: tx.keys.seal('inbound_message', id, 'sender', '+46701740605'), sender_index: Buffer.from('x'), text: tx.keys.seal('inbound_message', id, 'text', 'Hej'), kind: 'text', received_at: tx.now, ...facts };
  const columns = Object.keys(row);
  await tx.query(`INSERT INTO inbound_message (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row));
  return id;
}

/** Somebody who is invited, with a text to them. */
export async function aText(tx: Tx, { referralId }: CaseFixture): Promise<{ memberId: string; conferenceId: string; messageId: string }> {
  const member = await aMember(tx, referralId);
  const [conference, invitation, message] = [tx.newId(), tx.newId(), tx.newId()];
  await tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1,$2,$3,'polling',app_now())`, [tx.municipalityId, conference, referralId]);
  await tx.query(`INSERT INTO invitation (municipality_id, id, conference_id, member_id, consent_id, state, token_hash, expires_at, created_at) VALUES ($1,$2,$3,$4,$5,'sent',sha256($6),app_now(),app_now())`, [tx.municipalityId, invitation, conference, member.id, member.consentId, Buffer.from(invitation)]);
  await tx.query(
    `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, created_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7,'invitation',1,'sms','planned',$8,app_now(),app_now() + interval '1 day',app_now())`,
    [tx.municipalityId, message, referralId, conference, member.id, invitation, member.consentId, message],
  );
  return { memberId: member.id, conferenceId: conference, messageId: message };
}
