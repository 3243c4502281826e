import { MESSAGE_KINDS, NAGGING_KINDS } from '@radslag/domain';
import { judge, type AtTheGate } from './gate-rules';

const NOW = new Date('2026-12-01T11:00:00Z');
const DAY_TIME = { permitted: true, opens: NOW };
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

const aReminder = (change: Partial<AtTheGate> = {}): AtTheGate => ({
  kind: 'reminderDay', dueAt: NOW, notAfter: later(600), plannedVersion: 3, conference: { state: 'confirmed', version: 3 },
  member: { removed: false, protected: false, by: 'sms', closed: 'noSms', contactFrom: null }, consentHolds: true, banUndecided: false, planReadable: true,
  invitation: { revoked: false, expiresAt: later(10_000), sent: true }, coming: 'yes', action: null, worryOpen: false, texts: { sent: 0, most: 3 }, ...change,
});
const member = (change: Partial<AtTheGate['member']>) => ({ ...aReminder().member, ...change });
const reason = (at: AtTheGate) => {
  const verdict = judge(at, NOW, DAY_TIME);
  return verdict.do === 'send' ? 'send' : verdict.reason;
};

describe('the last look before a message is sent', () => {
  it('lets through what is due, current and agreed to', () => {
    expect(judge(aReminder(), NOW, DAY_TIME)).toEqual({ do: 'send' });
  });

  it('holds what brings people together while somebody’s worry is unanswered, and lets a correction go', () => {
    for (const kind of ['invitation', 'answerReminder', 'timeSet'] as const) {
      const at = aReminder({ kind, worryOpen: true, coming: null, conference: { state: kind === 'timeSet' ? 'confirmed' : 'polling', version: 3 } });
      expect(judge(at, NOW, DAY_TIME)).toEqual({ do: 'wait', until: later(1), reason: 'worry' });
      expect(judge({ ...at, worryOpen: false }, NOW, DAY_TIME)).toEqual({ do: 'send' });
    }
    expect(judge(aReminder({ kind: 'timeMoved', worryOpen: true }), NOW, DAY_TIME)).toEqual({ do: 'send' });
    expect(judge(aReminder({ kind: 'cancelled', worryOpen: true, conference: { state: 'cancelled', version: 3 } }), NOW, DAY_TIME)).toEqual({ do: 'send' });
  });

  it.each([
    ['the person was removed', { member: member({ removed: true }) }, 'personRemoved'],
    ['the person is protected', { member: member({ protected: true }) }, 'personProtected'],
    ['consent was withdrawn', { consentHolds: false }, 'consentWithdrawn'],
    ['the link was revoked', { invitation: { revoked: true, expiresAt: later(9), sent: true } }, 'invitationRevoked'],
    ['the link is dead', { invitation: { revoked: false, expiresAt: later(-1), sent: true } }, 'invitationRevoked'],
    ['the conference was cancelled', { conference: { state: 'cancelled' as const, version: 3 } }, 'conferenceCancelled'],
    ['the conference is over', { conference: { state: 'held' as const, version: 3 } }, 'tooLate'],
    ['the time was moved', { conference: { state: 'confirmed' as const, version: 4 } }, 'versionSuperseded'],
    ['the person has said no', { coming: 'no' as const }, 'personDeclined'],
    ['no way is open to the person', { member: member({ by: null, closed: 'noSms' }) }, 'noSms'],
    ['there is no number', { member: member({ by: null, closed: 'noNumber' }) }, 'noNumber'],
    ['there have been enough texts', { texts: { sent: 3, most: 3 } }, 'capReached'],
    ['the person is not to be contacted yet', { member: member({ contactFrom: later(601) }) }, 'embargoed'],
    ['it is too late', { notAfter: later(-1) }, 'tooLate'],
    ['the bell rang early', { dueAt: later(1) }, 'early'],
  ])('stops it when %s', (_, change, expected) => {
    expect(reason(aReminder(change))).toBe(expected);
  });

  it('someone who has said no still hears that the time moved', () => {
    expect(reason(aReminder({ kind: 'timeMoved', coming: 'no' }))).toBe('send');
  });

  it('a removed person outweighs every other reason, and nobody is asked to call them', () => {
    expect(judge(aReminder({ member: member({ removed: true, by: null }), notAfter: later(-1) }), NOW, DAY_TIME)).toMatchObject({ reason: 'personRemoved', someoneMustCall: false });
  });

  it('at night it waits for the morning, or gives up when the morning is too late', () => {
    const night = { permitted: false, opens: later(60) };
    expect(judge(aReminder(), NOW, night)).toEqual({ do: 'wait', until: later(60), reason: 'quiet-hours' });
    expect(judge(aReminder({ notAfter: later(30) }), NOW, night)).toMatchObject({ do: 'stop', state: 'expired', someoneMustCall: true });
  });

  it('a promise is reminded of only while it is open', () => {
    const due = aReminder({ kind: 'actionDue', conference: { state: 'held', version: 9 }, action: { state: 'open', struck: false } });
    expect(reason(due)).toBe('send');
    expect(reason({ ...due, action: { state: 'done', struck: false } })).toBe('actionClosed');
    expect(reason({ ...due, action: { state: 'open', struck: true } })).toBe('actionClosed');
    expect(reason({ ...due, action: null })).toBe('actionClosed');
  });

  it('no kind of message goes to a person who is removed, protected, without consent, or without a channel', () => {
    for (const kind of MESSAGE_KINDS) {
      for (const change of [{ member: member({ removed: true }) }, { member: member({ protected: true }) }, { consentHolds: false }, { member: member({ by: null }) }]) {
        for (const state of ['planning', 'polling', 'confirmed', 'inProgress', 'held', 'cancelled'] as const) {
          expect(judge(aReminder({ kind, ...change, conference: { state, version: 3 }, action: { state: 'open', struck: false } }), NOW, DAY_TIME).do).toBe('stop');
        }
      }
    }
  });

  it('somebody who is not to be contacted yet is waited for, if there is time', () => {
    expect(judge(aReminder({ member: member({ contactFrom: later(60) }) }), NOW, DAY_TIME)).toEqual({ do: 'wait', until: later(60), reason: 'embargo' });
  });

  it('with enough questions and reminders a reminder is left out, and a question becomes a call', () => {
    const texts = { sent: 3, most: 3 };
    expect(judge(aReminder({ texts }), NOW, DAY_TIME)).toMatchObject({ reason: 'capReached', someoneMustCall: false });
    expect(judge(aReminder({ kind: 'invitation', texts }), NOW, DAY_TIME)).toMatchObject({ reason: 'capReached', someoneMustCall: true });
    expect(judge(aReminder({ texts, member: member({ by: 'email' }) }), NOW, DAY_TIME)).toEqual({ do: 'send' });
  });

  it('says that the plan can be read once there is one, however many texts there have been', () => {
    const ready = aReminder({ kind: 'planReady', conference: { state: 'held', version: 9 }, texts: { sent: 3, most: 3 } });
    expect(judge(ready, NOW, DAY_TIME)).toEqual({ do: 'send' });
    expect(judge({ ...ready, planReadable: false }, NOW, DAY_TIME)).toMatchObject({ do: 'stop', reason: 'planWithdrawn', someoneMustCall: false });
    expect(judge({ ...ready, conference: { state: 'confirmed', version: 3 } }, NOW, DAY_TIME)).toMatchObject({ do: 'stop', reason: 'tooLate' });
  });

  it.each(MESSAGE_KINDS)('%s: the cap stops what nags, and nothing that corrects a belief or was asked for', (kind) => {
    const state = { cancelled: 'cancelled', actionDue: 'held', planReady: 'held', answerReminder: 'polling', invitation: 'polling' }[kind as string] ?? 'confirmed';
    const at = aReminder({ kind, coming: null, texts: { sent: 99, most: 3 }, conference: { state: state as 'confirmed', version: 3 }, action: { state: 'open', struck: false } });
    expect(reason({ ...at, texts: { sent: 0, most: 3 } })).toBe('send');
    expect(reason(at)).toBe(['timeSet', 'timeMoved', 'cancelled', 'newLink', 'planReady', 'autoReply'].includes(kind) ? 'send' : 'capReached');
    expect(NAGGING_KINDS.includes(kind)).toBe(reason(at) === 'capReached');
  });

  it('asks nobody again who has answered', () => {
    const asking = aReminder({ kind: 'answerReminder', conference: { state: 'polling', version: 3 } });
    expect(reason({ ...asking, coming: null })).toBe('send');
    expect(reason({ ...asking, coming: 'no' })).toBe('answered');
    expect(reason({ ...asking, coming: null, invitation: { ...asking.invitation, sent: false } })).toBe('tooLate');
  });

  it('answers somebody who writes at night at once', () => {
    const night = { permitted: false, opens: later(60) };
    expect(judge(aReminder({ kind: 'autoReply' }), NOW, night)).toEqual({ do: 'send' });
  });
});
