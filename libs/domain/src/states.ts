import type { TransitionTable } from './transition';

/** Every life cycle of the method (DESIGN §5) as a table. Order of keys is the order a person meets them in. */

export const OFFER_STATES = ['offered', 'accepted', 'declined'] as const;
export type OfferState = (typeof OFFER_STATES)[number];
export type OfferEvent = 'accept' | 'decline';
export const OFFER: TransitionTable<OfferState, OfferEvent> = {
  offered: { accept: 'accepted', decline: 'declined' },
  accepted: {},
  declined: {},
};

export const REFERRAL_STATES = ['draft', 'submitted', 'accepted', 'allocated', 'active', 'closed'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export type ReferralEvent = 'submit' | 'return' | 'accept' | 'allocate' | 'recuse' | 'activate' | 'close';
export const REFERRAL: TransitionTable<ReferralState, ReferralEvent> = {
  draft: { submit: 'submitted' },
  submitted: { return: 'draft', accept: 'accepted' },
  accepted: { allocate: 'allocated', close: 'closed' },
  // A coordinator who declares a conflict of interest sends it back for another one.
  allocated: { activate: 'active', recuse: 'accepted', allocate: 'allocated', close: 'closed' },
  active: { close: 'closed' },
  closed: {},
};

export const MEMBER_STATES = ['suggested', 'agreed', 'contacted', 'prepared'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
export type MemberEvent = 'agree' | 'contact' | 'prepare';
export const MEMBER: TransitionTable<MemberState, MemberEvent> = {
  suggested: { agree: 'agreed' },
  agreed: { contact: 'contacted', prepare: 'prepared' },
  contacted: { prepare: 'prepared' },
  prepared: {},
};

export const CONFERENCE_STATES = ['planning', 'polling', 'confirmed', 'inProgress', 'held', 'cancelled'] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];
export type ConferenceEvent = 'openPoll' | 'confirm' | 'move' | 'start' | 'end' | 'cancel';
export const CONFERENCE: TransitionTable<ConferenceState, ConferenceEvent> = {
  planning: { openPoll: 'polling', cancel: 'cancelled' },
  polling: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { move: 'confirmed', start: 'inProgress', cancel: 'cancelled' },
  inProgress: { end: 'held', cancel: 'cancelled' },
  held: {},
  cancelled: {},
};

/** The parts of the day. `privateTime` is the family's own: content writes are refused while it runs (promise 6). */
export const DAY_PHASES = ['notStarted', 'information', 'privateTime', 'presentation', 'ended'] as const;
export type DayPhase = (typeof DAY_PHASES)[number];
export type DayEvent = 'startInformation' | 'startPrivateTime' | 'askForHelp' | 'endPrivateTime' | 'endDay';
export const DAY: TransitionTable<DayPhase, DayEvent> = {
  notStarted: { startInformation: 'information' },
  information: { startPrivateTime: 'privateTime' },
  privateTime: { askForHelp: 'privateTime', endPrivateTime: 'presentation' },
  // The family may want more time of its own after the presentation has begun.
  presentation: { startPrivateTime: 'privateTime', endDay: 'ended' },
  ended: {},
};

export const INVITATION_STATES = ['notSent', 'sent', 'answered', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
export type InvitationEvent = 'send' | 'answer' | 'revoke' | 'rotate' | 'reopen';
export const INVITATION: TransitionTable<InvitationState, InvitationEvent> = {
  notSent: { send: 'sent', answer: 'answered', revoke: 'revoked' },
  sent: { send: 'sent', answer: 'answered', revoke: 'revoked', rotate: 'sent' },
  answered: { answer: 'answered', revoke: 'revoked', rotate: 'answered' },
  // Only on a consent that was given after the link was closed.
  revoked: { reopen: 'notSent' },
};

export const MESSAGE_STATES = [
  'planned', 'held', 'queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'cancelled', 'suppressed', 'expired',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
export type MessageEvent =
  | 'hold' | 'release' | 'ring' | 'claim' | 'accept' | 'deliver' | 'refuse' | 'retry' | 'lose' | 'cancel' | 'suppress' | 'expire';
export const MESSAGE: TransitionTable<MessageState, MessageEvent> = {
  planned: { hold: 'held', ring: 'queued', claim: 'sending', cancel: 'cancelled', suppress: 'suppressed', expire: 'expired' },
  held: { release: 'planned', cancel: 'cancelled', expire: 'expired' },
  queued: { ring: 'queued', claim: 'sending', hold: 'held', cancel: 'cancelled', suppress: 'suppressed', expire: 'expired' },
  // `lose`: no answer either way. Never resent blindly: the resolver asks first (DESIGN §6.5).
  sending: { accept: 'accepted', refuse: 'failed', retry: 'planned', lose: 'unknown' },
  accepted: { deliver: 'delivered', refuse: 'failed' },
  delivered: {},
  // A late "delivered" after "failed" is evidence and wins: receipts are a lattice.
  failed: { deliver: 'delivered' },
  unknown: { accept: 'accepted', deliver: 'delivered', refuse: 'failed' },
  cancelled: {},
  suppressed: {},
  expired: {},
};

export const PLAN_STATES = ['draft', 'presented', 'accepted', 'acceptedWithConditions', 'revisionRequested', 'refused'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export type PlanEvent = 'present' | 'accept' | 'acceptWithConditions' | 'requestRevision' | 'revise' | 'refuse';
export const PLAN: TransitionTable<PlanState, PlanEvent> = {
  draft: { present: 'presented' },
  presented: {
    accept: 'accepted',
    acceptWithConditions: 'acceptedWithConditions',
    requestRevision: 'revisionRequested',
    refuse: 'refused',
  },
  accepted: {},
  acceptedWithConditions: {},
  revisionRequested: { revise: 'draft' },
  refused: {},
};

export const ACTION_STATES = ['open', 'done', 'partly', 'notDone', 'noLongerNeeded'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export type ActionEvent = 'markDone' | 'markPartly' | 'markNotDone' | 'drop' | 'reopen';
const settled = { reopen: 'open' } as const;
export const ACTION: TransitionTable<ActionState, ActionEvent> = {
  open: { markDone: 'done', markPartly: 'partly', markNotDone: 'notDone', drop: 'noLongerNeeded' },
  partly: { markDone: 'done', markNotDone: 'notDone', drop: 'noLongerNeeded' },
  done: settled,
  notDone: settled,
  noLongerNeeded: settled,
};
