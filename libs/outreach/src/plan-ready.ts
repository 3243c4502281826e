import { Conference, FamilyPlan, type Tx } from '@radslag/db';
import { askPeople, type HumanTask } from './human-tasks';
import { writeMessages, type Draft } from './ledger';
import { draftOf, freshKey, type Planned } from './plan-messages';
import { liveRecipients, reachedAtWork } from './recipients';
import { municipalRules } from './rules-of-municipality';
import { announcementDue } from './schedule';

/** News that stays true: it is worth a text for this long, and after that a call. */
const WORTH_TELLING_MS = 7 * 86_400_000;

/** The plan can be read: to each of those it was released to, once for each version that was accepted. Whom no machine reaches is called. */
export async function tellOfPlan(tx: Tx, planId: string, memberIds: readonly string[]): Promise<Planned> {
  if (memberIds.length === 0) return { messages: 0, calls: 0 };
  const plan = await tx.get(FamilyPlan, planId);
  const conference = await tx.get(Conference, plan.conferenceId);
  const { policy } = await municipalRules(tx);
  const notAfter = new Date(tx.now.getTime() + WORTH_TELLING_MS);
  const drafts: Draft[] = [];
  const calls: HumanTask[] = [];
  for (const person of await liveRecipients(tx, conference.id)) {
    if (!memberIds.includes(person.memberId) || person.staff) continue;
    const dueAt = person.refusal === null ? announcementDue(tx.now, notAfter, policy, person.own) : null;
    if (dueAt === null) {
      if (!person.protected && !reachedAtWork(person)) calls.push({ kind: 'callMember', referralId: plan.referralId, conferenceId: conference.id, memberId: person.memberId, reason: 'planReady' });
      continue;
    }
    const key = await freshKey(tx, person, `${person.invitationId}:planReady:${plan.draftNumber}`);
    if (key !== null) drafts.push({ ...draftOf(conference, person, 'planReady', dueAt, notAfter), idempotencyKey: key });
  }
  const written = await writeMessages(tx, drafts);
  await askPeople(tx, calls);
  return { messages: written.length, calls: calls.length };
}
