import { giveAnswerProvider } from './give-answer.provider';
import { InboxController } from './inbox.controller';

export const inboxControllers = [InboxController];
export const inboxProviders = [giveAnswerProvider];
