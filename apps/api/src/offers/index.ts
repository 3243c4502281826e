import { OffersController } from './offers.controller';

export const offerControllers = [OffersController];
