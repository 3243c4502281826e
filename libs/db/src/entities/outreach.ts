import { Check, Index, ForeignKey } from 'typeorm';
import { CHANNELS, FAMILY_LANGUAGES, HANDLED_HOW, INBOUND_KINDS, MESSAGE_KINDS, MESSAGE_STATES, REPLY_MEANINGS, type Channel, type FamilyLanguage, type HandledHow, type InboundKind, type MessageKind, type MessageReason, type MessageState, type ReplyMeaning, type UnclearReason } from '@radslag/domain';
import { BelongsTo, Bytes, Flag, Int, Known, Moment, PointsTo, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { StaffUser } from './access';
import { Conference, Invitation } from './conference';
import { PlanAction } from './plan';
import { Consent, NetworkMember, Referral } from './referral';

/**
 * The ledger: one row per intended message. The row decides, the queue only rings. `consent_id` makes it impossible to
 * write a row for somebody who has not agreed to be contacted (foreign key to that person's consent, and a trigger that
 * looks at purpose and withdrawal).
 *
 * No index may look at `state`, `leaseUntil`, `epoch`, `attempts` or `acceptedAt`: claim and mark change them for every send,
 * and stay where the row lies only as long as no index has to know.
 */
@TenantTable('message')
@Known('message', 'kind', MESSAGE_KINDS)
@Known('message', 'state', MESSAGE_STATES)
@Known('message', 'channel', CHANNELS)
@PointsTo(() => Referral, 'referralId')
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => NetworkMember, 'memberId')
@BelongsTo(() => Invitation, 'invitationId')
@PointsTo(() => PlanAction, 'actionId')
@ForeignKey(() => Consent, ['municipalityId', 'consentId', 'memberId'], ['municipalityId', 'id', 'memberId'])
@Index('message_once', ['municipalityId', 'idempotencyKey'], { unique: true })
@Index('message_due', ['municipalityId', 'dueAt'], { where: `body_hash IS NULL AND ended_at IS NULL` })
@Index('message_in_doubt', ['municipalityId', 'dueAt'], { where: `reason = 'outcomeUnknown' AND ended_at IS NULL` })
@Index('message_to_forget', ['municipalityId', 'dueAt'], { where: `forgotten_at IS NULL AND body_hash IS NOT NULL` })
@Check('message_not_after_due', `not_after >= due_at`)
@Check('message_unsent_has_no_text', `state NOT IN ('planned','held','queued') OR (body_hash IS NULL AND ended_at IS NULL)`)
export class Message extends TenantRow {
  @Uuid() referralId!: string;
  @Uuid() conferenceId!: string;
  @Uuid() memberId!: string;
  @Uuid() invitationId!: string;
  @Uuid() consentId!: string;
  /** The plan action an `actionDue` reminder is about. */
  @Uuid({ nullable: true }) actionId!: string | null;
  @Text() kind!: MessageKind;
  /** The conference's schedule version it was planned for: an older one is never sent. */
  @Int() scheduleVersion!: number;
  /** The start that its text tells, where it tells one. */
  @Text({ nullable: true }) tellsLocal!: string | null;
  @Text() channel!: Channel;
  @Text() state!: MessageState;
  @Text({ nullable: true }) reason!: MessageReason | null;
  /** One per person × kind × version: what makes "once" true. */
  @Text() idempotencyKey!: string;
  @Moment() dueAt!: Date;
  @Moment() notAfter!: Date;
  @Moment({ nullable: true }) leaseUntil!: Date | null;
  /** Raised at each ring; part of the job id, since BullMQ ignores an id it still remembers. */
  @Int({ default: 0 }) epoch!: number;
  @Int({ default: 0 }) attempts!: number;
  @Text({ nullable: true }) templateKey!: string | null;
  @Int({ nullable: true }) templateVersion!: number | null;
  @Text({ nullable: true }) language!: string | null;
  @Int({ nullable: true }) segments!: number | null;
  @Bytes({ nullable: true }) bodyHash!: Buffer | null;
  @Text({ nullable: true }) operator!: string | null;
  @Text({ nullable: true }) operatorMessageId!: string | null;
  /** The operator has been told to forget the text. */
  @Moment({ nullable: true }) forgottenAt!: Date | null;
  /** It could not be told: not again before this. */
  @Moment({ nullable: true }) forgetAfter!: Date | null;
  @Moment({ nullable: true }) acceptedAt!: Date | null;
  @Moment({ nullable: true }) deliveredAt!: Date | null;
  @Moment({ nullable: true }) endedAt!: Date | null;
  @Moment() createdAt!: Date;
}

