import { Check, Index } from 'typeorm';
import { ANSWER_SOURCES, ATTENDANCE_MODES, COMING, CONFERENCE_STATES, DAY_PHASES, INVITATION_STATES, NEEDS, PHASE_EVENTS, STORED_MEASURES, TIME_ANSWERS, TOLD_WORRIES, WORRIES, type AnswerSource, type AttendanceMode, type Coming, type ConferenceState, type DayPhase, type InvitationState, type Need, type TimeAnswer, type ToldWorry, type Worry, type WorryMeasure } from '@radslag/domain';
import { BelongsTo, Bytes, Day, Flag, Int, Known, Moment, PointsTo, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { StaffUser } from './access';
import { Consent, NetworkMember, Referral } from './referral';

@TenantTable('conference')
@Known('conference', 'state', CONFERENCE_STATES)
@Known('conference', 'phase', DAY_PHASES)
@BelongsTo(() => Referral, 'referralId')
@Check('conference_confirmed_has_time', `state NOT IN ('confirmed','inProgress','held') OR starts_local IS NOT NULL`)
export class Conference extends TenantRow {
  @Uuid() referralId!: string;
  /** first | review | acute */
  @Text({ default: 'first' }) kind!: string;
  @Text() state!: ConferenceState;
  /** Bumped by every change of time, place or status; messages carry the one they were planned for. */
  @Int({ default: 1 }) scheduleVersion!: number;
  /** Wall time 'YYYY-MM-DDTHH:MM' in `zone`: a conference is at half past five wherever the clocks stand. */
  @Text({ nullable: true }) startsLocal!: string | null;
  @Text({ nullable: true }) endsLocal!: string | null;
  /** Where it stood before the last move: what the page shows as 'Förut'. */
  @Text({ nullable: true }) movedFromLocal!: string | null;
  @Text({ default: 'Europe/Stockholm' }) zone!: string;
  @Day({ nullable: true }) answerBy!: string | null;
  @Sealed({ nullable: true }) venueName!: string | null;
  @Sealed({ nullable: true }) venueAddress!: string | null;
  @Sealed({ nullable: true }) venueDirections!: string | null;
  /** The place is shown behind the second step only once it is released. */
  @Flag() venueReleased!: boolean;
  @Text({ default: 'notStarted' }) phase!: DayPhase;
  @Moment({ nullable: true }) cancelledAt!: Date | null;
  @Text({ nullable: true }) cancelReason!: string | null;
  @Moment() createdAt!: Date;
  @Int({ default: 1 }) version!: number;
}

@TenantTable('proposed_time')
@BelongsTo(() => Conference, 'conferenceId')
export class ProposedTime extends TenantRow {
  @Uuid() conferenceId!: string;
  @Text() startsLocal!: string;
  @Text() endsLocal!: string;
  /** False: nobody was asked whether it fits; the conference was moved to it. */
  @Flag({ default: true }) polled!: boolean;
  @Moment({ nullable: true }) withdrawnAt!: Date | null;
}

/** The link is derived from id and rotation and never stored; only the SHA-256 of the token is. */
@TenantTable('invitation')
@Known('invitation', 'state', INVITATION_STATES)
@Check('invitation_code_has_its_time', 'code_hash IS NULL OR code_issued_at IS NOT NULL')
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => NetworkMember, 'memberId')
@BelongsTo(() => Consent, 'consentId')
@Index(['municipalityId', 'conferenceId', 'memberId'], { unique: true })
export class Invitation extends TenantRow {
  @Uuid() conferenceId!: string;
  @Uuid() memberId!: string;
  /** The consent to be contacted that it rests on; a trigger refuses a row without an active one. */
  @Uuid() consentId!: string;
  @Text() state!: InvitationState;
  @Int({ default: 0 }) rotation!: number;
  @Bytes({ unique: true }) tokenHash!: Buffer;
  @Moment() expiresAt!: Date;
  @Moment({ nullable: true }) revokedAt!: Date | null;
  /** none | birthYear | code: what is asked before place or plan is shown. */
  @Text({ default: 'none' }) secondStep!: string;
  /** Told on the phone; gone once it has been used. */
  @Bytes({ nullable: true }) codeHash!: Buffer | null;
  /** Of the last one, also when it is gone. */
  @Moment({ nullable: true }) codeIssuedAt!: Date | null;
  /** SHA-256 of the short code in a letter, derived like the link: typed at one address by those without a phone. */
  @Bytes({ nullable: true, unique: true }) letterCodeHash!: Buffer | null;
  /** Wrong birth years since the last pause, and in all since the link was made. */
  @Int({ default: 0 }) failedSteps!: number;
  @Int({ default: 0 }) wrongYears!: number;
  @Int({ default: 0 }) wrongCodes!: number;
  @Moment({ nullable: true }) lockedUntil!: Date | null;
  @Text({ default: 'sv' }) language!: string;
  /** Answers given page by page, kept until they are sent (JSON). */
  @Sealed({ nullable: true, fact: true }) draft!: string | null;
  @Moment({ nullable: true }) sentAt!: Date | null;
  @Moment({ nullable: true }) answeredAt!: Date | null;
  @Moment() createdAt!: Date;
}

