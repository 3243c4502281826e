import { Check, Index } from 'typeorm';
import { FAMILY_LANGUAGES, MESSAGE_KINDS, OPERATORS, TEMPLATE_STATES, type FamilyLanguage, type MessageKind, type OperatorName, type OutreachPolicy, type TemplateState } from '@radslag/domain';
import { Column } from 'typeorm';
import { BelongsTo, Day, Flag, Int, Known, Moment, PointsTo, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { StaffUser } from './access';

/** How a municipality sends: hours, offsets, ladder, caps. A history; the highest version holds, none means the default. */
@TenantTable('outreach_policy')
@PointsTo(() => StaffUser, 'changedBy')
@Index(['municipalityId', 'version'], { unique: true })
export class OutreachPolicyVersion extends TenantRow {
  @Int() version!: number;
  @Column('jsonb') policy!: OutreachPolicy;
  @Uuid() changedBy!: string;
  @Moment() changedAt!: Date;
}

/** A municipality's own words for a kind of message. Without an approved one the built-in text is used. */
@TenantTable('message_template')
@Known('message_template', 'kind', MESSAGE_KINDS)
@Known('message_template', 'language', FAMILY_LANGUAGES)
@Known('message_template', 'state', TEMPLATE_STATES)
@PointsTo(() => StaffUser, 'createdBy')
@PointsTo(() => StaffUser, 'approvedBy')
@PointsTo(() => StaffUser, 'withdrawnBy')
@Index(['municipalityId', 'kind', 'language', 'version'], { unique: true })
@Index('template_in_use', ['municipalityId', 'kind', 'language'], { unique: true, where: `state = 'approved'` })
@Check('message_template_approved_by_someone', `state <> 'approved' OR (approved_by IS NOT NULL AND approved_at IS NOT NULL)`)
export class MessageTemplate extends TenantRow {
  @Text() kind!: MessageKind;
  @Text() language!: FamilyLanguage;
  @Int() version!: number;
  /** With {placeholders}; never about one person. */
  @Text() body!: string;
  @Text() state!: TemplateState;
  /** Why a manager let words through that the neutral filter refuses. */
  @Text({ nullable: true }) overrideReason!: string | null;
  @Uuid() createdBy!: string;
  @Moment() createdAt!: Date;
  @Uuid({ nullable: true }) approvedBy!: string | null;
  @Moment({ nullable: true }) approvedAt!: Date | null;
  /** Taken out of use by somebody, not only replaced: it never comes back. */
  @Uuid({ nullable: true }) withdrawnBy!: string | null;
  @Moment({ nullable: true }) withdrawnAt!: Date | null;
}

/**
 * What a municipality says on the family pages in its own words, and which texts somebody has read and approved. A history;
 * the highest version of a place that is in use holds: one that a second person has read, or the built-in text again. Higher
 * ones are proposals.
 */
@TenantTable('family_text')
@Known('family_text', 'language', FAMILY_LANGUAGES)
@PointsTo(() => StaffUser, 'changedBy')
@PointsTo(() => StaffUser, 'reviewedBy')
@Index(['municipalityId', 'language', 'path', 'version'], { unique: true })
@Check('family_text_reviewed_by_another', `reviewed_by IS NULL OR (reviewed_at IS NOT NULL AND (text IS NULL OR reviewed_by <> changed_by))`)
export class FamilyText extends TenantRow {
  @Text() language!: FamilyLanguage;
  /** Where the text stands: `start.facts.never`. */
  @Text() path!: string;
  @Int() version!: number;
  /** An ICU message; null: the built-in text. Never about one person. */
  @Text({ nullable: true }) text!: string | null;
  /** SHA-256 of the Swedish and the built-in text it was written or read against: when a release changes them it has to be read again. */
  @Text() basis!: string;
  @Uuid() changedBy!: string;
  @Moment() changedAt!: Date;
  @Uuid({ nullable: true }) reviewedBy!: string | null;
  @Moment({ nullable: true }) reviewedAt!: Date | null;
  /** In use on one person's word, from before two were needed. */
  @Flag() alone!: boolean;
}

/** Whom a municipality sends through, and how much of it. None: the operator in the settings. */
@TenantTable('operator_account')
@Known('operator_account', 'operator', OPERATORS)
@Index(['municipalityId', 'operator'], { unique: true })
@Check('operator_account_weight', `weight BETWEEN 0 AND 100`)
export class OperatorAccount extends TenantRow {
  @Text() operator!: OperatorName;
  /** Null: the operator's own address. */
  @Text({ nullable: true }) url!: string | null;
  @Sealed({ fact: true }) user!: string;
  @Sealed({ fact: true }) password!: string;
  @Int({ default: 50 }) weight!: number;
  @Flag({ default: true }) enabled!: boolean;
  /** When the credentials were last set: what was sent before that may be on another account's record. */
  @Moment() changedAt!: Date;
  /** What was replaced then: what has left is told of with that one's signature. */
  @Sealed({ nullable: true, fact: true }) formerPassword!: string | null;
  @Moment({ nullable: true }) formerUntil!: Date | null;
}

/**
 * The addresses that a municipality has at an operator, one in use and those it had before; none: the first is in use. The secret in
 * an address is reckoned from its number and stands nowhere.
 */
@TenantTable('callback_address')
@Known('callback_address', 'operator', OPERATORS)
@Index(['municipalityId', 'operator', 'version'], { unique: true })
@Index('callback_address_in_use', ['municipalityId', 'operator'], { unique: true, where: `heard_until IS NULL` })
export class CallbackAddress extends TenantRow {
  @Text() operator!: OperatorName;
  @Int() version!: number;
  @Moment() madeAt!: Date;
  /** Null: in use. */
  @Moment({ nullable: true }) heardUntil!: Date | null;
  /** The last reply that came to it, within an hour. */
  @Moment({ nullable: true }) heardAt!: Date | null;
  /** What came to it and was not taken: it had ended, or the operator's own signature was wrong. */
  @Int({ default: 0 }) refused!: number;
  @Moment({ nullable: true }) refusedAt!: Date | null;
}

/** The morning's list to one member of staff: once a day, numbers only. */
@TenantTable('staff_digest')
@BelongsTo(() => StaffUser, 'userId')
@Index(['municipalityId', 'userId', 'day'], { unique: true })
export class StaffDigest extends TenantRow {
  @Uuid() userId!: string;
  @Day() day!: string;
  @Int() waiting!: number;
  @Int() urgent!: number;
  @Moment() writtenAt!: Date;
  /** Null: not yet, or not known. */
  @Moment({ nullable: true }) sentAt!: Date | null;
}
