import { DEFAULT_OUTREACH_POLICY } from './outreach-policy';
import { contactFaults, delegateFault, type GoBetween, type WrittenContact } from './safe-contact';

const aContact = (over: Partial<WrittenContact> = {}): WrittenContact => ({
  protected: false, channel: 'sms', otherChannels: [], email: null, postalAddress: null, hours: null, notBefore: null, initialsAllowed: false, alias: null, delegateId: null, voicemailAllowed: false, agreedWord: null, ...over,
});
const around = { sending: DEFAULT_OUTREACH_POLICY, names: ['Ella', 'Gunnel Nordin'] };
const faults = (over: Partial<WrittenContact>) => contactFaults(aContact(over), around);

describe('how a person wants to be reached', () => {
  it('can be every channel, each once, in any order', () => {
    expect(faults({ channel: 'letter', otherChannels: ['phone', 'sms', 'email'] })).toEqual([]);
    expect(faults({ channel: 'sms', otherChannels: ['email', 'sms'] })).toEqual(['channel-twice']);
  });
  it('is through the coordinator alone, or not at all through the coordinator', () => {
    expect(faults({ channel: 'staffOnly' })).toEqual([]);
    expect(faults({ channel: 'staffOnly', otherChannels: ['phone'] })).toEqual(['staff-only-alone']);
    expect(faults({ channel: 'phone', otherChannels: ['staffOnly'] })).toEqual(['staff-only-alone']);
  });
  it('has hours that leave at least an hour of the municipality’s own', () => {
    expect(faults({ hours: { from: '12:00', to: '13:00' } })).toEqual([]);
    expect(faults({ hours: { from: '19:30', to: '22:00' } })).toEqual(['own-hours-outside']);
    expect(faults({ hours: { from: '15:00', to: '09:00' } })).toEqual(['own-hours-outside']);
  });
  it('has no word in its texts that names anybody or says what it is about', () => {
    expect(faults({ agreedWord: 'Blåsippa', alias: 'Kaptenen' })).toEqual([]);
    expect(faults({ agreedWord: 'Ella' })).toEqual(['word-not-neutral']);
    expect(faults({ alias: 'Gunnel' })).toEqual(['alias-not-neutral']);
    expect(faults({ agreedWord: 'Socialtjänsten' })).toEqual(['word-not-neutral']);
  });
  it('is nothing that is written down for a protected person', () => {
    expect(faults({ protected: true, channel: 'staffOnly' })).toEqual([]);
    for (const over of [{ email: 'a@b.example' }, { postalAddress: 'Gatan 1' }, { hours: { from: '10:00', to: '12:00' } }, { delegateId: 'x' }, { agreedWord: 'Blåsippa' }, { alias: 'K' }, { voicemailAllowed: true }, { notBefore: '2026-12-01' }, { otherChannels: ['phone' as const] }]) {
      expect(faults({ protected: true, channel: 'staffOnly', ...over })).toEqual(['protected-has-no-contact']);
    }
  });
});

const aGoBetween = (over: Partial<NonNullable<GoBetween>> = {}): GoBetween => ({ id: 'b', protected: false, agreed: true, consents: true, hasMobile: true, noSms: false, hasGoBetween: false, ...over });
const person = { id: 'a', isGoBetween: false };

describe('somebody who takes messages for another', () => {
  it('is in the network, agreed to, has said yes to be written to, and has a mobile', () => {
    expect(delegateFault(person, aGoBetween())).toBeNull();
    expect(delegateFault(person, null)).toBe('delegate-unknown');
    expect(delegateFault(person, aGoBetween({ agreed: false }))).toBe('delegate-not-agreed');
    expect(delegateFault(person, aGoBetween({ consents: false }))).toBe('delegate-no-consent');
    expect(delegateFault(person, aGoBetween({ hasMobile: false }))).toBe('delegate-no-mobile');
    expect(delegateFault(person, aGoBetween({ noSms: true }))).toBe('delegate-no-mobile');
  });
  it('is never the person themselves, nor somebody with protected details', () => {
    expect(delegateFault({ id: 'b', isGoBetween: false }, aGoBetween())).toBe('delegate-unknown');
    expect(delegateFault(person, aGoBetween({ protected: true }))).toBe('delegate-protected');
  });
  it('has nobody in between in turn, from either end', () => {
    expect(delegateFault(person, aGoBetween({ hasGoBetween: true }))).toBe('delegate-chain');
    expect(delegateFault({ id: 'a', isGoBetween: true }, aGoBetween())).toBe('delegate-chain');
  });
});
