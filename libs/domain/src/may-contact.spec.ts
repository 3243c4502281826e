import { CONTACT_WAYS, mayContact, onlyTheHour, openWays, personRefusal, PERSON_REFUSALS, WAY_REFUSALS, type ContactPerson, type ContactWays, type NoContact } from './may-contact';

const anybody: ContactPerson & ContactWays = { removed: false, protected: false, agreed: true, consent: 'holds', ban: false, notBefore: null, noSms: false, hasPhone: true, hasEmail: true, hasAddress: true, noCalls: false, own: null };
const at = { today: '2026-11-26', permitted: true };
const because = (way: (typeof CONTACT_WAYS)[number], part: Partial<typeof anybody>, moment = at) => {
  const verdict = mayContact(way, { ...anybody, ...part }, moment);
  return verdict.may ? null : verdict.because;
};

describe('may somebody turn to this person', () => {
  it('by every way, when nothing stands against it', () => {
    expect(openWays(anybody, at)).toEqual([...CONTACT_WAYS]);
  });

  const CLOSES_ALL: [string, Partial<typeof anybody>, NoContact][] = [
    ['was taken out', { removed: true }, 'personRemoved'],
    ['has a protected identity', { protected: true }, 'personProtected'],
    ['has said no', { consent: 'withdrawn' }, 'consentWithdrawn'],
    ['has not been agreed to by the child', { agreed: false }, 'notAgreed'],
    ['has not been asked', { consent: 'missing' }, 'noConsent'],
    ['has a ban against them', { ban: true }, 'contactBan'],
    ['is not to be contacted yet', { notBefore: '2026-11-27' }, 'embargoed'],
  ];
  it.each(CLOSES_ALL)('by no way, the phone and the letter included, when the person %s', (_says, part, refusal) => {
    for (const way of CONTACT_WAYS) expect([way, because(way, part)]).toEqual([way, refusal]);
    expect(openWays({ ...anybody, ...part }, at)).toEqual([]);
  });
  it('names the heaviest reason, whatever else is wrong', () => {
    const all = Object.assign({}, ...CLOSES_ALL.map(([, part]) => part)) as Partial<typeof anybody>;
    expect(because('phone', { ...all, noCalls: true, hasPhone: false })).toBe('personRemoved');
    expect(CLOSES_ALL.map(([, , refusal]) => refusal)).toEqual([...PERSON_REFUSALS]);
  });
  it('on the day itself again', () => {
    expect(personRefusal({ ...anybody, notBefore: '2026-11-26' }, '2026-11-26')).toBeNull();
  });

  it.each<[(typeof CONTACT_WAYS)[number], Partial<typeof anybody>, NoContact]>([
    ['sms', { noSms: true }, 'noSms'], ['sms', { hasPhone: false }, 'noNumber'], ['email', { hasEmail: false }, 'noEmail'], ['letter', { hasAddress: false }, 'noAddress'], ['phone', { noCalls: true }, 'noCalls'],
    ['phone', { hasPhone: false }, 'noNumber'],
  ])('not by %s, and by the others, when that way is closed', (way, part, refusal) => {
    expect(because(way, part)).toBe(refusal);
    expect(openWays({ ...anybody, ...part }, at)).toContain(way === 'letter' ? 'email' : 'letter');
    expect(WAY_REFUSALS).toContain(refusal);
  });
  it('keeps “do not call me” apart from “no texts”', () => {
    expect(openWays({ ...anybody, noCalls: true }, at)).toEqual(['sms', 'email', 'letter']);
    expect(openWays({ ...anybody, noSms: true }, at)).toEqual(['email', 'letter', 'phone']);
  });
  it('not outside their hours; a letter lies in its box', () => {
    const night = { ...at, permitted: false };
    for (const way of ['sms', 'email', 'phone'] as const) expect(because(way, {}, night)).toBe('outsideHours');
    expect(because('letter', {}, night)).toBeNull();
    expect(onlyTheHour(mayContact('phone', anybody, night))).toBe(true);
    expect(onlyTheHour(mayContact('phone', { ...anybody, noCalls: true }, night))).toBe(false);
  });
});
