import { ApproveText } from './approve-text';
import { DraftText } from './draft-text';
import { ReadTexts } from './read-texts';
import { WithdrawText } from './withdraw-text';

export { ApproveText, DraftText, ReadTexts, WithdrawText };
export const textProviders = [ReadTexts, DraftText, ApproveText, WithdrawText];
