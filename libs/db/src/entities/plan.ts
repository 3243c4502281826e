import { Index } from 'typeorm';
import { ACTION_REPORTS, ACTION_STATES, PLAN_STATES, type ActionReport, type ActionState, type PlanState } from '@radslag/domain';
import { BelongsTo, Day, Flag, Int, Known, Moment, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { Conference } from './conference';
import { BottomLine, FamilyQuestion, NetworkMember, Referral } from './referral';

@TenantTable('family_plan')
@Known('family_plan', 'state', PLAN_STATES)
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => Referral, 'referralId')
@BelongsTo(() => BottomLine, 'brokenBottomLineId')
@Index('one_plan_per_conference', ['municipalityId', 'conferenceId'], { unique: true })
export class FamilyPlan extends TenantRow {
  @Uuid() conferenceId!: string;
  @Uuid() referralId!: string;
  @Text() state!: PlanState;
  /** The draft's number: 1, and one more for each revision. */
  @Int({ default: 1 }) draftNumber!: number;
  @Moment({ nullable: true }) presentedAt!: Date | null;
  @Moment({ nullable: true }) decidedAt!: Date | null;
  @Uuid({ nullable: true }) decidedBy!: string | null;
  @Sealed({ nullable: true }) decisionReason!: string | null;
  @Sealed({ nullable: true }) conditions!: string | null;
  /** A refusal or a request for revision names the bottom line it breaks. */
  @Uuid({ nullable: true }) brokenBottomLineId!: string | null;
  @Day({ nullable: true }) reviewOn!: string | null;
  @Moment({ nullable: true }) releasedAt!: Date | null;
  @Moment() createdAt!: Date;
  @Int({ default: 1 }) version!: number;
}

@TenantTable('plan_action')
@Known('plan_action', 'state', ACTION_STATES)
@BelongsTo(() => FamilyPlan, 'planId')
@BelongsTo(() => FamilyQuestion, 'questionId')
@BelongsTo(() => NetworkMember, 'ownerId')
@BelongsTo(() => NetworkMember, 'checkerId')
export class PlanAction extends TenantRow {
  @Uuid() planId!: string;
  @Uuid() questionId!: string;
  @Int() position!: number;
  @Text() state!: ActionState;
  @Sealed({ nullable: true }) what!: string | null;
  @Uuid({ nullable: true }) ownerId!: string | null;
  /** 'tisdagar kl. 17.30' */
  @Sealed({ nullable: true }) whenText!: string | null;
  @Day({ nullable: true }) dueOn!: string | null;
  @Uuid({ nullable: true }) checkerId!: string | null;
  @Sealed({ nullable: true }) planB!: string | null;
  /** A wish for an intervention: decided by the board, not by the plan. */
  @Flag() needsDecision!: boolean;
  @Uuid({ array: true, default: () => "'{}'" }) meetsBottomLineIds!: string[];
  @Moment({ nullable: true }) struckAt!: Date | null;
  @Int({ default: 1 }) version!: number;
}

/** The plan as it was at each step; earlier versions are never overwritten. */
@TenantTable('plan_revision')
@BelongsTo(() => FamilyPlan, 'planId')
export class PlanRevision extends TenantRow {
  @Uuid() planId!: string;
  @Int() draftNumber!: number;
  @Text() event!: string;
  @Sealed() snapshot!: string;
  @Moment() at!: Date;
  @Uuid({ nullable: true }) by!: string | null;
}

/** How the owner says it goes, from the page behind the link. */
@TenantTable('action_report')
@Known('action_report', 'value', ACTION_REPORTS)
@BelongsTo(() => PlanAction, 'actionId')
@BelongsTo(() => NetworkMember, 'memberId')
export class ActionReportRow extends TenantRow {
  @Uuid() actionId!: string;
  @Uuid() memberId!: string;
  @Text() value!: ActionReport;
  @Moment() at!: Date;
}
