import { AnswerInvitation } from './answer-invitation';
import { CancelConference } from './cancel-conference';
import { ConfirmTime } from './confirm-time';
import { FillInTogether } from './fill-in-together';
import { IssueCode } from './issue-code';
import { MoveConference } from './move-conference';
import { PlanConference } from './plan-conference';
import { PreviewCancel } from './preview-cancel';
import { PreviewConfirm } from './preview-confirm';
import { PreviewInvitations } from './preview-invitations';
import { PreviewMove } from './preview-move';
import { PreviewRotate } from './preview-rotate';
import { ProposeTimes } from './propose-times';
import { ReadConference } from './read-conference';
import { ReadMatrix } from './read-matrix';
import { RecordAnswer } from './record-answer';
import { RevokeInvitation } from './revoke-invitation';
import { RotateLink } from './rotate-link';
import { SendInvitations } from './send-invitations';
import { SetVenue } from './set-venue';

export * from './answer-by-sms';
export * from './answer-invitation';
export * from './cancel-conference';
export * from './confirm-time';
export * from './fill-in-together';
export * from './issue-code';
export * from './move-conference';
export * from './plan-conference';
export * from './preview-cancel';
export * from './preview-confirm';
export * from './preview-invitations';
export * from './preview-move';
export * from './preview-rotate';
export * from './propose-times';
export * from './read-conference';
export * from './read-matrix';
export * from './record-answer';
export * from './revoke-invitation';
export * from './rotate-link';
export * from './send-invitations';
export * from './set-venue';

export const planningProviders = [
  PlanConference, ReadConference, ProposeTimes, SetVenue, ReadMatrix, SendInvitations, RecordAnswer, AnswerInvitation,
  PreviewInvitations, PreviewConfirm, PreviewMove, PreviewCancel, PreviewRotate, ConfirmTime, MoveConference, CancelConference, RevokeInvitation, RotateLink, IssueCode, FillInTogether,
];
