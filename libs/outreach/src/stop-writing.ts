import type { Tx } from '@radslag/db';
import { askPeople } from './human-tasks';
import { peopleOfNumber, type PersonOfNumber } from './inbound-people';
import { supersede } from './supersede';

type SaidNo = { numberIndex: Buffer; people: readonly PersonOfNumber[]; urgent?: boolean } & ({ inboundMessageId: string } | { messageId: string });

/**
 * A no to being written to, said to us or to an operator. From a phone that stands for one person it is that person's. From one that
 * several are invited by it is everybody's whose own number it is: nobody can tell which of them said it, and a no to being
 * written to weighs more than a message. Whoever only has their messages sent there has not said no, but has no phone left to
 * get them on: what waits for them is stopped, and somebody calls. It was said in a reply, or the text was refused.
 */
export async function stopWriting(tx: Tx, { numberIndex, people, urgent = false, ...saidIn }: SaidNo): Promise<void> {
  // Without reading the rows: a no must hold also when what is sealed in them cannot be opened. Also where the number is not
  // invited yet, or is removed and may come back; and for the go-between, who need not be invited to anything: it is their phone.
  const own = people.filter((person) => person.own).map((person) => person.memberId);
  await tx.query(`UPDATE network_member SET no_sms = true, version = version + 1 WHERE municipality_id = $1 AND (id = ANY($2) OR phone_index = $3) AND NOT no_sms`, [tx.municipalityId, own, numberIndex]);
  for (const person of people) {
    await supersede(tx, { memberId: person.memberId }, 'optedOut');
    tx.audit('message.opt-out', { entity: 'network_member', entityId: person.memberId, referralId: person.referralId });
  }
  await askPeople(tx, people.map((person) => ({ kind: 'callMember', referralId: person.referralId, conferenceId: person.invitations[0]?.conferenceId ?? null, memberId: person.memberId, ...saidIn, reason: 'optedOut', urgent })));
}

/**
 * An operator lets nothing through to the number that this message went to, since the person has said no to it: as if they
 * had said it to us. The number that was called, whoever has it now; without one (before it was kept) the person's own.
 */
export async function stopAsOperatorSays(tx: Tx, messageId: string): Promise<void> {
  const [row] = await tx.query<{ number_index: Buffer | null }>(
    `SELECT coalesce((SELECT a.to_index FROM message_attempt a WHERE a.municipality_id = m.municipality_id AND a.message_id = m.id ORDER BY a.number DESC LIMIT 1), nm.phone_index) AS number_index
     FROM message m JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id WHERE m.municipality_id = $1 AND m.id = $2`,
    [tx.municipalityId, messageId],
  );
  if (row?.number_index == null) return;
  await stopWriting(tx, { messageId, numberIndex: row.number_index, people: await peopleOfNumber(tx, row.number_index) });
}
