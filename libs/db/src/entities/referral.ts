import { Check, Index } from 'typeorm';
import { CHANNELS, CONSENT_FORMS, CONSENT_PURPOSES, DECLINE_REASONS, MEMBER_STATES, OFFER_STATES, PAIR_MEASURES, REFERRAL_STATES, RINGS, SIDES, TIES, type ConsentForm, type ConsentPurpose, type DeclineReason, type MemberState, type OfferState, type PairMeasure, type ReferralState, type Ring, type Side, type Tie, type Channel } from '@radslag/domain';
import { BelongsTo, Bytes, Day, Flag, Int, Known, Moment, PointsTo, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { StaffUser } from './access';

@TenantTable('offer')
@Known('offer', 'state', OFFER_STATES)
@Known('offer', 'decline_reason', DECLINE_REASONS)
@BelongsTo(() => StaffUser, 'offeredBy')
@PointsTo(() => Referral, 'referralId')
@Check('offer_declined_keeps_nothing', `state <> 'declined' OR (about IS NULL AND decline_reason IS NOT NULL)`)
export class Offer extends TenantRow {
  @Text() state!: OfferState;
  /** Who it was offered to, in the offerer's words (initials); erased when the family says no. */
  @Sealed({ nullable: true }) about!: string | null;
  @Uuid() offeredBy!: string;
  @Day() offeredOn!: string;
  @Day({ nullable: true }) answeredOn!: string | null;
  @Text({ nullable: true }) declineReason!: DeclineReason | null;
  @Uuid({ nullable: true }) referralId!: string | null;
}

@TenantTable('referral')
@Known('referral', 'state', REFERRAL_STATES)
@BelongsTo(() => StaffUser, 'socialWorkerId')
@PointsTo(() => StaffUser, 'coordinatorId')
@PointsTo(() => Offer, 'offerId')
@Index(['municipalityId', 'reference'], { unique: true })
@Index(['municipalityId', 'coordinatorId'])
export class Referral extends TenantRow {
  /** Speakable on the phone: '2026-014'. */
  @Text() reference!: string;
  @Uuid({ nullable: true }) offerId!: string | null;
  @Text() state!: ReferralState;
  @Uuid() socialWorkerId!: string;
  @Uuid({ nullable: true }) coordinatorId!: string | null;
  @Sealed({ nullable: true }) situation!: string | null;
  @Sealed({ nullable: true }) worries!: string | null;
  @Sealed({ nullable: true }) strengths!: string | null;
  @Sealed({ nullable: true }) goals!: string | null;
  /** Nothing is off the table: said on purpose, not forgotten. */
  @Flag() noBottomLines!: boolean;
  @Text({ array: true, default: () => "'{sv}'" }) languages!: string[];
  @Sealed({ nullable: true }) returnReason!: string | null;
  @Moment({ nullable: true }) submittedAt!: Date | null;
  @Moment({ nullable: true }) acceptedAt!: Date | null;
  @Moment({ nullable: true }) allocatedAt!: Date | null;
  /** The coordinator's declaration that there is no conflict of interest. */
  @Moment({ nullable: true }) conflictDeclaredAt!: Date | null;
  @Moment({ nullable: true }) closedAt!: Date | null;
  @Text({ nullable: true }) closingReason!: string | null;
  /** When the conference should have been held. */
  @Day({ nullable: true }) holdBy!: string | null;
  @Moment() createdAt!: Date;
  @Moment() updatedAt!: Date;
  @Int({ default: 1 }) version!: number;
}

@TenantTable('focal_person')
@BelongsTo(() => Referral, 'referralId')
export class FocalPerson extends TenantRow {
  @Uuid() referralId!: string;
  @Int() position!: number;
  @Sealed() givenName!: string;
  @Sealed() familyName!: string;
  /** 'YYYY-MM-DD' */
  @Sealed({ nullable: true, fact: true }) birthDate!: string | null;
  @Sealed({ nullable: true, fact: true }) personalNumber!: string | null;
  @Flag() protected!: boolean;
}

@TenantTable('family_question')
@BelongsTo(() => Referral, 'referralId')
export class FamilyQuestion extends TenantRow {
  @Uuid() referralId!: string;
  @Int() position!: number;
  @Sealed() text!: string;
}

@TenantTable('bottom_line')
@BelongsTo(() => Referral, 'referralId')
export class BottomLine extends TenantRow {
  @Uuid() referralId!: string;
  @Int() position!: number;
  @Sealed() text!: string;
}

@TenantTable('offered_resource')
@BelongsTo(() => Referral, 'referralId')
export class OfferedResource extends TenantRow {
  @Uuid() referralId!: string;
  @Int() position!: number;
  @Sealed() text!: string;
}

/** Protected people have no number at all here: nothing can be sent to what is not stored (reliability §2). */
@TenantTable('network_member')
@Known('network_member', 'state', MEMBER_STATES)
@Known('network_member', 'side', SIDES)
@Known('network_member', 'ring', RINGS)
@Known('network_member', 'channel', CHANNELS)
@BelongsTo(() => Referral, 'referralId')
@Index(['municipalityId', 'phoneIndex'])
@Check('network_member_protected_has_no_number', `NOT protected OR (phone IS NULL AND phone_index IS NULL AND email IS NULL AND postal_address IS NULL AND channel = 'staffOnly')`)
@Check('network_member_phone_indexed', `(phone IS NULL) = (phone_index IS NULL)`)
@Check('network_member_hours_both', `(hours_from IS NULL) = (hours_to IS NULL)`)
@BelongsTo(() => NetworkMember, 'delegateId')
@PointsTo(() => FocalPerson, 'focalPersonId')
@PointsTo(() => StaffUser, 'staffUserId')
export class NetworkMember extends TenantRow {
  @Uuid() referralId!: string;
  @Text() state!: MemberState;
  /** Set when this person is one of those the conference is about (the child answers too, often through someone). */
  @Uuid({ nullable: true }) focalPersonId!: string | null;
  /** Set when this person is staff (the social worker who refers takes part in the information phase). */
  @Uuid({ nullable: true }) staffUserId!: string | null;
  @Sealed() givenName!: string;
  @Sealed() familyName!: string;
  /** What the family calls it: 'mormor', 'granne', 'fotbollstränare'. */
  @Sealed() relation!: string;
  @Text() side!: Side;
  @Text() ring!: Ring;
  @Flag() professional!: boolean;
  @Flag() guardian!: boolean;
  @Flag() supportPerson!: boolean;
  @Flag() mustAttend!: boolean;
  @Text({ default: 'sv' }) language!: string;
  /** The first choice; `otherChannels` are tried after it, in order. */
  @Text() channel!: Channel;
  @Text({ array: true, default: () => "'{}'" }) otherChannels!: Channel[];
  /** The channel that last brought an answer or a delivery: tried first. */
  @Text({ nullable: true }) lastReachedBy!: Channel | null;
  @Sealed({ nullable: true, fact: true }) phone!: string | null;
  /** HMAC of the number under the municipality's index key: equality only. */
  @Bytes({ nullable: true }) phoneIndex!: Buffer | null;
  @Flag() sharedPhone!: boolean;
  @Flag() noSms!: boolean;
  /** 'Ring mig inte.' */
  @Flag() noCalls!: boolean;
  @Flag() protected!: boolean;
  @Sealed({ nullable: true, fact: true }) email!: string | null;
  /** As it stands on an envelope, lines separated by \n. */
  @Sealed({ nullable: true, fact: true }) postalAddress!: string | null;
  /** Wall clocks 'HH:MM' within which this person may be contacted, inside the municipality's own hours. */
  @Text({ nullable: true }) hoursFrom!: string | null;
  @Text({ nullable: true }) hoursTo!: string | null;
  /** 'Kontakta inte före': no message before this day. */
  @Day({ nullable: true }) notBefore!: string | null;
  /** On a shared phone: may the text say for whom it is? By initials, or by the name agreed. */
  @Flag() initialsAllowed!: boolean;
  @Sealed({ nullable: true, fact: true }) alias!: string | null;
  /** Somebody in the network whose phone messages to this person go to. */
  @Uuid({ nullable: true }) delegateId!: string | null;
  @Flag() voicemailAllowed!: boolean;
  /** Agreed at the first call; begins every text, so that the person knows it is ours. */
  @Sealed({ nullable: true, fact: true }) agreedWord!: string | null;
  /** 'YYYY': the second step behind the link. */
  @Sealed({ nullable: true, fact: true }) birthYear!: string | null;
  /** JSON list of needs known from preparation: [{need, detail}]. */
  @Sealed({ nullable: true, fact: true }) needs!: string | null;
  @Sealed({ nullable: true }) canHelpWith!: string | null;
  @Sealed({ nullable: true }) note!: string | null;
  @Moment({ nullable: true }) agreedAt!: Date | null;
  @Moment({ nullable: true }) contactedAt!: Date | null;
  @Moment({ nullable: true }) preparedAt!: Date | null;
  @Moment({ nullable: true }) removedAt!: Date | null;
  @Moment() createdAt!: Date;
  @Int({ default: 1 }) version!: number;
}

@TenantTable('member_tie')
@Known('member_tie', 'kind', TIES)
@BelongsTo(() => Referral, 'referralId')
@BelongsTo(() => NetworkMember, 'fromMemberId')
@BelongsTo(() => NetworkMember, 'toMemberId')
@BelongsTo(() => NetworkMember, 'boundMemberId')
@PointsTo(() => StaffUser, 'removedBy')
@Check('member_tie_binds_an_end', `bound_member_id IS NULL OR (kind = 'contactBan' AND (bound_member_id = to_member_id OR bound_member_id = from_member_id))`)
export class MemberTie extends TenantRow {
  @Uuid() referralId!: string;
  /** NULL: the focal child. */
  @Uuid({ nullable: true }) fromMemberId!: string | null;
  @Uuid() toMemberId!: string;
  @Text() kind!: Tie;
  @Day({ nullable: true }) until!: string | null;
  /** Whom a contact ban binds; NULL: nobody has said. */
  @Uuid({ nullable: true }) boundMemberId!: string | null;
  /** Erased from the map. The row stays: what was known, and what was decided about it, is history. */
  @Moment({ nullable: true }) removedAt!: Date | null;
  @Uuid({ nullable: true }) removedBy!: string | null;
}

/** A manager has decided that two people between whom a ban stands, or who are kept apart, can be in the same conference, and how. */
@TenantTable('pair_decision')
@Known('pair_decision', 'measure', PAIR_MEASURES)
@BelongsTo(() => Referral, 'referralId')
@BelongsTo(() => MemberTie, 'tieId')
@BelongsTo(() => StaffUser, 'decidedBy')
@PointsTo(() => StaffUser, 'revokedBy')
@Index('one_pair_decision', ['municipalityId', 'tieId'], { unique: true, where: 'revoked_at IS NULL' })
@Check('pair_decision_revoked_by_someone', `(revoked_at IS NULL) = (revoked_by IS NULL)`)
export class PairDecision extends TenantRow {
  @Uuid() referralId!: string;
  @Uuid() tieId!: string;
  @Text() measure!: PairMeasure;
  @Sealed() ground!: string;
  @Uuid() decidedBy!: string;
  @Moment() decidedAt!: Date;
  @Moment({ nullable: true }) revokedAt!: Date | null;
  @Uuid({ nullable: true }) revokedBy!: string | null;
}

/** Person × purpose × form × valid-until × withdrawn-at; rows are never changed but for the withdrawal. */
@TenantTable('consent')
@Known('consent', 'purpose', CONSENT_PURPOSES)
@Known('consent', 'form', CONSENT_FORMS)
@BelongsTo(() => Referral, 'referralId')
@BelongsTo(() => NetworkMember, 'memberId')
@PointsTo(() => StaffUser, 'recordedBy')
@Index('consent_of_member', ['municipalityId', 'id', 'memberId'], { unique: true })
export class Consent extends TenantRow {
  @Uuid() referralId!: string;
  @Uuid() memberId!: string;
  @Text() purpose!: ConsentPurpose;
  @Text() form!: ConsentForm;
  @Day() givenOn!: string;
  @Day({ nullable: true }) validUntil!: string | null;
  @Moment({ nullable: true }) withdrawnAt!: Date | null;
  @Uuid() recordedBy!: string;
  @Moment() recordedAt!: Date;
  @Sealed({ nullable: true }) note!: string | null;
}
