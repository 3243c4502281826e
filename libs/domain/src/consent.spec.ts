import { activeConsent, contactRefusal } from './consent';
import type { Consent, ContactableMember } from './consent';

const now = new Date('2026-11-26T09:00:00Z');
const aConsent = (over: Partial<Consent> = {}): Consent => ({
  id: 'c1', purpose: 'contact', form: 'oral', givenOn: '2026-11-09', validUntil: null, withdrawnAt: null, ...over,
});
const aMember = (over: Partial<ContactableMember> = {}): ContactableMember => ({
  protected: false, removedAt: null, agreed: true, noSms: false, channel: 'sms', otherChannels: [], lastReachedBy: null, hasPhone: true, hasEmail: false, ...over,
});

describe('a consent', () => {
  it('holds from the day it is given', () => {
    expect(activeConsent([aConsent({ givenOn: '2026-11-26' })], 'contact', now)?.id).toBe('c1');
    expect(activeConsent([aConsent({ givenOn: '2026-11-27' })], 'contact', now)).toBeNull();
  });
  it('holds through its last day, by the Swedish calendar', () => {
    const consent = aConsent({ validUntil: '2026-11-26' });
    expect(activeConsent([consent], 'contact', new Date('2026-11-26T22:59:00Z'))).not.toBeNull();
    // 23.30 UTC is half past midnight in Sweden: the next day.
    expect(activeConsent([consent], 'contact', new Date('2026-11-26T23:30:00Z'))).toBeNull();
  });
  it('stops at the moment it is withdrawn', () => {
    const consent = aConsent({ withdrawnAt: now });
    expect(activeConsent([consent], 'contact', new Date(now.getTime() - 1))).not.toBeNull();
    expect(activeConsent([consent], 'contact', now)).toBeNull();
  });
  it('is for one purpose and no other', () => {
    expect(activeConsent([aConsent({ purpose: 'participate' })], 'contact', now)).toBeNull();
  });
  it('can be given anew after it was withdrawn; the latest given is the one that counts', () => {
    const again = [aConsent({ id: 'old', withdrawnAt: new Date('2026-11-10T09:00:00Z') }), aConsent({ id: 'new', givenOn: '2026-11-20' })];
    expect(activeConsent(again, 'contact', now)?.id).toBe('new');
    expect(activeConsent([...again].reverse(), 'contact', now)?.id).toBe('new');
  });
});

describe('contact', () => {
  it('is allowed with consent, a number and SMS', () => {
    expect(contactRefusal(aMember(), [aConsent()], now)).toBeNull();
  });
  it.each([
    ['no consent was given', aMember(), [], 'noConsent'],
    ['it has run out', aMember(), [aConsent({ validUntil: '2026-11-25' })], 'noConsent'],
    ['it was withdrawn', aMember(), [aConsent({ withdrawnAt: new Date('2026-11-25T09:00:00Z') })], 'consentWithdrawn'],
    ['an older one was withdrawn and the latest ran out', aMember(), [aConsent({ withdrawnAt: now }), aConsent({ id: 'c2', givenOn: '2026-11-20', validUntil: '2026-11-21' })], 'noConsent'],
    ['the focal person has not agreed to it', aMember({ agreed: false }), [aConsent()], 'notAgreed'],
    ['nobody has agreed to anything: first the focal person is asked, then the person', aMember({ agreed: false }), [], 'notAgreed'],
    ['it was withdrawn, whatever the focal person says', aMember({ agreed: false }), [aConsent({ withdrawnAt: now })], 'consentWithdrawn'],
    ['the person is removed', aMember({ removedAt: now }), [aConsent()], 'personRemoved'],
    ['the person is protected', aMember({ protected: true }), [aConsent()], 'personProtected'],
    ['the person wants no SMS', aMember({ noSms: true }), [aConsent()], 'noSms'],
    ['the person gets letters', aMember({ channel: 'letter' }), [aConsent()], 'noSms'],
    ['there is no number', aMember({ hasPhone: false }), [aConsent()], 'noNumber'],
  ] as const)('is refused when %s', (_why, member, consents, reason) => {
    expect(contactRefusal(member, consents, now)).toBe(reason);
  });
  it('gives the heaviest reason: protection is never hidden behind a missing number or consent', () => {
    expect(contactRefusal(aMember({ protected: true, hasPhone: false, noSms: true }), [], now)).toBe('personProtected');
  });
});
