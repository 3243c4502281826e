import { ConsentsController } from './consents.controller';
import { NetworkController } from './network.controller';

export const networkControllers = [NetworkController, ConsentsController];