/** Append-only: every call to an operator, begun before the call and closed after it. */
@TenantTable('message_attempt')
@BelongsTo(() => Message, 'messageId')
@Index(['municipalityId', 'messageId', 'number'], { unique: true })
export class MessageAttempt extends TenantRow {
  @Uuid() messageId!: string;
  @Int() number!: number;
  @Text() operator!: string;
  @Moment() startedAt!: Date;
  @Moment({ nullable: true }) endedAt!: Date | null;
  /** accepted | refused | retryable | unknown */
  @Text({ nullable: true }) outcome!: string | null;
  @Text({ nullable: true }) operatorMessageId!: string | null;
  @Text({ nullable: true }) detail!: string | null;
  /** The blind index of the number that was called: whoever it is asked about later may have another one by then. */
  @Bytes({ nullable: true }) toIndex!: Buffer | null;
}

/** Raw delivery receipts, stored first and applied later, so that order and repeats cannot matter. */
@TenantTable('receipt_inbox')
@Index('receipts_to_apply', ['municipalityId'], { where: `applied_at IS NULL` })
@BelongsTo(() => Message, 'messageId')
@Index(['municipalityId', 'operator', 'operatorMessageId', 'status'], { unique: true })
export class Receipt extends TenantRow {
  @Uuid() messageId!: string;
  @Text() operator!: string;
  @Text() operatorMessageId!: string;
  @Text() status!: string;
  @Moment() receivedAt!: Date;
  @Moment({ nullable: true }) appliedAt!: Date | null;
}

@TenantTable('inbound_message')
@Known('inbound_message', 'kind', INBOUND_KINDS)
@Known('inbound_message', 'said', REPLY_MEANINGS)
@Known('inbound_message', 'handled_how', HANDLED_HOW)
@PointsTo(() => Referral, 'referralId')
@PointsTo(() => Conference, 'conferenceId')
@PointsTo(() => NetworkMember, 'memberId')
@PointsTo(() => StaffUser, 'handledBy')
@Index('inbound_of_case', ['municipalityId', 'referralId', 'receivedAt'], { where: `referral_id IS NOT NULL` })
@Index(['municipalityId', 'operator', 'operatorMessageId'], { unique: true })
@Index('inbound_danger', ['municipalityId'], { where: `urgent AND handled_at IS NULL` })
@Index('inbound_to_handle', ['municipalityId', 'receivedAt'], { where: `handled_at IS NULL` })
export class InboundMessage extends TenantRow {
  @Text({ default: 'text' }) kind!: InboundKind;
  /** A word in it says danger: shown first, and said so. */
  @Flag() urgent!: boolean;
  /** What it was taken to say; null for those from before replies were read. */
  @Text({ nullable: true }) said!: ReplyMeaning | null;
  /** Why it was not taken for an answer, or (`overtaken`) why an answer changed nothing. */
  @Text({ nullable: true }) unclear!: UnclearReason | null;
  @Uuid({ nullable: true }) referralId!: string | null;
  @Uuid({ nullable: true }) conferenceId!: string | null;
  @Text() operator!: string;
  @Text() operatorMessageId!: string;
  @Sealed() sender!: string;
  @Bytes() senderIndex!: Buffer;
  @Sealed() text!: string;
  @Uuid({ nullable: true }) memberId!: string | null;
  @Moment() receivedAt!: Date;
  /** When the operator got it: a callback may come hours late. */
  @Moment({ nullable: true }) sentAt!: Date | null;
  @Moment({ nullable: true }) handledAt!: Date | null;
  @Uuid({ nullable: true }) handledBy!: string | null;
  @Text({ nullable: true }) handledHow!: HandledHow | null;
  /** What came out of the call, in the words of whoever made it. */
  @Sealed({ nullable: true }) note!: string | null;
}

const HELP_ANSWER_STATES = ['due', 'sending', 'accepted', 'failed'] as const;

/** 112 and whom to call, to the number that a cry for help came from; whoever's it is. */
@TenantTable('help_answer')
@Known('help_answer', 'state', HELP_ANSWER_STATES)
@Known('help_answer', 'language', FAMILY_LANGUAGES)
@PointsTo(() => InboundMessage, 'inboundId')
@PointsTo(() => Referral, 'referralId')
@Index(['municipalityId', 'inboundId'], { unique: true })
@Index('help_answers_due', ['leaseUntil'], { where: `ended_at IS NULL` })
@Index('help_answers_to_number', ['municipalityId', 'numberIndex', 'createdAt'])
export class HelpAnswer extends TenantRow {
  @Uuid() inboundId!: string;
  /** Of the one case that the number stands in: its coordinator is whom to call. */
  @Uuid({ nullable: true }) referralId!: string | null;
  @Bytes() numberIndex!: Buffer;
  @Text() language!: FamilyLanguage;
  @Text() state!: (typeof HELP_ANSWER_STATES)[number];
  @Int() attempts!: number;
  @Text({ nullable: true }) operator!: string | null;
  @Text({ nullable: true }) operatorMessageId!: string | null;
  @Text({ nullable: true }) detail!: string | null;
  /** Not looked at before this. */
  @Moment() leaseUntil!: Date;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) endedAt!: Date | null;
}
