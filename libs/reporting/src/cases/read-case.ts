import { Injectable } from '@nestjs/common';
import { asStaff, openCase, privateTimeOf, type StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import { BottomLine, Database, FamilyPlan, FamilyQuestion, FocalPerson, OfferedResource, Referral, type Tx } from '@radslag/db';
import { listedCases } from './case-summary';
import { toCaseView } from './case-view';
import { recentEvents } from './recent-events';

/** The whole case as the reader may see it; the read is logged. */
@Injectable()
export class ReadCase {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, referralId: string): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      await openCase(tx, staff, referralId, { action: 'case.read' });
      return this.view(tx, staff, referralId);
    });
  }

  /** In the transaction of someone who has opened the case already: what a change answers with. */
  async view(tx: Tx, staff: StaffAccess, referralId: string): Promise<CaseView> {
    const referral = await tx.get(Referral, referralId);
    const [listed] = await listedCases(tx, staff, [referralId]);
    const inOrder = { order: { position: 'ASC' } } as const;
    const [plan] = await tx.find(FamilyPlan, { referralId }, { order: { createdAt: 'DESC', id: 'DESC' }, take: 1 });
    return toCaseView(staff, tx.now, {
      referral,
      listed: listed!,
      focalPersons: await tx.find(FocalPerson, { referralId }, inOrder),
      questions: await tx.find(FamilyQuestion, { referralId }, inOrder),
      bottomLines: await tx.find(BottomLine, { referralId }, inOrder),
      resources: await tx.find(OfferedResource, { referralId }, inOrder),
      privateTime: await privateTimeOf(tx, referralId),
      planId: plan?.id ?? null,
      recentEvents: await recentEvents(tx, referralId),
    });
  }
}
