import { AskForNewLink } from './ask-for-new-link';
import { DeskPhones } from './desk-phones';
import { MunicipalityCard } from './municipality-card';
import { EndSession } from './end-session';
import { EnterTogether } from './enter-together';
import { OpenLink } from './open-link';
import { PassStep } from './pass-step';
import { ReadInvitationPage } from './read-invitation-page';
import { ReportWrongPerson, TakeBackWrongPerson } from './report-wrong-person';
import { SaveDraft } from './save-draft';
import { TellCoordinator } from './tell-coordinator';
import { WriteFeedback } from './write-feedback';
import { MunicipalSite } from '../family-texts/municipal-site';

export * from './family-access';
export * from './family-secrets';
export * from './session-cookie';
export * from './answer-draft';
export * from './invitation-page';
export * from './read-invitation-page';
export * from './open-link';
export * from './pass-step';
export * from './end-session';
export * from './entrance';
export * from './enter-together';
export * from './save-draft';
export * from './family-outreach';
export * from './family-task';
export * from './tell-coordinator';
export * from './tell-of-worry';
export * from './write-feedback';
export * from './report-wrong-person';
export * from './ask-for-new-link';
export * from './desk-phones';
export * from './municipality-card';

/** Beside these the app provides `Database`, `FamilySecrets` and a `FamilyOutreach`. */
export const familyProviders = [OpenLink, ReadInvitationPage, PassStep, EndSession, EnterTogether, SaveDraft, TellCoordinator, WriteFeedback, MunicipalSite, ReportWrongPerson, TakeBackWrongPerson, AskForNewLink, DeskPhones, MunicipalityCard];
