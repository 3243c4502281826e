import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, Offer as OfferView, routes } from '@radslag/contracts';
import { Database, Offer } from '@radslag/db';
import { dateOf, SWEDISH_ZONE } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { toOfferView } from './offer-view';

/** One row for every offer, also those that come to nothing: the way in is counted from here. */
@Injectable()
export class LogOffer {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, offered: BodyOf<typeof routes.logOffer>): Promise<OfferView> {
    return asStaff(this.db, staff, async (tx) => {
      if (offered.offeredOn > dateOf(tx.now, SWEDISH_ZONE)) throw new RuleBroken('date-in-future');
      const offer = await tx.insert(Offer, {
        state: 'offered',
        about: offered.about,
        offeredBy: staff.userId,
        offeredOn: offered.offeredOn,
        answeredOn: null,
        declineReason: null,
        referralId: null,
      });
      tx.audit('offer.log', { entity: 'offer', entityId: offer.id });
      return toOfferView(offer, staff.name);
    });
  }
}
