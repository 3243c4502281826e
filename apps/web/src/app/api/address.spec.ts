import { addressOf } from './address';

describe('an address', () => {
  it('fills in the parts of the path and escapes them', () => {
    expect(addressOf('/referrals/:referralId/content', { referralId: 'a/b' })).toBe('/api/v1/referrals/a%2Fb/content');
  });
  it('leaves out what is not asked for', () => {
    expect(addressOf('/referrals', {}, { scope: 'unit', after: undefined })).toBe('/api/v1/referrals?scope=unit');
  });
  it('refuses to call without an id, which would be another endpoint', () => {
    expect(() => addressOf('/members/:memberId', { memberId: '' })).toThrow('memberId');
  });
});
