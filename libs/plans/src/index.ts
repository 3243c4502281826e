import { AddAction } from './add-action';
import { ChangeAction } from './change-action';
import { DecidePlan } from './decide-plan';
import { OrderActions } from './order-actions';
import { PlanPdf } from './plan-pdf';
import { PresentPlan } from './present-plan';
import { ReadPlan } from './read-plan';
import { ReportAction } from './report-action';
import { RevisePlan } from './revise-plan';
import { SettleAction } from './settle-action';
import { StartPlan } from './start-plan';
import { StrikeAction } from './strike-action';

export * from './add-action';
export * from './change-action';
export * from './decide-plan';
export * from './order-actions';
export * from './plan-pdf';
export * from './present-plan';
export * from './read-plan';
export * from './report-action';
export * from './revise-plan';
export * from './settle-action';
export * from './start-plan';
export * from './strike-action';
export { readReleasedPlan, type ReleasedPlan } from './read-released-plan';

export const plansProviders = [ReadPlan, StartPlan, AddAction, ChangeAction, OrderActions, StrikeAction, PresentPlan, DecidePlan, RevisePlan, SettleAction, PlanPdf, ReportAction];
