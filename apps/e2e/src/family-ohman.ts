import { dayAfter, type PersonText, type ReferralText } from './staff-pages';

/** The family that the journey follows. */
export const QUESTIONS = ['Var sover Vera när mamma arbetar natt?', 'Vem ser till att Vera kommer till skolan?', 'Vad gör ni om mormor blir sjuk?'];
export const BOTTOM_LINE = 'Vera är aldrig ensam hemma en natt.';

export const referralText = (now: Date): ReferralText => ({
  givenName: 'Vera',
  familyName: 'Öhman',
  birthDate: '2016-05-12',
  situation: 'Vera har varit ensam flera nätter sedan mamma började arbeta natt. Mormor och grannen har hjälpt till. Familjen vill själv bestämma hur det ska bli.',
  questions: QUESTIONS,
  bottomLines: [BOTTOM_LINE],
  resources: ['Kontaktfamilj varannan helg kan prövas.', 'Skolkurator kan träffa Vera en gång i veckan.'],
  worries: 'Vera är trött i skolan och ringer mamma på natten.',
  strengths: 'Hon har många vuxna som tycker om henne, och hon säger till när något är fel.',
  goals: 'Vera sover tryggt varje natt, hemma eller hos någon hon själv har valt.',
  holdBy: dayAfter(now, 42),
});

export const mormor: PersonText = { givenName: 'Gunilla', familyName: 'Öhman', relation: 'mormor', side: 'Mors sida', ring: 'närmast', phone: '070-174 06 80', birthYear: '1957', ticks: ['Måste vara med', 'Barnets stödperson'] };
export const mamma: PersonText = { givenName: 'Jessica', familyName: 'Öhman', relation: 'mamma', side: 'Mors sida', ring: 'närmast', phone: '070-174 06 81', birthYear: '1988', ticks: ['Måste vara med', 'Vårdnadshavare'] };
export const farmor: PersonText = { givenName: 'Samira', familyName: 'Haddad', relation: 'farmor', side: 'Fars sida', ring: 'nära', phone: '070-174 06 82', birthYear: '1961', language: 'arabiska', ticks: ['tolk'] };
/** Uncle and aunt read their messages on the same phone. */
export const morbror: PersonText = { givenName: 'Peter', familyName: 'Öhman', relation: 'morbror', side: 'Mors sida', ring: 'nära', phone: '070-174 06 83', birthYear: '1984', ticks: ['Delar telefon med någon'] };
export const moster: PersonText = { givenName: 'Lotta', familyName: 'Ek', relation: 'morbrors sambo', side: 'Mors sida', ring: 'nära', phone: '070-174 06 83', birthYear: '1986', ticks: ['Delar telefon med någon'] };
/** Named by the child, but nobody has asked him yet: he may not be contacted. */
export const granne: PersonText = { givenName: 'Kent', familyName: 'Strand', relation: 'granne', side: 'Vänner och grannar', ring: 'ytterst', phone: '070-174 06 84' };

export const e164 = (person: PersonText): string => `+46${person.phone!.replace(/\D/g, '').slice(1)}`;
