import { AllocationController } from './allocation.controller';
import { caseAnswerProvider } from './case-answer.provider';
import { ReferralsController } from './referrals.controller';

export const referralControllers = [ReferralsController, AllocationController];
export const referralProviders = [caseAnswerProvider];
