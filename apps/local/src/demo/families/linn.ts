import { addWorkingDays } from '@radslag/domain';
import type { Family } from '../story';

/** L.S.: four weeks since the family met; three of five promises have an answer. */
export const linn: Family = (calendar) => {
  const day = calendar.last('thu', 28);
  return {
    number: 3, socialWorker: 'maryam', coordinator: 'sanna', languages: ['sv'], phonesFrom: 73,
    focal: [{ name: 'Linn Sandberg', ...calendar.born(16, '08-21', ['201008012385', '201107302380']), as: {
      state: 'prepared', prepared: -32, mustAttend: true, channel: 'sms', consent: 'written', answer: { on: -34, coming: 'yes' },
    } }],
    situation: 'Linn går första året på gymnasiet och har hoppat av två program. Hon bor hos sin pappa. Mamma bor i en annan stad och de hörs sällan.',
    worries: 'Linn är uppe på nätterna och spelar om pengar. Pappa har hittat skulder.',
    strengths: 'Linn är öppen om hur det är. Hon och pappa skrattar ihop. Hon vill jobba med djur.',
    goals: 'Linn har en vardag och en plan för skulderna, och fler vuxna att luta sig mot.',
    questions: ['Hur får Linn en dygnsrytm?', 'Vad gör Linn på dagarna fram till hösten?', 'Hur betalar vi skulderna utan att Linn är ensam med dem?'],
    bottomLines: ['Linn spelar inte om pengar hemma.', 'En vuxen har hand om Linns bankkort.'],
    resources: ['Spelberoendemottagningen, tio gånger', 'Kommunens budgetrådgivare', 'Praktik genom aktivitetsansvaret'],
    steps: { offered: -60, started: -57, submitted: -52, accepted: -51, allocated: -50, declared: -49 },
    people: [
      { name: 'Mats Sandberg', relation: 'pappa', side: 'father', ring: 'inner', prepared: -40, born: 1977, guardian: true, mustAttend: true, answer: { on: -34, coming: 'yes' } },
      { name: 'Helene Moberg', relation: 'mamma', side: 'mother', ring: 'middle', prepared: -38, born: 1979, guardian: true, answer: { on: -33, coming: 'yes' } },
      { name: 'Ulla Sandberg', relation: 'farmor', side: 'father', ring: 'inner', prepared: -37, born: 1953, mustAttend: true, answer: { on: -33, coming: 'yes' } },
      { name: 'Jesper Sandberg', relation: 'storebror', side: 'father', ring: 'inner', prepared: -36, born: 2001, answer: { on: -32, coming: 'yes' } },
      { name: 'Monica Moberg', relation: 'mormor', side: 'mother', ring: 'middle', prepared: -35, born: 1955, answer: { on: -31, coming: 'yes', mode: 'video' } },
      { name: 'Ida Lönn', relation: 'stallägare', side: 'friends', ring: 'middle', prepared: -35, born: 1988, supportPerson: true, answer: { on: -33, coming: 'yes' } },
      { name: 'Viktor Hed', relation: 'kompis', side: 'friends', ring: 'inner', prepared: -34, born: 2008, answer: { on: -32, coming: 'yes' } },
      { name: 'Gustav Moberg', relation: 'morbror', side: 'mother', ring: 'outer', prepared: -34, born: 1983, answer: { on: -31, coming: 'no' } },
      { name: 'Maryam Azizi', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -46, staff: 'maryam', professional: true, mustAttend: true, consent: 'digital', answer: { on: -34, at: '10:40', coming: 'yes', mode: 'partly', source: 'phone' } },
      { name: 'Katja Norén', relation: 'studievägledare', side: 'professionals', ring: 'middle', prepared: -33, born: 1980, professional: true, answer: { on: -32, coming: 'yes', mode: 'partly' } },
    ],
    ties: [
      { from: null, to: 'Mats', kind: 'supports' },
      { from: null, to: 'Helene', kind: 'weak' },
      { from: null, to: 'Ida', kind: 'supports' },
      { from: 'Mats', to: 'Helene', kind: 'strained' },
    ],
    conference: {
      planned: -37, invited: -36, answerBy: calendar.workday(-30),
      times: [calendar.range(day, '17:00', '20:30'), calendar.range(calendar.last('sat', 24), '10:00', '14:00'), calendar.range(calendar.last('mon', 22), '17:00', '20:30')],
      venue: { name: 'Biblioteket i Alnäs, stora rummet', address: 'Torget 1, Alnäs', directions: 'Ring på vid sidodörren efter stängning.' },
      set: { on: -29, time: 1 },
      held: { information: 45, privateTime: 120, presentation: 40 },
      plan: {
        presented: { on: day, at: '20:20' },
        decision: { on: addWorkingDays(day, 3), at: '10:15', what: 'accept', reviewOn: calendar.next('tue', 55) },
        actions: [
          { question: 1, what: 'Väcker Linn med telefonsamtal', owner: 'Ulla', when: 'vardagar kl. 7.30', checker: 'Mats', planB: 'Jesper ringer', reports: [{ value: 'good', on: -6 }] },
          { question: 1, what: 'Stänger av internet kl. 23', owner: 'Mats', when: 'varje kväll', checker: 'Jesper', planB: 'Routern står hos farmor', meets: [1], reports: [{ value: 'soSo', on: -4 }] },
          { question: 2, what: 'Praktik i stallet tre dagar i veckan', owner: 'Ida', when: 'måndag till onsdag', due: calendar.workday(-5), checker: 'Linn', planB: 'Katja letar en annan plats', state: 'done', reports: [{ value: 'good', on: -5 }] },
          { question: 3, what: 'Går med Linn till budgetrådgivaren', owner: 'Helene', when: 'en gång', due: calendar.next('fri', 4), checker: 'Mats', planB: 'Monica följer med', meets: [2] },
          { question: 3, what: 'Har hand om bankkortet och ger veckopeng', owner: 'Jesper', when: 'varje måndag', due: calendar.next('mon', 8), checker: 'Ulla', planB: 'Mats tar över', meets: [2] },
        ],
      },
    },
  };
};
