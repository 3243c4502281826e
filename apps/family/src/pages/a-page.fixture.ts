import type { InvitationPage } from '@radslag/access';
import { frameFor, type Frame } from '../document/frame';
import { WRITTEN, type Tongue } from '@radslag/family-texts';

export const TIMES = [
  { id: 'a0000000-0000-7000-8000-000000000001', startsLocal: '2026-12-08T17:30', endsLocal: '2026-12-08T20:30' },
  { id: 'a0000000-0000-7000-8000-000000000002', startsLocal: '2026-12-10T17:30', endsLocal: '2026-12-10T20:30' },
  { id: 'a0000000-0000-7000-8000-000000000003', startsLocal: '2026-12-12T10:00', endsLocal: '2026-12-12T13:00' },
  { id: 'a0000000-0000-7000-8000-000000000004', startsLocal: '2026-12-12T14:00', endsLocal: '2026-12-12T17:00' },
];

export function aPage(facts: Partial<Omit<InvitationPage, 'conference'>> & { conference?: Partial<InvitationPage['conference']> } = {}): InvitationPage {
  return {
    now: new Date('2026-11-22T09:00:00Z'),
    language: 'sv',
    contact: { name: 'Lena', phone: '+46701740612' },
    municipality: { id: 'mu', textsVersion: 0 },
    filledInFor: null,
    commonPhone: '+46701740605',
    referralId: 'r', conferenceId: 'c', memberId: 'm', coordinatorId: 'u',
    wrongPerson: false,
    getsTexts: true,
    secondStep: { required: false, passed: false, birthYear: true, code: true, lockedUntil: null },
    venue: null, venueBehindStep: false, times: TIMES, answer: null, answered: facts.answer?.coming ?? null, draft: {}, planReleased: false,
    ...facts,
    conference: { state: 'polling', scheduleVersion: 1, startsLocal: null, endsLocal: null, zone: 'Europe/Stockholm', answerBy: '2026-11-27', moved: false, movedFrom: null, ...facts.conference },
  };
}

export const anAnswer = (facts: Partial<NonNullable<InvitationPage['answer']>> = {}): NonNullable<InvitationPage['answer']> => ({
  coming: 'yes', mode: 'inPerson', noTimeFits: false, usualTimes: '', spokesperson: '', worry: 'no', note: '',
  times: TIMES.map((time, i) => ({ timeId: time.id, value: i === 3 ? ('no' as const) : ('yes' as const) })),
  needs: [{ need: 'interpreter', detail: 'arabiska, helst en kvinna' }, { need: 'food', detail: 'halal' }],
  ...facts,
});

export const aFrame = (tongue: Tongue = WRITTEN[0]): Frame => frameFor(tongue, { contact: { name: 'Lena', phone: '+46701740612' }, deskPhones: ['+46701740605'], formToken: 'x'.repeat(22) });
export const aDeskFrame = (tongue: Tongue = WRITTEN[0]): Frame => ({ ...aFrame(tongue), contact: null, formToken: '' });
