import type { Offer as OfferView } from '@radslag/contracts';
import type { Offer } from '@radslag/db';

export function toOfferView(offer: Offer, offeredByName: string): OfferView {
  return {
    id: offer.id,
    state: offer.state,
    about: offer.about,
    offeredBy: { id: offer.offeredBy, name: offeredByName },
    offeredOn: offer.offeredOn,
    answeredOn: offer.answeredOn ?? null,
    declineReason: offer.declineReason ?? null,
    referralId: offer.referralId ?? null,
  };
}
