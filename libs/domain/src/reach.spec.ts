import { channelAfter, channelsOf, sentBy, usableChannels, type Reachable } from './reach';

const aPerson = (over: Partial<Reachable> = {}): Reachable => ({ noSms: false, channel: 'sms', otherChannels: ['email', 'phone'], lastReachedBy: null, hasPhone: true, hasEmail: true, ...over });

describe('the order of channels', () => {
  it('is the person’s own, with what worked last first', () => {
    expect(channelsOf(aPerson())).toEqual(['sms', 'email', 'phone']);
    expect(channelsOf(aPerson({ lastReachedBy: 'email' }))).toEqual(['email', 'sms', 'phone']);
  });
  it('never holds a channel that was not chosen, even if it worked once', () => {
    expect(channelsOf(aPerson({ otherChannels: ['phone'], lastReachedBy: 'email' }))).toEqual(['sms', 'phone']);
  });
  it('leaves out what there is no address for', () => {
    expect(usableChannels(aPerson({ hasEmail: false }))).toEqual(['sms', 'phone']);
    expect(usableChannels(aPerson({ hasPhone: false }))).toEqual(['email', 'phone']);
  });
  it('has no SMS for somebody who wants none, whatever else is said', () => {
    expect(usableChannels(aPerson({ noSms: true, lastReachedBy: 'sms' }))).toEqual(['email', 'phone']);
    expect(sentBy(aPerson({ noSms: true, otherChannels: [] }))).toBeNull();
  });
  it('is one alone for somebody reached only through the coordinator', () => {
    expect(channelsOf(aPerson({ channel: 'staffOnly' }))).toEqual(['staffOnly']);
    expect(sentBy(aPerson({ channel: 'staffOnly' }))).toBeNull();
  });
});

describe('a machine writes', () => {
  it('by the first channel if that is one of its own, and never past a letter or a call that stands first', () => {
    expect(sentBy(aPerson())).toBe('sms');
    expect(sentBy(aPerson({ hasPhone: false }))).toBe('email');
    expect(sentBy(aPerson({ channel: 'letter', otherChannels: ['sms'] }))).toBeNull();
  });
  it('turns to the next in order when one has failed', () => {
    expect(channelAfter('sms', aPerson())).toBe('email');
    expect(channelAfter('email', aPerson())).toBe('phone');
    expect(channelAfter('phone', aPerson())).toBeNull();
    expect(channelAfter('sms', aPerson({ hasEmail: false }))).toBe('phone');
  });
});
