import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, Offer as OfferView, routes } from '@radslag/contracts';
import { Database, Offer } from '@radslag/db';
import { dateOf, OFFER, SWEDISH_ZONE, transition } from '@radslag/domain';
import { MoveRefused, NotFound, RuleBroken } from '@radslag/platform';
import { toOfferView } from './offer-view';

/** Yes opens the way to a referral. No keeps the reason and the dates, and erases who it was about. */
@Injectable()
export class AnswerOffer {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, offerId: string, answer: BodyOf<typeof routes.answerOffer>): Promise<OfferView> {
    return asStaff(this.db, staff, async (tx) => {
      const offer = await tx.get(Offer, offerId, { lock: true });
      if (offer.offeredBy !== staff.userId) throw new NotFound('offer');
      if (answer.answeredOn > dateOf(tx.now, SWEDISH_ZONE)) throw new RuleBroken('date-in-future');
      const event = answer.answer === 'accepted' ? 'accept' : 'decline';
      const moved = transition(OFFER, offer.state, event);
      if (!moved.ok) throw new MoveRefused('offer', moved.from, moved.event);
      const change =
        answer.answer === 'accepted'
          ? { state: moved.state, answeredOn: answer.answeredOn }
          : { state: moved.state, answeredOn: answer.answeredOn, declineReason: answer.reason, about: null };
      await tx.update(Offer, offerId, change);
      tx.audit(`offer.${event}`, { entity: 'offer', entityId: offerId });
      return toOfferView({ ...offer, ...change }, staff.name);
    });
  }
}
