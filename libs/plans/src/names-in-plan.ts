import { careMark, type Care } from '@radslag/access';
import { FamilyPlan, FocalPerson, NetworkMember, PlanAction, type Tx } from '@radslag/db';
import { namesInText, type Nameable } from '@radslag/domain';

/** Who is hidden in this case, and who may be named, for looking through what somebody wrote. */
export type People = { hidden: NetworkMember[]; all: NetworkMember[]; open: Nameable[] };

export async function peopleOfPlan(tx: Tx, referralId: string): Promise<People> {
  const all = await tx.find(NetworkMember, { referralId });
  const children = (await tx.find(FocalPerson, { referralId })).filter((child) => !child.protected).map((child) => ({ id: child.id, givenName: child.givenName, familyName: child.familyName, alias: null }));
  const hidden = all.filter((member) => member.protected);
  return { all, hidden, open: [...all.filter((member) => !member.protected), ...children] };
}

export const textsOf = (action: Pick<PlanAction, 'what' | 'whenText' | 'planB'>): string[] => [action.what ?? '', action.whenText ?? '', action.planB ?? ''];

/** Protected people who seem to stand in the texts and of whom nobody has said that it is not they. */
export function hiddenIn(texts: readonly string[], { hidden, open }: People, cleared: readonly string[], but: string | null = null): string[] {
  return namesInText(texts, hidden.filter((member) => member.id !== but && !cleared.includes(member.id)), open);
}

/** By row, and once for the conditions: what is to be asked about before anybody else reads it. */
export function careForNames(people: People, actions: readonly PlanAction[], conditions: { text: string | null; cleared: readonly string[] }): Care[] {
  if (people.hidden.length === 0) return [];
  const rows = actions.map((action): Care => ({ code: 'nameInText', actionId: action.id, memberIds: hiddenIn(textsOf(action), people, action.clearedNames) }));
  const ofConditions: Care = { code: 'nameInText', memberIds: conditions.text === null ? [] : hiddenIn([conditions.text], people, conditions.cleared) };
  return [...rows, ofConditions].filter((one) => one.memberIds.length > 0);
}

/** On paper it is anybody's who holds it. */
export async function careForPaper(tx: Tx, plan: FamilyPlan, actions: readonly PlanAction[]): Promise<{ care: Care[]; mark: string } | null> {
  const care = careForNames(await peopleOfPlan(tx, plan.referralId), actions, { text: plan.conditions, cleared: plan.clearedNames });
  return care.length === 0 ? null : { care, mark: careMark(`${plan.id} pdf`, care) };
}

/** Somebody has read it and said that it can stand. A row that is written anew is asked about anew. */
export async function clearNames(tx: Tx, planId: string, care: readonly Care[]): Promise<void> {
  for (const { code, actionId, memberIds } of care) {
    if (code !== 'nameInText') continue;
    const [table, id] = actionId === undefined ? [FamilyPlan, planId] as const : [PlanAction, actionId] as const;
    const row = await tx.get<FamilyPlan | PlanAction>(table, id);
    await tx.update<FamilyPlan | PlanAction>(table, id, { clearedNames: [...new Set([...row.clearedNames, ...memberIds])] });
  }
}
