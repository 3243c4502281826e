import { ChangeRules } from './change-rules';
import { PlanAnew } from './plan-anew';
import { ReadRules } from './read-rules';

export { ChangeRules, PlanAnew, ReadRules };
export const rulesProviders = [ReadRules, ChangeRules, PlanAnew];
