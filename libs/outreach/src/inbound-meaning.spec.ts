import { meaningOf } from './inbound-meaning';
import type { PersonOfNumber } from './inbound-people';

const open = { id: 'i1', conferenceId: 'c1', open: true };
const aPerson = (part: Partial<PersonOfNumber> = {}): PersonOfNumber => ({ memberId: 'm1', referralId: 'r1', language: 'sv', own: true, hasGoBetween: false, sharedPhone: false, invitations: [open], ...part });
const read = (text: string, ...people: PersonOfNumber[]) => {
  const { kind, unclear, answer } = meaningOf(text, people);
  return [kind, unclear, answer?.coming ?? null];
};

describe('what a reply comes to', () => {
  it('an answer, from exactly one person with exactly one open question', () => {
    expect(read('Ja!', aPerson())).toEqual(['answer', null, 'yes']);
    expect(read('nej', aPerson({ invitations: [{ id: 'old', conferenceId: 'c0', open: false }, open] }))).toEqual(['answer', null, 'no']);
    expect(meaningOf('kanske', [aPerson({ invitations: [{ id: 'old', conferenceId: 'c0', open: false }, open] })]).answer?.invitation.id).toBe('i1');
  });
  it('a question to a person in every other case, with its reason', () => {
    expect(read('ja', aPerson(), aPerson({ memberId: 'm2' }))).toEqual(['unclear', 'severalPeople', null]);
    expect(read('ja', aPerson(), aPerson({ memberId: 'm2', invitations: [] }))).toEqual(['unclear', 'severalPeople', null]);
    expect(read('ja', aPerson({ invitations: [open, { ...open, id: 'i2' }] }))).toEqual(['unclear', 'severalInvitations', null]);
    expect(read('ja', aPerson({ own: false }))).toEqual(['unclear', 'goBetween', null]);
    expect(read('ja', aPerson({ sharedPhone: true }))).toEqual(['unclear', 'sharedPhone', null]);
    expect(read('ja', aPerson({ invitations: [{ ...open, open: false }] }))).toEqual(['unclear', 'notOpen', null]);
    expect(read('ja', aPerson({ invitations: [] }))).toEqual(['unclear', 'notOpen', null]);
    expect(read('no', aPerson())).toEqual(['unclear', 'twoLanguages', null]);
    expect(read('👍', aPerson())).toEqual(['unclear', 'emoji', null]);
  });
  it('the person’s own language decides, and with people of two languages none does', () => {
    expect(read('no', aPerson({ language: 'en' }))).toEqual(['answer', null, 'no']);
    expect(meaningOf('no', [aPerson({ language: 'en' }), aPerson({ memberId: 'm2', language: 'pl' })])).toMatchObject({ kind: 'unclear', said: 'text', unclear: 'twoLanguages' });
  });
  it('a stop, whoever of them wrote it', () => {
    expect(read('STOPP', aPerson(), aPerson({ memberId: 'm2' }))).toEqual(['stop', null, null]);
    expect(read('Sluta skicka sms', aPerson())).toEqual(['stop', null, null]);
    expect(read('Fel nummer', aPerson())).toEqual(['stop', 'perhapsStop', null]);
    expect(read('dur', aPerson({ own: false, language: 'tr' }))).toEqual(['stop', null, null]);
  });
  it('a text, and one of danger', () => {
    expect(read('Vi är fem som kommer', aPerson())).toEqual(['text', null, null]);
    expect(meaningOf('han hotar mig', [aPerson()])).toMatchObject({ kind: 'text', urgent: true });
    expect(meaningOf('hjälp', [])).toMatchObject({ kind: 'unknownNumber', urgent: true });
    expect(read('ja')).toEqual(['unknownNumber', null, null]);
  });
});
