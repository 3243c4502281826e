import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ANCHORED_IN, AUDIT_BREAKS, BREAK_REASONS, ROLES, type AnchoredIn, type AuditBreak, type BreakReason, type Role } from '@radslag/domain';
import { BelongsTo, Bytes, Int, Known, Moment, PointsTo, Sealed, TenantRow, TenantTable, Text, Uuid } from '../columns';

@Entity('municipality')
@Check('municipality_logo_small', `logo IS NULL OR (length(logo) <= 5600 AND logo ~ '^data:image/(png|webp);base64,[A-Za-z0-9+/]+=*$')`)
export class Municipality {
  @PrimaryColumn('uuid') id!: string;
  @Text({ unique: true }) slug!: string;
  @Text() name!: string;
  /** The common number on pages where no coordinator may be named, E.164. */
  @Text() phone!: string;
  /** Neutral sender of messages: at most 11 characters, no agency. */
  @Text() smsSender!: string;
  /** The number that replies come to, E.164; it tells which municipality an inbound message belongs to. */
  @Text({ nullable: true, unique: true }) smsNumber!: string | null;
  /** Social services out of hours (socialjouren), E.164: part of the answer to whoever writes to us. */
  @Text({ nullable: true }) outOfHoursPhone!: string | null;
  /** Neutral sender of e-mail; null: e-mail is not used. */
  @Text({ nullable: true }) emailFrom!: string | null;
  /** Counts up with every correction of a family text: what a process has in memory is as old as the number beside it. */
  @Int({ default: 0 }) textsVersion!: number;
  /** On the family pages behind the second step, as a data address; small, since every page carries it. */
  @Text({ nullable: true }) logo!: string | null;
}

/** Data keys, wrapped by the master key. Ciphertexts carry `keyNumber`, so keys can be rotated row by row. */
@Entity('municipality_key')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'])
export class MunicipalityKey {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('integer') keyNumber!: number;
  @Bytes() wrapped!: Buffer;
}

@TenantTable('staff_user')
@Known('staff_user', 'role', ROLES)
export class StaffUser extends TenantRow {
  /** Folded to lower case; unique over all municipalities, since sign-in does not ask which one. */
  @Text({ unique: true }) email!: string;
  @Text() name!: string;
  @Text() role!: Role;
  @Text({ nullable: true }) phone!: string | null;
  /** `argon2id$v=19$m=…$salt$hash`. */
  @Text() passwordHash!: string;
  @Moment({ nullable: true }) disabledAt!: Date | null;
  @Text({ default: 'sv' }) language!: string;
  /** Wrong passwords since they were last in. */
  @Int({ default: 0 }) wrongTries!: number;
}

@TenantTable('staff_session')
@BelongsTo(() => StaffUser, 'userId')
export class StaffSession extends TenantRow {
  @Uuid() userId!: string;
  /** SHA-256 of the opaque token; the token itself is only in the cookie. */
  @Bytes({ unique: true }) tokenHash!: Buffer;
  @Moment() createdAt!: Date;
  @Moment() lastSeenAt!: Date;
  @Moment() expiresAt!: Date;
}

/** Append-only: the application role may insert through `append_audit` and read, nothing else. */
@Entity('audit_entry')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'])
@Index('audit_of_case', ['municipalityId', 'referralId', 'seq'])
export class AuditEntry {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('bigint') seq!: string;
  @Moment() at!: Date;
  /** staff | family | system */
  @Text() actorKind!: string;
  @Uuid({ nullable: true }) actorId!: string | null;
  @Text() action!: string;
  @Text({ nullable: true }) entity!: string | null;
  @Uuid({ nullable: true }) entityId!: string | null;
  @Uuid({ nullable: true }) referralId!: string | null;
  @Text({ nullable: true }) requestId!: string | null;
  /** Which columns the hash is made of, and how: 1 is from before the request's id was among them. */
  @Int() hashForm!: number;
  @Bytes() previousHash!: Buffer;
  @Bytes() hash!: Buffer;
}

@Entity('audit_head')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'])
export class AuditHead {
  @PrimaryColumn('uuid') municipalityId!: string;
  @Column({ type: 'bigint', default: 0 }) seq!: string;
  @Bytes() hash!: Buffer;
  /** From here on no row may have a hash of the first form. */
  @Column({ type: 'bigint', default: 1 }) secondFormFrom!: string;
}

/** A walk through a municipality's whole chain, from its first row to the one that was last when it began. */
@TenantTable('audit_check')
@Index(['municipalityId', 'startedAt'])
@Known('audit_check', 'anchored_in', ANCHORED_IN)
export class AuditCheck extends TenantRow {
  @Moment() startedAt!: Date;
  /** Null while it goes on, or when its worker died. */
  @Moment({ nullable: true }) finishedAt!: Date | null;
  /** How many rows there were, and the number of the last. */
  @Int({ default: 0 }) entries!: number;
  @Column({ type: 'bigint', default: 0 }) upTo!: string;
  /** How many breaks, with those that are known. */
  @Int({ default: 0 }) found!: number;
  /** The head that the next check must find again: this one's, or an earlier one that did not hold and that nobody has answered for. */
  @Column({ type: 'bigint', nullable: true }) anchorSeq!: string | null;
  @Bytes({ nullable: true }) anchorHash!: Buffer | null;
  /** Where it was written outside the database; null: it could not be. */
  @Text({ nullable: true }) anchoredIn!: AnchoredIn | null;
}

/** A place where the chain does not hold. Found again each night, told of once. */
@TenantTable('audit_break')
@Index(['municipalityId', 'mark'], { unique: true })
@Known('audit_break', 'kind', AUDIT_BREAKS)
@Known('audit_break', 'reason', BREAK_REASONS)
@Check('audit_break_answered_whole', `(answered_at IS NULL) = (reason IS NULL)`)
@BelongsTo(() => StaffUser, 'answeredBy')
export class AuditBreakRow extends TenantRow {
  @Text() kind!: AuditBreak;
  @Column({ type: 'bigint' }) fromSeq!: string;
  @Column({ type: 'bigint' }) toSeq!: string;
  /** What was found there, as a hash: changed once more, it is another break. */
  @Bytes() mark!: Buffer;
  @Moment() foundAt!: Date;
  /** An e-mail about it has left. */
  @Moment({ nullable: true }) toldAt!: Date | null;
  @Moment({ nullable: true }) answeredAt!: Date | null;
  @Uuid({ nullable: true }) answeredBy!: string | null;
  @Text({ nullable: true }) reason!: BreakReason | null;
  @Sealed({ nullable: true }) note!: string | null;
}

/** The first answer to a POST with an `Idempotency-Key`; the same key and body get the same answer for 24 hours. */
@TenantTable('idempotent_answer')
@PointsTo(() => StaffUser, 'userId')
@Index(['municipalityId', 'userId', 'key'], { unique: true })
export class IdempotentAnswer extends TenantRow {
  @Uuid() userId!: string;
  @Text() key!: string;
  @Bytes() requestHash!: Buffer;
  @Int() status!: number;
  @Bytes({ nullable: true }) answer!: Buffer | null;
  @Moment() createdAt!: Date;
}

@TenantTable('reference_counter')
@Index(['municipalityId', 'year'], { unique: true })
export class ReferenceCounter extends TenantRow {
  @Int() year!: number;
  @Int() last!: number;
}
