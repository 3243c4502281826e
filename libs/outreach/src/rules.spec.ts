import { backoffMs } from './mark';
import { DEFAULT_OUTREACH_POLICY as POLICY } from '@radslag/domain';
import { announcementDue, invitationNotAfter } from './schedule';
import { MunicipalWays } from './ways';
import { receiptMac, replyMac, sameMac } from './callbacks/signing';

describe('when something new is told', () => {
  const stockholm = (local: string) => new Date(`${local}:00+01:00`);

  it('ten seconds from now, so that it can be regretted', () => {
    expect(announcementDue(stockholm('2026-12-01T12:00'), stockholm('2026-12-10T16:30'), POLICY)).toEqual(new Date(stockholm('2026-12-01T12:00').getTime() + 10_000));
  });
  it('at eight in the morning when decided at night', () => {
    expect(announcementDue(stockholm('2026-12-01T22:15'), stockholm('2026-12-10T16:30'), POLICY)).toEqual(stockholm('2026-12-02T08:00'));
  });
  it('not at all when the morning is after the meeting: somebody must call', () => {
    expect(announcementDue(stockholm('2026-12-01T22:15'), stockholm('2026-12-02T07:30'), POLICY)).toBeNull();
  });
  it('an invitation is worth sending through the last day to answer, else three days', () => {
    expect(invitationNotAfter('2026-12-04', stockholm('2026-12-01T12:00'))).toEqual(stockholm('2026-12-05T00:00'));
    expect(invitationNotAfter(null, stockholm('2026-12-01T12:00'))).toEqual(stockholm('2026-12-04T12:00'));
  });
});

describe('a retry', () => {
  it('waits twice as long each time, somewhere between half and all of it', () => {
    for (const attempt of [1, 2, 3, 4, 5]) {
      const full = 30_000 * 2 ** (attempt - 1);
      expect(backoffMs(attempt, 0)).toBe(full / 2);
      expect(backoffMs(attempt, 1)).toBe(full);
    }
  });
});

describe('callback addresses', () => {
  const key = Buffer.alloc(32, 1);
  it('prove the message, the municipality, the account and the turn that they were given out for', () => {
    const of = { operator: '46elks', municipalityId: 'm1', version: 1, messageId: 'a' };
    const mac = receiptMac(key, of);
    expect(mac).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(sameMac(mac, receiptMac(key, { ...of }))).toBe(true);
    expect([receiptMac(key, { ...of, operator: 'twilio' }), receiptMac(key, { ...of, municipalityId: 'm2' }), receiptMac(key, { ...of, messageId: 'b' }), receiptMac(key, { ...of, version: 2 }), receiptMac(key, { ...of, version: 0 }), receiptMac(Buffer.alloc(32, 2), of), mac.slice(1), ''].some((other) => sameMac(other, mac))).toBe(false);
    const reply = replyMac(key, of);
    expect(reply).toMatch(/^[0-9A-Za-z]{22}$/);
    expect([replyMac(key, { ...of, operator: 'twilio' }), replyMac(key, { ...of, municipalityId: 'm2' }), replyMac(key, { ...of, version: 2 }), replyMac(key, { ...of, version: 0 }), replyMac(Buffer.alloc(32, 2), of), mac].some((other) => sameMac(other, reply))).toBe(false);
  });
  it('from before are those that were given out then', () => {
    const before = { operator: '46elks', municipalityId: '01a1b2c3-0000-7000-8000-000000000000', version: 0 };
    expect([replyMac(key, before), receiptMac(key, { ...before, messageId: '01a1b2c3-0000-7000-8000-000000000001' })]).toEqual(['1746aec65ab6a057b34f38abbf868a47', '0xQGrvXJU1BQTx8cLNCSfp']);
  });
});

describe('the way out', () => {
  const carrier = (name: string) => ({ name, send: () => Promise.reject(new Error('not here')) });
  const id = (n: number) => `00000000-0000-7000-8000-${(n * 0x9e3779b1 % 0x100000000).toString(16).padStart(12, '0')}`;
  const ways = new MunicipalWays({ sms: [{ carrier: carrier('a'), weight: 75 }, { carrier: carrier('b'), weight: 25 }], email: [] });
  const first = (n: number) => ways.pick('sms', { id: id(n), attempts: 0, lastOperator: null });

  it('is chosen by weight, the same each time for the same message', () => {
    const chosen = Array.from({ length: 2000 }, (_, n) => first(n));
    expect(chosen.filter((name) => name === 'a').length / 2000).toBeCloseTo(0.75, 1);
    expect(first(7)).toBe(first(7));
  });
  it('is the other one after a definite no', () => {
    expect(ways.pick('sms', { id: id(1), attempts: 1, lastOperator: 'a' })).toBe('b');
    expect(ways.pick('sms', { id: id(1), attempts: 2, lastOperator: 'b' })).toBe('a');
  });
  it('is the same again when there is no other, and none when there is none', () => {
    const alone = new MunicipalWays({ sms: [{ carrier: carrier('a'), weight: 0 }], email: [] });
    expect(alone.pick('sms', { id: id(1), attempts: 1, lastOperator: 'a' })).toBe('a');
    expect(alone.pick('email', { id: id(1), attempts: 0, lastOperator: null })).toBeNull();
  });
});
