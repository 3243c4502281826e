import { mustParticipate, Consent, standing } from './standing';

const today = '2026-11-26';
const given = (part: Partial<Consent>): Consent => ({ id: 'a', purpose: 'contact', form: 'oral', givenOn: '2026-11-10', validUntil: null, withdrawnAt: null, recordedBy: 'Sanna L.', ...part });

it.each([
  ['a guardian', { guardian: true, focalPersonId: null }, null, true],
  ['a child of 15', { guardian: false, focalPersonId: 'f' }, 15, true],
  ['a child of 14', { guardian: false, focalPersonId: 'f' }, 14, false],
  ['a child whose age nobody has written down', { guardian: false, focalPersonId: 'f' }, null, true],
  ['an aunt', { guardian: false, focalPersonId: null }, null, false],
] as const)('says yes to taking part: %s', (_who, member, age, must) => {
  expect(mustParticipate(member, age)).toBe(must);
});

describe('how a person stands on a purpose', () => {
  it('is not asked when nothing is recorded', () => {
    expect(standing([given({ purpose: 'participate' })], 'contact', today).kind).toBe('none');
  });
  it('holds on its last day and has expired the day after', () => {
    const consent = given({ validUntil: '2026-11-26' });
    expect([standing([consent], 'contact', today).kind, standing([consent], 'contact', '2026-11-27').kind]).toEqual(['holds', 'expired']);
  });
  it('is withdrawn when the latest was withdrawn', () => {
    expect(standing([given({ withdrawnAt: '2026-11-20T09:00:00Z' })], 'contact', today).kind).toBe('withdrawn');
  });
  it('holds again when given anew after a withdrawal', () => {
    expect(standing([given({ withdrawnAt: '2026-11-20T09:00:00Z' }), given({ id: 'b', givenOn: '2026-11-24' })], 'contact', today).kind).toBe('holds');
  });
});
