import { heldByWorry, NAGGING_KINDS, type ActionState, type Coming, type ConferenceState, type MessageKind, type MessageReason, type SentChannel } from '@radslag/domain';
import { endOf } from './supersede';

/** What the gate knows about one message, as it is at this moment. */
export type AtTheGate = {
  kind: MessageKind;
  dueAt: Date;
  notAfter: Date;
  plannedVersion: number;
  conference: { state: ConferenceState; version: number };
  /** `by`: how it would go now; null: no way is open, because of `closed`. `startsAt`: not to be contacted before. */
  member: { removed: boolean; protected: boolean; by: SentChannel | null; closed: 'noSms' | 'noNumber' | 'noEmail'; contactFrom: Date | null };
  consentHolds: boolean;
  /** A contact ban stands between them and somebody of the same conference, and no manager has decided about it. */
  banUndecided: boolean;
  /** `sent`: the question itself has reached, or may have reached, the person. */
  invitation: { revoked: boolean; expiresAt: Date; sent: boolean };
  /** The plan is accepted, and released to this person. */
  planReadable: boolean;
  /** What they have said of the question as it stands: a no to another time is none to this one. */
  coming: Coming | null;
  /** The promise it reminds of. */
  action: { state: ActionState; struck: boolean } | null;
  /** Somebody in the case is worried about meeting someone, or has written of danger, and nobody has dealt with it. */
  worryOpen: boolean;
  /** Questions and reminders to this number about this case in seven days, and the most there may be. */
  texts: { sent: number; most: number };
};

export type Verdict =
  | { do: 'send' }
  /** Back to planned, not before `until`. */
  | { do: 'wait'; until: Date | null; reason: string }
  | { do: 'stop'; state: 'cancelled' | 'suppressed' | 'expired'; reason: MessageReason; someoneMustCall: boolean };

/** What a worry holds is looked at again this soon; whoever deals with it wakes it at once. */
const WORRY_MS = 60_000;
/** Kinds that say a time: an older version's is worse than none. */
const TELLS_TIME: readonly MessageKind[] = ['timeSet', 'timeMoved', 'cancelled', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'];
const REMINDERS: readonly MessageKind[] = ['reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'];
/** What can be left out when there have been enough texts: it only reminds. The first question is then asked by phone. */
const LEFT_OUT: readonly MessageKind[] = [...REMINDERS, 'answerReminder', 'actionDue'];
const HAS_LINK = (kind: MessageKind) => kind !== 'cancelled' && kind !== 'autoReply';
/** The answer to somebody who has just written, with the number to call in an emergency: at night it is needed most. It comes once a day at most. */
const AT_ANY_HOUR = (kind: MessageKind) => kind === 'autoReply';

/** Held while a ban is undecided: what brings people together. That a time no longer holds, a link asked for and an answer to their own text are not. */
const GATHERS = (kind: MessageKind) => kind !== 'cancelled' && kind !== 'newLink' && kind !== 'autoReply';
const LOOK_AGAIN_MS = 60_000;

const LIVE: Readonly<Record<MessageKind, readonly ConferenceState[]>> = {
  invitation: ['planning', 'polling', 'confirmed'],
  answerReminder: ['planning', 'polling'],
  timeSet: ['confirmed'],
  timeMoved: ['confirmed'],
  reminderFortnight: ['confirmed'],
  reminderWeek: ['confirmed'],
  reminderDay: ['confirmed'],
  reminderHours: ['confirmed'],
  cancelled: ['cancelled'],
  newLink: ['planning', 'polling', 'confirmed', 'inProgress', 'held'],
  actionDue: ['inProgress', 'held'],
  planReady: ['inProgress', 'held'],
  autoReply: ['planning', 'polling', 'confirmed', 'inProgress', 'held', 'cancelled'],
};

/**
 * May this message be sent now? Heaviest reason first. `hours` says whether it is a decent hour, and when the next one begins.
 */
export function judge(at: AtTheGate, now: Date, hours: { permitted: boolean; opens: Date }): Verdict {
  const stop = (reason: MessageReason, someoneMustCall = false): Verdict => ({ do: 'stop', state: endOf(reason), reason, someoneMustCall });
  if (at.member.removed) return stop('personRemoved');
  if (at.member.protected) return stop('personProtected', true);
  if (!at.consentHolds) return stop('consentWithdrawn');
  if (at.invitation.revoked) return stop('invitationRevoked');
  if (!LIVE[at.kind].includes(at.conference.state)) return stop(at.conference.state === 'cancelled' ? 'conferenceCancelled' : 'tooLate');
  if (TELLS_TIME.includes(at.kind) && at.plannedVersion !== at.conference.version) return stop('versionSuperseded');
  if (at.kind === 'actionDue' && (at.action === null || at.action.struck || at.action.state !== 'open')) return stop('actionClosed');
  if (at.kind === 'planReady' && !at.planReadable) return stop('planWithdrawn');
  if (REMINDERS.includes(at.kind) && at.coming === 'no') return stop('personDeclined');
  if (at.kind === 'answerReminder' && at.coming !== null) return stop('answered');
  // Nobody is reminded of a question they never had; that it did not arrive has made its own task.
  if (at.kind === 'answerReminder' && !at.invitation.sent) return stop('tooLate');
  // Nobody is asked to call instead: that the pair is to be decided about is a task of its own, and an urgent one.
  if (at.banUndecided && GATHERS(at.kind)) {
    return now > at.notAfter ? { do: 'stop', state: 'expired', reason: 'banUndecided', someoneMustCall: false } : { do: 'wait', until: new Date(now.getTime() + LOOK_AGAIN_MS), reason: 'banUndecided' };
  }
  if (at.member.contactFrom !== null && now < at.member.contactFrom) {
    return at.member.contactFrom <= at.notAfter ? { do: 'wait', until: at.member.contactFrom, reason: 'embargo' } : stop('embargoed');
  }
  if (at.member.by === null) return stop(at.member.closed, at.kind !== 'autoReply');
  if (now > at.notAfter) return { do: 'stop', state: 'expired', reason: 'tooLate', someoneMustCall: true };
  // A dead link in a person's hand is worse than a call.
  if (HAS_LINK(at.kind) && at.invitation.expiresAt <= now) return stop('invitationRevoked', true);
  if (at.dueAt > now) return { do: 'wait', until: null, reason: 'early' };
  if (at.worryOpen && heldByWorry(at.kind)) return { do: 'wait', until: new Date(now.getTime() + WORRY_MS), reason: 'worry' };
  if (!hours.permitted && !AT_ANY_HOUR(at.kind)) {
    return hours.opens <= at.notAfter ? { do: 'wait', until: hours.opens, reason: 'quiet-hours' } : { do: 'stop', state: 'expired', reason: 'tooLate', someoneMustCall: true };
  }
  if (at.member.by === 'sms' && NAGGING_KINDS.includes(at.kind) && at.texts.sent >= at.texts.most) return stop('capReached', !LEFT_OUT.includes(at.kind));
  return { do: 'send' };
}
