import type { Provider, Type } from '@nestjs/common';
import { familyTextProviders } from '@radslag/access';
import { conferencesProviders } from '@radslag/conferences';
import { outreachProviders } from '@radslag/outreach';
import { plansProviders } from '@radslag/plans';
import { reportingProviders } from '@radslag/reporting';
import { AuditController } from './audit/audit.controller';
import { BoardController } from './board/board.controller';
import { ConferencesController } from './conferences/conferences.controller';
import { InvitationsController } from './conferences/invitations.controller';
import { PreviewsController } from './conferences/previews.controller';
import { DayController } from './day/day.controller';
import { FamilySiteController } from './family-site/family-site.controller';
import { HooksController } from './hooks/hooks.controller';
import { inboxControllers, inboxProviders } from './inbox';
import { ConsentsController } from './network/consents.controller';
import { NetworkController } from './network/network.controller';
import { ReachingController } from './network/reaching.controller';
import { OffersController } from './offers/offers.controller';
import { OperatorsController } from './operators/operators.controller';
import { OutreachController } from './outreach/outreach.controller';
import { ActionsController } from './plans/actions.controller';
import { PlansController } from './plans/plans.controller';
import { AllocationController } from './referrals/allocation.controller';
import { referralProviders } from './referrals';
import { ReferralsController } from './referrals/referrals.controller';
import { ProofController } from './sending/proof.controller';
import { SendingController } from './sending/sending.controller';
import { TodayController } from './today/today.controller';

/** Every area of work: its controllers, and the use cases they translate for. */
export const controllers: Type[] = [
  TodayController,
  AuditController,
  OffersController,
  ReferralsController,
  AllocationController,
  NetworkController,
  ConsentsController,
  ReachingController,
  ConferencesController,
  InvitationsController,
  PreviewsController,
  DayController,
  OutreachController,
  OperatorsController,
  BoardController,
  SendingController,
  ProofController,
  FamilySiteController,
  ...inboxControllers,
  PlansController,
  ActionsController,
  HooksController,
];

export const providers: Provider[] = [...conferencesProviders, ...outreachProviders, ...plansProviders, ...reportingProviders, ...referralProviders, ...inboxProviders, ...familyTextProviders];
