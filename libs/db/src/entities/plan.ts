import { Index } from 'typeorm';
import { ACTION_REPORTS, ACTION_STATES, PLAN_SCOPES, PLAN_STATES, RELEASED_HOW, type ActionReport, type ActionState, type PlanScope, type PlanState, type ReleasedHow } from '@radslag/domain';
import { BelongsTo, Day, Flag, Int, Known, Moment, PointsTo, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { StaffUser } from './access';
import { Conference } from './conference';
import { BottomLine, FamilyQuestion, NetworkMember, Referral } from './referral';

@TenantTable('family_plan')
@Known('family_plan', 'state', PLAN_STATES)
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => Referral, 'referralId')
@BelongsTo(() => BottomLine, 'brokenBottomLineId')
@PointsTo(() => StaffUser, 'decidedBy')
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
  /** The same for the conditions as for a row: whose names somebody has said not to stand there. */
  @Uuid({ array: true, default: () => "'{}'" }) clearedNames!: string[];
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
  /** Protected people whose names seem to stand in the row, and of whom somebody has said that it is not they. */
  @Uuid({ array: true, default: () => "'{}'" }) clearedNames!: string[];
  @Int({ default: 1 }) version!: number;
}

/** The plan as it was at each step; earlier versions are never overwritten. */
@TenantTable('plan_revision')
@BelongsTo(() => FamilyPlan, 'planId')
@PointsTo(() => StaffUser, 'by')
export class PlanRevision extends TenantRow {
  @Uuid() planId!: string;
  @Int() draftNumber!: number;
  @Text() event!: string;
  @Sealed() snapshot!: string;
  @Moment() at!: Date;
  @Uuid({ nullable: true }) by!: string | null;
}

/** Who may read the plan: those who were there, and others one by one. A release that was taken back stays as history. */
@TenantTable('plan_release')
@Known('plan_release', 'scope', PLAN_SCOPES)
@Known('plan_release', 'how', RELEASED_HOW)
@BelongsTo(() => FamilyPlan, 'planId')
@BelongsTo(() => NetworkMember, 'memberId')
@PointsTo(() => StaffUser, 'releasedBy')
@PointsTo(() => StaffUser, 'withdrawnBy')
@Index('one_plan_release', ['municipalityId', 'planId', 'memberId'], { unique: true, where: 'withdrawn_at IS NULL' })
export class PlanRelease extends TenantRow {
  @Uuid() planId!: string;
  @Uuid() memberId!: string;
  /** The whole of what this reader may see, or only what they have promised and check. */
  @Text() scope!: PlanScope;
  @Text() how!: ReleasedHow;
  @Moment() releasedAt!: Date;
  @Uuid({ nullable: true }) releasedBy!: string | null;
  @Moment({ nullable: true }) withdrawnAt!: Date | null;
  @Uuid({ nullable: true }) withdrawnBy!: string | null;
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
