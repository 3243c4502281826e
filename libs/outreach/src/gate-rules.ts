import type { ActionState, Channel, Coming, ConferenceState, MessageKind, MessageReason } from '@radslag/domain';
import { endOf } from './supersede';

/** What the gate knows about one message, as it is at this moment. */
export type AtTheGate = {
  kind: MessageKind;
  dueAt: Date;
  notAfter: Date;
  plannedVersion: number;
  conference: { state: ConferenceState; version: number };
  member: { removed: boolean; protected: boolean; noSms: boolean; channel: Channel; hasPhone: boolean };
  consentHolds: boolean;
  invitation: { revoked: boolean; expiresAt: Date };
  /** The latest answer. */
  coming: Coming | null;
  /** The promise it reminds of. */
  action: { state: ActionState; struck: boolean } | null;
};

export type Verdict =
  | { do: 'send' }
  /** Back to planned, not before `until`. */
  | { do: 'wait'; until: Date | null; reason: string }
  | { do: 'stop'; state: 'cancelled' | 'suppressed' | 'expired'; reason: MessageReason; someoneMustCall: boolean };

/** Kinds that say a time: an older version's is worse than none. */
const TELLS_TIME: readonly MessageKind[] = ['timeSet', 'timeMoved', 'cancelled', 'reminderWeek', 'reminderDay', 'reminderHours'];
const REMINDERS: readonly MessageKind[] = ['reminderWeek', 'reminderDay', 'reminderHours'];
const HAS_LINK = (kind: MessageKind) => kind !== 'cancelled';

const LIVE: Readonly<Record<MessageKind, readonly ConferenceState[]>> = {
  invitation: ['planning', 'polling', 'confirmed'],
  timeSet: ['confirmed'],
  timeMoved: ['confirmed'],
  reminderWeek: ['confirmed'],
  reminderDay: ['confirmed'],
  reminderHours: ['confirmed'],
  cancelled: ['cancelled'],
  newLink: ['planning', 'polling', 'confirmed', 'inProgress', 'held'],
  actionDue: ['inProgress', 'held'],
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
  if (REMINDERS.includes(at.kind) && at.coming === 'no') return stop('personDeclined');
  if (at.member.noSms || at.member.channel !== 'sms') return stop('noSms', true);
  if (!at.member.hasPhone) return stop('noNumber', true);
  if (now > at.notAfter) return { do: 'stop', state: 'expired', reason: 'tooLate', someoneMustCall: true };
  // A dead link in a person's hand is worse than a call.
  if (HAS_LINK(at.kind) && at.invitation.expiresAt <= now) return stop('invitationRevoked', true);
  if (at.dueAt > now) return { do: 'wait', until: null, reason: 'early' };
  if (!hours.permitted) {
    return hours.opens <= at.notAfter ? { do: 'wait', until: hours.opens, reason: 'quiet-hours' } : { do: 'stop', state: 'expired', reason: 'tooLate', someoneMustCall: true };
  }
  return { do: 'send' };
}
