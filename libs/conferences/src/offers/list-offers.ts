import { Injectable } from '@nestjs/common';
import { asStaff, namesOfStaff, type StaffAccess } from '@radslag/access';
import type { ResponseOf, routes } from '@radslag/contracts';
import { Database, Offer } from '@radslag/db';
import { toOfferView } from './offer-view';

/** A social worker sees the offers they made, a manager those of the municipality; newest first. */
@Injectable()
export class ListOffers {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess): Promise<ResponseOf<typeof routes.listOffers>> {
    return asStaff(this.db, staff, async (tx) => {
      const own = staff.role === 'manager' ? {} : { offeredBy: staff.userId };
      const offers = await tx.find(Offer, own, { order: { offeredOn: 'DESC', id: 'DESC' }, take: 500 });
      const names = await namesOfStaff(tx, offers.map((offer) => offer.offeredBy));
      tx.audit('offer.list', { entity: 'offer' });
      return { offers: offers.map((offer) => toOfferView(offer, names.get(offer.offeredBy) ?? '')) };
    });
  }
}
