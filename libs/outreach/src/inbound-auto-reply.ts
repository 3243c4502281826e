import type { Tx } from '@radslag/db';
import { writeMessages } from './ledger';
import type { PersonOfNumber } from './inbound-people';
import { liveRecipients } from './recipients';

const DAY_MS = 86_400_000;
/** An answer that comes later than this would be to something the person has forgotten, or has already called about. */
const WORTH_MS = 2 * 60 * 60_000;

/**
 * 'Nobody reads this straight away', with 112 and whom to call in the evening. Through the ledger and its gate like any other
 * message: consent, no-SMS and protection hold. To the number that wrote and to no other, so never to somebody whose
 * messages go to a go-between: they may have chosen one because their phone is watched. Once a day for a number, which also
 * ends a talk between two machines.
 */
export async function answerByItself(tx: Tx, from: { inboundId: string; numberIndex: Buffer; people: readonly PersonOfNumber[] }): Promise<void> {
  const { inboundId, numberIndex, people } = from;
  const [told] = await tx.query(
    `SELECT 1 FROM message m JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id
     WHERE m.municipality_id = $1 AND m.kind = 'autoReply' AND nm.phone_index = $2 AND m.created_at > $3 LIMIT 1`,
    [tx.municipalityId, numberIndex, new Date(tx.now.getTime() - DAY_MS)],
  );
  if (told !== undefined) return;
  // Everybody behind the number may be written to, or nobody is: one of them is protected or has said no for a reason.
  const texted = [];
  for (const person of people) {
    const [invitation] = person.invitations;
    if (invitation === undefined || !person.own || person.hasGoBetween) return;
    const [recipient] = await liveRecipients(tx, invitation.conferenceId, { invitationId: invitation.id });
    if (recipient === undefined || recipient.refusal !== null || recipient.by !== 'sms' || recipient.consentId === null) return;
    texted.push({ person, invitation, consentId: recipient.consentId });
  }
  const [first] = texted;
  if (first === undefined) return;
  const [conference] = await tx.query<{ schedule_version: number }>('SELECT schedule_version FROM conference WHERE municipality_id = $1 AND id = $2', [tx.municipalityId, first.invitation.conferenceId]);
  await writeMessages(tx, [{
    referralId: first.person.referralId, conferenceId: first.invitation.conferenceId, memberId: first.person.memberId, invitationId: first.invitation.id, consentId: first.consentId,
    kind: 'autoReply', channel: 'sms', scheduleVersion: conference!.schedule_version, idempotencyKey: `autoReply:${inboundId}`, dueAt: tx.now, notAfter: new Date(tx.now.getTime() + WORTH_MS),
  }]);
}
