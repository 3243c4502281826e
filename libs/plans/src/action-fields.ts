import { BottomLine, FamilyQuestion, NetworkMember, type PlanAction, type Tx } from '@radslag/db';
import type { ActionInput } from '@radslag/contracts';
import { dateOf, SWEDISH_ZONE } from '@radslag/domain';
import { NotFound, RuleBroken } from '@radslag/platform';
import { In } from 'typeorm';
import type * as z from 'zod';

export type ActionFields = z.output<typeof ActionInput>;

/** What is written must be about this family: its questions, its bottom lines, its people. */
export async function requireOwnReferences(tx: Tx, referralId: string, fields: ActionFields, before: PlanAction | null): Promise<void> {
  const question = await tx.findOne(FamilyQuestion, { id: fields.questionId, referralId });
  if (!question) throw new NotFound('family_question');
  const lineIds = [...new Set(fields.meetsBottomLineIds)];
  if (lineIds.length > 0 && (await tx.find(BottomLine, { id: In(lineIds), referralId })).length < lineIds.length) throw new NotFound('bottom_line');
  await requirePeople(tx, referralId, fields, before);
  // A day that was right when it was written may pass; only a new one must lie ahead.
  const newDay = fields.dueOn !== null && fields.dueOn !== before?.dueOn;
  if (newDay && fields.dueOn! < dateOf(tx.now, SWEDISH_ZONE)) throw new RuleBroken('date-in-past', { dueOn: fields.dueOn });
}

async function requirePeople(tx: Tx, referralId: string, fields: ActionFields, before: PlanAction | null): Promise<void> {
  const chosen = new Set([fields.ownerId, fields.checkerId].filter((id) => id !== null));
  if (chosen.size === 0) return;
  const people = await tx.find(NetworkMember, { id: In([...chosen]), referralId });
  // Somebody who has left the network stays where they stood, and can be given nothing new.
  const usable = people.filter((person) => person.removedAt === null || person.id === before?.ownerId || person.id === before?.checkerId);
  if (usable.length < chosen.size) throw new RuleBroken('unknown-person');
}

export function toColumns(fields: ActionFields): Omit<ActionFields, 'what' | 'whenText' | 'planB'> & Pick<PlanAction, 'what' | 'whenText' | 'planB'> {
  const { what, whenText, planB, meetsBottomLineIds, ...rest } = fields;
  return { ...rest, what: what || null, whenText: whenText || null, planB: planB || null, meetsBottomLineIds: [...new Set(meetsBottomLineIds)] };
}
