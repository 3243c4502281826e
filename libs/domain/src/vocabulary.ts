/** Closed lists of the field's own words (reference: practice in Sweden, Norway, New Zealand). Codes only; labels live with the screens. */

export const ROLES = ['coordinator', 'socialWorker', 'manager', 'administrator', 'logReviewer'] as const;
export type Role = (typeof ROLES)[number];
/** Roles that may ever see case content; administrators and log reviewers never do (DESIGN §1). */
export const CASE_ROLES = ['coordinator', 'socialWorker', 'manager'] as const satisfies readonly Role[];

export const SIDES = ['mother', 'father', 'friends', 'professionals'] as const;
export type Side = (typeof SIDES)[number];
export const RINGS = ['inner', 'middle', 'outer'] as const;
export type Ring = (typeof RINGS)[number];

export const TIES = ['supports', 'weak', 'strained', 'contactBan', 'keptApart'] as const;
export type Tie = (typeof TIES)[number];

export const CONSENT_PURPOSES = ['participate', 'shareFacts', 'contact', 'secrecyWaiver'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
export const CONSENT_FORMS = ['oral', 'written', 'digital'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

export const CHANNELS = ['sms', 'email', 'letter', 'phone', 'staffOnly'] as const;
export type Channel = (typeof CHANNELS)[number];
/** Channels that a machine sends by; the others are work for a person. */
export const SENT_CHANNELS = ['sms', 'email'] as const satisfies readonly Channel[];
export type SentChannel = (typeof SENT_CHANNELS)[number];

export const COMING = ['yes', 'maybe', 'no'] as const;
export type Coming = (typeof COMING)[number];
export const TIME_ANSWERS = ['yes', 'ifNeedBe', 'no'] as const;
export type TimeAnswer = (typeof TIME_ANSWERS)[number];
export const ATTENDANCE_MODES = ['inPerson', 'partly', 'phone', 'video', 'letter', 'spokesperson'] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];
export const NEEDS = ['interpreter', 'transport', 'childcare', 'food', 'access', 'other'] as const;
export type Need = (typeof NEEDS)[number];
export const ANSWER_SOURCES = ['web', 'sms', 'phone', 'letter', 'visit'] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

export const DECLINE_REASONS = ['keepRelativesOut', 'helpIsEnough', 'networkTooSmall', 'wrongMoment', 'notSaid', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Staff who have done nothing for so long are signed out; their screen says so this much before. */
export const STAFF_IDLE_MINUTES = 60;
export const IDLE_WARNING_MINUTES = 5;

export const MESSAGE_KINDS = [
  'invitation', 'answerReminder', 'timeSet', 'timeMoved', 'cancelled', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours', 'actionDue', 'newLink', 'planReady', 'autoReply',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Why a message was stopped or failed: one plain sentence each in every staff language. */
export const MESSAGE_REASONS = [
  'moved', 'conferenceCancelled', 'personRemoved', 'personDeclined', 'personProtected', 'noConsent', 'consentWithdrawn', 'noSms',
  'noNumber', 'invitationRevoked', 'tooLate', 'versionSuperseded', 'notNeutral', 'operatorRefused', 'numberUnreachable', 'noReceipt',
  'outcomeUnknown', 'actionClosed', 'wrongPerson', 'optedOut',
  'answered', 'capReached', 'noEmail', 'embargoed', 'restored', 'rulesChanged', 'banUndecided', 'planWithdrawn', 'worryUnanswered', 'unreadable',
] as const;
export type MessageReason = (typeof MESSAGE_REASONS)[number];

/** Shown in the place of a text whose ciphertext is broken. In brackets, so that no initial is taken of it. */
export const UNREADABLE = '(går inte att läsa / unreadable)';

export const PHASE_EVENTS = ['startInformation', 'startPrivateTime', 'askForHelp', 'endPrivateTime', 'endDay'] as const;
export const ACTION_REPORTS = ['good', 'soSo', 'needHelp'] as const;
export type ActionReport = (typeof ACTION_REPORTS)[number];

/** How much of a plan somebody may read: all that is theirs to know, or only what they promised and check. */
export const PLAN_SCOPES = ['all', 'own'] as const;
export type PlanScope = (typeof PLAN_SCOPES)[number];
/** Why somebody may: they were there, they have a part in it, they were chosen, or they could before it was asked. */
export const RELEASED_HOW = ['attended', 'part', 'chosen', 'kept'] as const;
export type ReleasedHow = (typeof RELEASED_HOW)[number];

/** What a reply turned out to be; `unclear`: it may have been an answer, and a person must look. */
export const INBOUND_KINDS = ['answer', 'stop', 'text', 'unclear', 'unknownNumber', 'siteFeedback'] as const;
export type InboundKind = (typeof INBOUND_KINDS)[number];
/** What a person did about a reply. */
export const HANDLED_HOW = ['read', 'called'] as const;
export type HandledHow = (typeof HANDLED_HOW)[number];

/** A text is written, approved by a manager or taken out of use; one approved per kind and language. */
export const TEMPLATE_STATES = ['draft', 'approved', 'retired'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

/** Operators an adapter exists for. */
export const OPERATORS = ['46elks', 'twilio'] as const;
export type OperatorName = (typeof OPERATORS)[number];

/** Languages a family page or a message can be asked for in. Texts fall back to Swedish when a translation is not approved. */
export const FAMILY_LANGUAGES = ['sv', 'sv-x-lattlast', 'en', 'ar', 'so', 'ti', 'prs', 'fa', 'uk', 'fi', 'pl', 'ckb', 'tr'] as const;
export type FamilyLanguage = (typeof FAMILY_LANGUAGES)[number];
