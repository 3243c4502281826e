import { AcceptReferral } from './accept-referral';
import { AllocateCoordinator } from './allocate-coordinator';
import { CloseReferral } from './close-referral';
import { DeclareConflict } from './declare-conflict';
import { ListCoordinators } from './list-coordinators';
import { ReturnReferral } from './return-referral';
import { SaveReferral } from './save-referral';
import { StartReferral } from './start-referral';
import { SubmitReferral } from './submit-referral';

export * from './accept-referral';
export * from './allocate-coordinator';
export * from './case-answer';
export * from './close-referral';
export * from './declare-conflict';
export * from './list-coordinators';
export * from './return-referral';
export * from './save-referral';
export * from './start-referral';
export * from './submit-referral';

export const referralProviders = [StartReferral, SaveReferral, SubmitReferral, ReturnReferral, AcceptReferral, ListCoordinators, AllocateCoordinator, DeclareConflict, CloseReferral];
