import { ChangeRules } from './change-rules';
import { ReadRules } from './read-rules';

export { ChangeRules, ReadRules };
export const rulesProviders = [ReadRules, ChangeRules];
