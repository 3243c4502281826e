import { ClaimReply } from './claim-reply';
import { HandleReply } from './handle-reply';
import { ReadInbox } from './read-inbox';
import { ReadReply } from './read-reply';
import { ReopenReply } from './reopen-reply';

export { ClaimReply, HandleReply, ReadInbox, ReadReply, ReopenReply };

export const inboxProviders = [ReadInbox, ReadReply, ClaimReply, HandleReply, ReopenReply];
