import { BottomLine, FamilyQuestion, FocalPerson, OfferedResource, type Tx } from '@radslag/db';

export type ReferralParts = { focalPersons: FocalPerson[]; questions: FamilyQuestion[]; bottomLines: BottomLine[]; resources: OfferedResource[] };

/** What a referral consists of, in the order it was written. */
export async function partsOfReferral(tx: Tx, referralId: string): Promise<ReferralParts> {
  const inOrder = { order: { position: 'ASC' } } as const;
  return {
    focalPersons: await tx.find(FocalPerson, { referralId }, inOrder),
    questions: await tx.find(FamilyQuestion, { referralId }, inOrder),
    bottomLines: await tx.find(BottomLine, { referralId }, inOrder),
    resources: await tx.find(OfferedResource, { referralId }, inOrder),
  };
}