@TenantTable('family_session')
@BelongsTo(() => Invitation, 'invitationId')
@PointsTo(() => StaffUser, 'recordedBy')
export class FamilySession extends TenantRow {
  @Uuid() invitationId!: string;
  @Bytes({ unique: true }) tokenHash!: Buffer;
  @Int() rotation!: number;
  @Moment({ nullable: true }) stepPassedAt!: Date | null;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment({ nullable: true }) endedAt!: Date | null;
  /** A member of staff fills in what the person says on the phone. */
  @Uuid({ nullable: true }) recordedBy!: string | null;
  /** Their address to come in by has been used; it works once. */
  @Moment({ nullable: true }) enteredAt!: Date | null;
}

/** A history: of each time the last one that was asked about it counts, the earlier ones stay. */
@TenantTable('answer')
@Known('answer', 'source', ANSWER_SOURCES)
@Known('answer', 'coming', COMING)
@Known('answer', 'mode', ATTENDANCE_MODES)
@Known('answer', 'worry', WORRIES)
@BelongsTo(() => Invitation, 'invitationId')
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => NetworkMember, 'memberId')
@PointsTo(() => StaffUser, 'recordedBy')
export class Answer extends TenantRow {
  @Uuid() invitationId!: string;
  @Uuid() conferenceId!: string;
  @Uuid() memberId!: string;
  @Moment() at!: Date;
  @Text() source!: AnswerSource;
  @Uuid({ nullable: true }) recordedBy!: string | null;
  @Text() coming!: Coming;
  @Text({ nullable: true }) mode!: AttendanceMode | null;
  @Flag() noTimeFits!: boolean;
  @Sealed({ nullable: true }) usualTimes!: string | null;
  @Sealed({ nullable: true }) spokesperson!: string | null;
  @Sealed({ nullable: true }) note!: string | null;
  @Text({ default: 'notAsked' }) worry!: Worry;
}

/**
 * Somebody is worried about meeting someone. Until the coordinator has written what was done, it holds what brings people together.
 * Told once however often it is said; answered once, and kept.
 */
@TenantTable('worry')
@Known('worry', 'said', TOLD_WORRIES)
@Known('worry', 'measure', STORED_MEASURES)
@BelongsTo(() => Referral, 'referralId')
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => NetworkMember, 'memberId')
@PointsTo(() => StaffUser, 'answeredBy')
@Index('worry_open', ['municipalityId', 'referralId'], { where: `answered_at IS NULL` })
@Check('worry_answered_whole', `(answered_at IS NULL) = (measure IS NULL)`)
export class WorryRow extends TenantRow {
  @Uuid() referralId!: string;
  @Uuid({ nullable: true }) conferenceId!: string | null;
  @Uuid() memberId!: string;
  @Text() said!: ToldWorry;
  @Moment() toldAt!: Date;
  @Moment({ nullable: true }) answeredAt!: Date | null;
  @Uuid({ nullable: true }) answeredBy!: string | null;
  @Text({ nullable: true }) measure!: WorryMeasure | 'beforeRecord' | null;
  /** What was done, in the words of whoever did it. */
  @Sealed({ nullable: true }) note!: string | null;
}

/**
 * One row for each time that the answer was asked about, whatever was said of it: an answer is about these times for ever, and
 * about no other. Once a time is set it is the only one that is asked about.
 */
@TenantTable('answer_time')
@Known('answer_time', 'value', TIME_ANSWERS)
@BelongsTo(() => Answer, 'answerId')
@BelongsTo(() => ProposedTime, 'proposedTimeId')
@Index(['municipalityId', 'answerId', 'proposedTimeId'], { unique: true })
export class AnswerTime extends TenantRow {
  @Uuid() answerId!: string;
  @Uuid() proposedTimeId!: string;
  /** Null: it was asked about, and nothing was said (JA by SMS tells no time). */
  @Text({ nullable: true }) value!: TimeAnswer | null;
}

@TenantTable('answer_need')
@Known('answer_need', 'need', NEEDS)
@BelongsTo(() => Answer, 'answerId')
export class AnswerNeed extends TenantRow {
  @Uuid() answerId!: string;
  @Text() need!: Need;
  @Sealed({ nullable: true }) detail!: string | null;
}

@TenantTable('attendance')
@BelongsTo(() => Conference, 'conferenceId')
@BelongsTo(() => NetworkMember, 'memberId')
@PointsTo(() => StaffUser, 'recordedBy')
@Index(['municipalityId', 'conferenceId', 'memberId'], { unique: true })
export class Attendance extends TenantRow {
  @Uuid() conferenceId!: string;
  @Uuid() memberId!: string;
  @Moment({ nullable: true }) arrivedAt!: Date | null;
  @Moment({ nullable: true }) leftAt!: Date | null;
  @Uuid() recordedBy!: string;
}

/** Only that something happened and when; never what was said (promise 6). */
@TenantTable('phase_event')
@Known('phase_event', 'kind', PHASE_EVENTS)
@BelongsTo(() => Conference, 'conferenceId')
@PointsTo(() => StaffUser, 'recordedBy')
export class PhaseEvent extends TenantRow {
  @Uuid() conferenceId!: string;
  @Text() kind!: string;
  @Moment() at!: Date;
  @Uuid() recordedBy!: string;
}
