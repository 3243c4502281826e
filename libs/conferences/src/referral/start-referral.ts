import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import { Database, Offer, Referral, type Tx } from '@radslag/db';
import { dateOf, SWEDISH_ZONE } from '@radslag/domain';
import { NotFound, RuleBroken } from '@radslag/platform';
import { CaseAnswer } from './case-answer';

/** Begins a referral from an offer the family said yes to; the one who offered it refers it. */
@Injectable()
export class StartReferral {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, offerId: string): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      const offer = await tx.get(Offer, offerId, { lock: true });
      if (offer.offeredBy !== staff.userId) throw new NotFound('offer');
      if (offer.state !== 'accepted') throw new RuleBroken('offer-not-accepted');
      if (offer.referralId !== null) throw new RuleBroken('offer-already-used');
      const referral = await tx.insert(Referral, {
        reference: await nextReference(tx),
        offerId,
        state: 'draft',
        socialWorkerId: staff.userId,
        languages: ['sv'],
        createdAt: tx.now,
        updatedAt: tx.now,
      });
      await tx.update(Offer, offerId, { referralId: referral.id });
      tx.audit('referral.start', { entity: 'referral', entityId: referral.id, referralId: referral.id });
      tx.announce({ referralId: referral.id, userId: staff.userId, what: 'referral' });
      return this.answer.view(tx, staff, referral.id);
    });
  }
}

/**
 * '2026-014': the year and the next number of the municipality. The counter's row stays locked until the commit, so two who
 * start at once get one number each, and one who gives up leaves no gap.
 */
async function nextReference(tx: Tx): Promise<string> {
  const year = dateOf(tx.now, SWEDISH_ZONE).slice(0, 4);
  const [counter] = await tx.query<{ last: number }>(
    `INSERT INTO reference_counter (municipality_id, id, year, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (municipality_id, year) DO UPDATE SET last = reference_counter.last + 1 RETURNING last`,
    [tx.municipalityId, tx.newId(), Number(year)],
  );
  return `${year}-${String(counter!.last).padStart(3, '0')}`;
}
