import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { AnswerOffer, ListOffers, LogOffer } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class OffersController {
  constructor(
    private readonly listOffers: ListOffers,
    private readonly logOffer: LogOffer,
    private readonly answerOffer: AnswerOffer,
  ) {}

  @Endpoint(routes.listOffers)
  list(@Staff() staff: StaffAccess) {
    return this.listOffers.execute(staff);
  }

  @Endpoint(routes.logOffer)
  log(@Input() input: InputOf<typeof routes.logOffer>, @Staff() staff: StaffAccess) {
    return this.logOffer.execute(staff, input.body);
  }

  @Endpoint(routes.answerOffer)
  answer(@Input() input: InputOf<typeof routes.answerOffer>, @Staff() staff: StaffAccess) {
    return this.answerOffer.execute(staff, input.params.offerId, input.body);
  }
}
