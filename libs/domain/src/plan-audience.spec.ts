import { planReaderRefusal, releasedAtAcceptance } from './plan-audience';

describe('who reads an accepted plan', () => {
  it.each([
    [{ came: true, hasPart: false }, { scope: 'all', how: 'attended' }],
    [{ came: true, hasPart: true }, { scope: 'all', how: 'attended' }],
    [{ came: false, hasPart: true }, { scope: 'own', how: 'part' }],
    [{ came: false, hasPart: false }, null],
  ])('%o gets %o by default', (person, expected) => {
    expect(releasedAtAcceptance({ refusal: null, ...person })).toEqual(expected);
  });

  it('nobody who is removed, only suggested or has not consented, whatever they did', () => {
    for (const refusal of ['personRemoved', 'notAgreed', 'noConsent'] as const) expect(releasedAtAcceptance({ refusal, came: true, hasPart: true })).toBeNull();
    expect(planReaderRefusal({ removed: true, agreed: true, consents: true })).toBe('personRemoved');
    expect(planReaderRefusal({ removed: false, agreed: false, consents: true })).toBe('notAgreed');
    expect(planReaderRefusal({ removed: false, agreed: true, consents: false })).toBe('noConsent');
    expect(planReaderRefusal({ removed: false, agreed: true, consents: true })).toBeNull();
  });
});
