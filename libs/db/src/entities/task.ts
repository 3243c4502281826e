import { Index } from 'typeorm';
import { Flag, Moment, PointsTo, TenantRow, TenantTable, Text, Uuid } from '../columns';
import { StaffUser } from './access';
import { Conference } from './conference';
import { InboundMessage, Message } from './outreach';
import { NetworkMember, Referral } from './referral';

/** What needs a person: made by the system (a message that expired) or by someone (call the grandmother). */
@TenantTable('task')
@Index(['municipalityId', 'assignedTo', 'doneAt'])
@Index('task_open', ['municipalityId', 'memberId'], { where: `done_at IS NULL` })
@Index('task_of_message', ['municipalityId', 'messageId'], { where: `message_id IS NOT NULL` })
@Index('task_of_reply', ['municipalityId', 'inboundMessageId'], { where: `inbound_message_id IS NOT NULL` })
@PointsTo(() => Referral, 'referralId')
@PointsTo(() => Conference, 'conferenceId')
@PointsTo(() => NetworkMember, 'memberId')
@PointsTo(() => Message, 'messageId')
@PointsTo(() => InboundMessage, 'inboundMessageId')
@PointsTo(() => StaffUser, 'assignedTo')
@PointsTo(() => StaffUser, 'doneBy')
export class Task extends TenantRow {
  @Uuid({ nullable: true }) referralId!: string | null;
  @Uuid({ nullable: true }) conferenceId!: string | null;
  @Uuid({ nullable: true }) memberId!: string | null;
  /** The message that it is about, or stands in for. */
  @Uuid({ nullable: true }) messageId!: string | null;
  /** What somebody wrote to us that made it. */
  @Uuid({ nullable: true }) inboundMessageId!: string | null;
  @Uuid({ nullable: true }) assignedTo!: string | null;
  /** One of `TASK_KINDS`, worded by the screens. */
  @Text() kind!: string;
  @Text({ nullable: true }) reason!: string | null;
  /** The kind of message that a person stands in for. */
  @Text({ nullable: true }) about!: string | null;
  @Flag() urgent!: boolean;
  @Moment() createdAt!: Date;
  @Moment({ nullable: true }) dueAt!: Date | null;
  @Moment({ nullable: true }) doneAt!: Date | null;
  @Uuid({ nullable: true }) doneBy!: string | null;
  /** One of `TASK_ENDS`: its reason is gone, and nobody had to do it. */
  @Text({ nullable: true }) endedBecause!: string | null;
}
