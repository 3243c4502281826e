import type { Family } from '../story';

/** D.H.: called off once, since grandmother fell ill; a new time is set, everybody has been told, the reminders are planned. */
export const danylo: Family = (calendar) => {
  const saturday = calendar.next('sat', 12);
  return {
    number: 2, socialWorker: 'david', coordinator: 'malin', languages: ['sv', 'uk'], phonesFrom: 30, holdBy: calendar.next('fri', 19),
    focal: [{ name: 'Danylo Honchar', ...calendar.born(12, '11-05', ['201411052390']), as: { state: 'prepared', prepared: -26, mustAttend: true, consent: 'oral', answer: { on: -11, at: '16:00', coming: 'yes', times: 'yyny', source: 'visit' } } }],
    situation: 'Danylo kom till Sverige med mamma och mormor för tre år sedan. Pappa är kvar i Ukraina. Danylo har svårt att sova och har börjat slåss i skolan.',
    worries: 'Skolan har ringt hem elva gånger den här terminen. Mamma arbetar natt och når inte telefonen.',
    strengths: 'Danylo är snäll mot sin mormor och bygger radiostyrda bilar med en granne. Mamma har fast arbete. Det finns en ukrainsk förening i Berga.',
    goals: 'Danylo sover, har någon att gå till när det blir för mycket, och mamma vet vem hon kan ringa.',
    questions: ['Vem är hemma med Danylo de nätter mamma arbetar?', 'Vad gör Danylo när han blir arg i skolan?', 'Hur håller Danylo kontakten med pappa?', 'Vem kan mamma ringa?'],
    bottomLines: ['En vuxen är hemma med Danylo på natten.', 'Ingen slåss.'],
    resources: ['Samtal på elevhälsan', 'Kontaktperson, prövas särskilt', 'Föreningens läxcafé'],
    steps: { offered: -52, started: -49, submitted: -45, accepted: -44, allocated: -43, declared: -42 },
    people: [
      { name: 'Iryna Honchar', relation: 'mamma', side: 'mother', ring: 'inner', prepared: -37, born: 1988, language: 'uk', guardian: true, mustAttend: true, needs: [['interpreter', 'ukrainska']], answer: { on: -11, coming: 'yes', times: 'y?yn', needs: [['interpreter', 'ukrainska']] } },
      { name: 'Oleh Honchar', relation: 'pappa, i Ukraina', side: 'father', ring: 'inner', prepared: -32, born: 1985, language: 'uk', channel: 'phone', phone: null, noSms: true, guardian: true, note: 'Nås på video genom Iryna.', answer: { on: -9, at: '17:00', coming: 'yes', mode: 'video', times: 'yyny', source: 'phone' } },
      { name: 'Halyna Kovalenko', relation: 'mormor', side: 'mother', ring: 'inner', prepared: -36, born: 1957, language: 'uk', mustAttend: true, needs: [['interpreter', 'ukrainska'], ['access', 'kan inte gå i trappor']], answer: { on: -10, coming: 'yes', times: 'yyyy', needs: [['interpreter', 'ukrainska'], ['access', 'kan inte gå i trappor']] } },
      { name: 'Kenneth Wiklund', relation: 'granne', side: 'friends', ring: 'middle', prepared: -34, born: 1959, supportPerson: true, mustAttend: true, answer: { on: -10, coming: 'yes', times: 'yyny' } },
      { name: 'Olena Marchenko', relation: 'mammas vän', side: 'friends', ring: 'middle', prepared: -33, born: 1990, language: 'uk', answer: { on: -9, coming: 'yes', times: 'yny?' } },
      { name: 'Taras Marchenko', relation: 'mammas väns man', side: 'friends', ring: 'outer', prepared: -33, born: 1986, language: 'uk', answer: { on: -8, coming: 'maybe', times: '?ny?' } },
      { name: 'Svitlana Bondar', relation: 'ordförande i föreningen', side: 'friends', ring: 'outer', prepared: -32, born: 1971, language: 'en', answer: { on: -10, coming: 'yes', times: 'yyyn' } },
      { name: 'Petro Kovalenko', relation: 'morfars bror', side: 'mother', ring: 'outer', prepared: -30, born: 1960, language: 'uk', answer: { on: -9, coming: 'yes', mode: 'phone', times: 'yyyy' } },
      { name: 'Lisbeth Åkesson', relation: 'mentor', side: 'professionals', ring: 'middle', prepared: -31, born: 1975, professional: true, answer: { on: -10, coming: 'yes', mode: 'partly', times: 'yyny' } },
      { name: 'Anton Sjö', relation: 'fritidsledare', side: 'friends', ring: 'middle', prepared: -30, born: 1997, answer: { on: -9, coming: 'no', times: 'nnyn' } },
      { name: 'David Lundin', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -40, staff: 'david', professional: true, mustAttend: true, consent: 'digital', answer: { on: -11, at: '10:05', coming: 'yes', mode: 'partly', times: 'yyny', source: 'phone' } },
    ],
    ties: [
      { from: null, to: 'Halyna', kind: 'supports' },
      { from: null, to: 'Kenneth', kind: 'supports' },
      { from: null, to: 'Oleh', kind: 'weak' },
      { from: 'Olena', to: 'Iryna', kind: 'supports' },
    ],
    calledOff: {
      planned: -34, invited: -33, answerBy: calendar.workday(-27),
      times: [17, 16, 15].map((ago) => calendar.range(calendar.workday(-ago), '16:30', '20:30')),
      venue: { name: 'Bergasalen', address: 'Stationsgatan 8, Berga', directions: 'Hiss till plan 2.' },
      answers: {
        Danylo: { on: -32, at: '15:20', coming: 'yes', source: 'visit' },
        Iryna: { on: -32, coming: 'yes', times: 'yny', needs: [['interpreter', 'ukrainska']] },
        Oleh: { on: -31, at: '17:10', coming: 'yes', mode: 'video', source: 'phone' },
        Halyna: { on: -31, coming: 'yes', needs: [['interpreter', 'ukrainska'], ['access', 'kan inte gå i trappor']] },
        Kenneth: { on: -32, coming: 'yes', times: 'yy?' },
        Olena: { on: -30, coming: 'yes', times: 'y?n' },
        Lisbeth: { on: -31, coming: 'yes', mode: 'partly', times: 'yny' },
        David: { on: -32, at: '10:15', coming: 'yes', mode: 'partly', source: 'phone' },
      },
      set: { on: -26, time: 1 },
      cancelled: { on: -18, reason: 'illness' },
    },
    conference: {
      planned: -13, invited: -12, answerBy: calendar.workday(-6),
      times: [calendar.range(saturday, '10:00', '14:00'), calendar.range(calendar.next('tue', 15), '16:30', '20:30'), calendar.range(calendar.next('wed', 16), '16:30', '20:30'), calendar.range(calendar.next('thu', 17), '16:30', '20:30')],
      venue: { name: 'Bergasalen', address: 'Stationsgatan 8, Berga', directions: 'Hiss till plan 2. Tåget stannar hundra meter bort.' },
      set: { on: -3, time: 1 },
    },
  };
};

/** I.R.: accepted, waits for a coordinator. */
export const isabella: Family = (calendar) => ({
  number: 6, socialWorker: 'ingrid', languages: ['sv', 'pl'],
  focal: [{ name: 'Isabella Rybak', birthDate: calendar.birthDate(5, '12-12') }],
  situation: 'Isabellas mamma ska opereras och är borta i minst sex veckor. Pappa arbetar i Norge varannan vecka. Familjen har släkt i Polen och vänner i Berga.',
  worries: 'Ingen är klar för de veckor då pappa är borta.',
  strengths: 'Isabella trivs på förskolan. Mormor kan komma om någon hjälper till med resan.',
  goals: 'Isabella bor hemma hela tiden, med vuxna som hon känner.',
  questions: ['Vem bor hemma de veckor pappa är borta?', 'Vem lämnar och hämtar på förskolan?', 'Hur håller Isabella kontakten med mamma på sjukhuset?'],
  bottomLines: ['Isabella bor med en vuxen som hon känner.'],
  resources: ['Förlängd tid på förskolan', 'Kommunen betalar mormors resa'],
  steps: { offered: -8, started: -6, submitted: -3, accepted: -1 },
});
